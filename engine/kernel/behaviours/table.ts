import type { FlowNodeType } from '../program.ts';
import type { Behaviour } from './behaviour.ts';
import { catchEvent, endEvent, startEvent, throwEvent } from './events.ts';
import { eventGateway, exclusiveGateway, parallelGateway } from './gateways.ts';
import { subProcess } from './sub-process.ts';
import { task } from './tasks.ts';

/** What each type of element does. A token never arrives at a boundary event: its trigger moves one there. */
export const behaviours: Readonly<Record<FlowNodeType, Behaviour>> = {
  'bpmn:StartEvent': startEvent,
  'bpmn:EndEvent': endEvent,
  'bpmn:IntermediateCatchEvent': catchEvent,
  'bpmn:IntermediateThrowEvent': throwEvent,
  'bpmn:BoundaryEvent': startEvent,
  'bpmn:Task': task,
  'bpmn:ManualTask': task,
  'bpmn:UserTask': task,
  'bpmn:ServiceTask': task,
  'bpmn:SendTask': task,
  'bpmn:ReceiveTask': task,
  'bpmn:ScriptTask': task,
  'bpmn:BusinessRuleTask': task,
  'bpmn:SubProcess': subProcess,
  'bpmn:ExclusiveGateway': exclusiveGateway,
  'bpmn:ParallelGateway': parallelGateway,
  'bpmn:EventBasedGateway': eventGateway,
};
