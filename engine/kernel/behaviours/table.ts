import type { FlowNodeType } from '../program.ts';
import { activity } from './activity.ts';
import type { Behaviour } from './behaviour.ts';
import { catchEvent, endEvent, startEvent, throwEvent } from './events.ts';
import { complexGateway, eventGateway, exclusiveGateway, inclusiveGateway, parallelGateway } from './gateways.ts';
import { adHocSubProcess, subProcess } from './sub-process.ts';
import { task } from './tasks.ts';

/** What each type of element does. A token never arrives at a boundary event: its trigger moves one there. */
export const behaviours: Readonly<Record<FlowNodeType, Behaviour>> = {
  'bpmn:StartEvent': startEvent,
  'bpmn:EndEvent': endEvent,
  'bpmn:IntermediateCatchEvent': catchEvent,
  'bpmn:IntermediateThrowEvent': throwEvent,
  'bpmn:BoundaryEvent': startEvent,
  'bpmn:Task': activity(task),
  'bpmn:ManualTask': activity(task),
  'bpmn:UserTask': activity(task),
  'bpmn:ServiceTask': activity(task),
  'bpmn:SendTask': activity(task),
  'bpmn:ReceiveTask': activity(task),
  'bpmn:ScriptTask': activity(task),
  'bpmn:BusinessRuleTask': activity(task),
  'bpmn:CallActivity': activity(task),
  'bpmn:SubProcess': activity(subProcess),
  'bpmn:Transaction': activity(subProcess),
  'bpmn:AdHocSubProcess': activity(adHocSubProcess),
  'bpmn:ExclusiveGateway': exclusiveGateway,
  'bpmn:ParallelGateway': parallelGateway,
  'bpmn:InclusiveGateway': inclusiveGateway,
  'bpmn:ComplexGateway': complexGateway,
  'bpmn:EventBasedGateway': eventGateway,
};
