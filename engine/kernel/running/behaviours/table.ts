import { isTask } from '../../element-types.ts';
import type { FlowNodeType, TypeOf } from '../../element-types.ts';
import { activity } from './activity.ts';
import type { Behaviour } from './behaviour.ts';
import { catchEvent, endEvent, startEvent, throwEvent } from './events.ts';
import { complexGateway, eventGateway, exclusiveGateway, inclusiveGateway, parallelGateway } from './gateways.ts';
import { adHocSubProcess, subProcess } from './sub-process.ts';
import { task } from './tasks.ts';

const tasks = activity(task);

/** What each type of element does. A token never arrives at a boundary event: its trigger moves one there. */
const others: Readonly<Record<Exclude<FlowNodeType, TypeOf<'task'>>, Behaviour>> = {
  'bpmn:StartEvent': startEvent,
  'bpmn:EndEvent': endEvent,
  'bpmn:IntermediateCatchEvent': catchEvent,
  'bpmn:IntermediateThrowEvent': throwEvent,
  'bpmn:BoundaryEvent': startEvent,
  'bpmn:SubProcess': activity(subProcess),
  'bpmn:Transaction': activity(subProcess),
  'bpmn:AdHocSubProcess': activity(adHocSubProcess),
  'bpmn:ExclusiveGateway': exclusiveGateway,
  'bpmn:ParallelGateway': parallelGateway,
  'bpmn:InclusiveGateway': inclusiveGateway,
  'bpmn:ComplexGateway': complexGateway,
  'bpmn:EventBasedGateway': eventGateway,
};

/** What an element of a type does; whatever works itself behaves as a task, by its work. */
export const behaviourOf = (type: FlowNodeType): Behaviour => (isTask(type) ? tasks : others[type]);
