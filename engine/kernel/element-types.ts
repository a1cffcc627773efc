/**
 * What an element is by its type: what does something itself, what holds others, what chooses the way, what happens.
 */
export type Family = 'task' | 'block' | 'gateway' | 'event';

/** Every type of BPMN element that the kernel executes. Sets of types and the table of behaviours derive from here. */
const families = {
  'bpmn:StartEvent': 'event',
  'bpmn:EndEvent': 'event',
  'bpmn:IntermediateCatchEvent': 'event',
  'bpmn:IntermediateThrowEvent': 'event',
  'bpmn:BoundaryEvent': 'event',
  'bpmn:Task': 'task',
  'bpmn:ManualTask': 'task',
  'bpmn:UserTask': 'task',
  'bpmn:ServiceTask': 'task',
  'bpmn:SendTask': 'task',
  'bpmn:ReceiveTask': 'task',
  'bpmn:ScriptTask': 'task',
  'bpmn:BusinessRuleTask': 'task',
  'bpmn:CallActivity': 'task',
  'bpmn:SubProcess': 'block',
  'bpmn:Transaction': 'block',
  'bpmn:AdHocSubProcess': 'block',
  'bpmn:ExclusiveGateway': 'gateway',
  'bpmn:ParallelGateway': 'gateway',
  'bpmn:InclusiveGateway': 'gateway',
  'bpmn:ComplexGateway': 'gateway',
  'bpmn:EventBasedGateway': 'gateway',
} as const satisfies Readonly<Record<string, Family>>;

/** The BPMN type of an element that the kernel executes. */
export type FlowNodeType = keyof typeof families;

/** The types of a family. */
export type TypeOf<Member extends Family> = {
  [Type in FlowNodeType]: (typeof families)[Type] extends Member ? Type : never;
}[FlowNodeType];

const known: ReadonlyMap<string, Family> = new Map(Object.entries(families));

/** The family of a type; undefined for one that is not executed. */
export const familyOf = (type: string): Family | undefined => known.get(type);

/** Whether elements of a type are executed. */
export const isFlowNodeType = (type: string): type is FlowNodeType => known.has(type);

/** Whether elements of a type work themselves. */
export const isTask = (type: FlowNodeType): type is TypeOf<'task'> => families[type] === 'task';

const typesOf = (...members: readonly Family[]): readonly string[] =>
  [...known].filter(([, family]) => members.includes(family)).map(([type]) => type);

/** All types of activity. */
export const activityTypes = typesOf('task', 'block');
/** All types of gateway. */
export const gatewayTypes = typesOf('gateway');
/** All types of event. */
export const eventTypes = typesOf('event');
