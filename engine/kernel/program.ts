import type { Decisions } from '../rules/decision.ts';

/** The elements that the kernel can execute, by their BPMN type. */
export type FlowNodeType =
  | 'bpmn:StartEvent'
  | 'bpmn:EndEvent'
  | 'bpmn:IntermediateCatchEvent'
  | 'bpmn:IntermediateThrowEvent'
  | 'bpmn:BoundaryEvent'
  | 'bpmn:Task'
  | 'bpmn:ManualTask'
  | 'bpmn:UserTask'
  | 'bpmn:ServiceTask'
  | 'bpmn:SendTask'
  | 'bpmn:ReceiveTask'
  | 'bpmn:ScriptTask'
  | 'bpmn:BusinessRuleTask'
  | 'bpmn:SubProcess'
  | 'bpmn:ExclusiveGateway'
  | 'bpmn:ParallelGateway'
  | 'bpmn:EventBasedGateway';

/** One line of `zeebe:ioMapping`: a literal or `= FEEL`, and the variable (or path `a.b`) that receives it. */
export interface Mapping {
  readonly source: string;
  readonly target: string;
}

/** A message as the diagram defines it; the correlation key is a literal or `= FEEL`. */
export interface MessageDefinition {
  readonly name: string;
  readonly correlationKey?: string;
}

/** What an event waits for or does. */
export type EventDefinition =
  | { readonly type: 'none' }
  | { readonly type: 'message'; readonly message?: MessageDefinition }
  | { readonly type: 'timer'; readonly kind: 'date' | 'duration'; readonly expression: string }
  | { readonly type: 'error'; readonly code?: string }
  | { readonly type: 'terminate' };

/** What a task does when a token enters it. Texts are literals or `= FEEL`. */
export type Work =
  | { readonly type: 'pass' }
  | {
      readonly type: 'task';
      readonly formId?: string;
      readonly assignee?: string;
      readonly candidateGroups?: string;
      readonly candidateUsers?: string;
      readonly dueDate?: string;
    }
  | { readonly type: 'job'; readonly jobType: string; readonly headers: Readonly<Record<string, string>> }
  | { readonly type: 'message'; readonly message: MessageDefinition }
  | { readonly type: 'script'; readonly expression: string; readonly resultVariable?: string }
  | { readonly type: 'decision'; readonly decisionId: string; readonly resultVariable?: string };

/** An element that a token can be at. */
export interface FlowNode {
  readonly id: string;
  readonly type: FlowNodeType;
  readonly name: string;
  /** The sub-process that holds it; absent directly in the process. */
  readonly parent?: string;
  readonly laneName?: string;
  /** Ids of flows, in the order of the file. */
  readonly incoming: readonly string[];
  readonly outgoing: readonly string[];
  readonly defaultFlow?: string;
  /** Ids of the boundary events attached to it. */
  readonly boundary: readonly string[];
  readonly inputs: readonly Mapping[];
  readonly outputs: readonly Mapping[];
  /** Present on events. */
  readonly event?: EventDefinition;
  /** Present on tasks, and on message throw events that are sent as a job. */
  readonly work?: Work;
  /** Present on boundary events. */
  readonly attachedTo?: string;
  readonly interrupting?: boolean;
}

/** A sequence flow; the condition is FEEL without its leading `=`. */
export interface Flow {
  readonly id: string;
  readonly source: string;
  readonly target: string;
  readonly condition?: string;
}

/** A process ready to run: plain data, immutable, shared by all of its instances. */
export interface Program {
  readonly processId: string;
  readonly name: string;
  readonly nodes: Readonly<Record<string, FlowNode>>;
  readonly flows: Readonly<Record<string, Flow>>;
  /** The start event of the process (key empty) and of each sub-process (key: its id). */
  readonly starts: Readonly<Record<string, string>>;
  readonly decisions: Decisions;
}

/** Whether an element is a task or sub-process: it can be interrupted and carries boundary events. */
export function isActivity({ type }: FlowNode): boolean {
  return type.endsWith('Task') || type === 'bpmn:SubProcess';
}

/** What a catalogue needs to know of an element to check it against forms, connectors and offices. */
export interface ElementSummary {
  readonly id: string;
  readonly type: FlowNodeType;
  readonly name: string;
  readonly laneName?: string;
  readonly formId?: string;
  readonly jobType?: string;
  readonly messageName?: string;
  readonly decisionId?: string;
  /** The sub-process that holds it; absent directly in the process. */
  readonly parent?: string;
}

/** All elements of a program, in the order of the file. */
export function elementsOf(program: Program): readonly ElementSummary[] {
  return Object.values(program.nodes).map(summaryOf);
}

function summaryOf(node: FlowNode): ElementSummary {
  const { id, type, name, laneName, parent, work, event } = node;
  const message = work?.type === 'message' ? work.message : event?.type === 'message' ? event.message : undefined;
  return {
    id,
    type,
    name,
    ...(laneName !== undefined && { laneName }),
    ...(parent !== undefined && { parent }),
    ...(work?.type === 'task' && work.formId !== undefined && { formId: work.formId }),
    ...(work?.type === 'job' && { jobType: work.jobType }),
    ...(work?.type === 'decision' && { decisionId: work.decisionId }),
    ...(message !== undefined && { messageName: message.name }),
  };
}

/** An expression of the diagram and the element it stands on. */
export interface PlacedExpression {
  readonly elementId: string;
  /** FEEL without its leading `=`. */
  readonly expression: string;
}

/** All FEEL expressions of a program: conditions, mappings, assignments, timers, keys and scripts. */
export function expressionsOf(program: Program): readonly PlacedExpression[] {
  const conditions = Object.values(program.flows).flatMap(({ id, condition }) =>
    condition === undefined ? [] : [{ elementId: id, expression: condition }],
  );
  const others = Object.values(program.nodes).flatMap((node) =>
    textsOf(node)
      .filter((text) => text.startsWith('='))
      .map((text) => ({ elementId: node.id, expression: text.slice(1).trim() })),
  );
  return [...conditions, ...others];
}

function textsOf(node: FlowNode): readonly string[] {
  const mappings = [...node.inputs, ...node.outputs].map(({ source }) => source);
  return [...mappings, ...workTexts(node.work), ...eventTexts(node.event)].filter((text) => text !== undefined);
}

function workTexts(work: Work | undefined): readonly (string | undefined)[] {
  if (work?.type === 'task') return [work.assignee, work.candidateGroups, work.candidateUsers, work.dueDate];
  if (work?.type === 'script') return [`=${work.expression}`];
  if (work?.type === 'message') return [work.message.name, work.message.correlationKey];
  return [];
}

function eventTexts(event: EventDefinition | undefined): readonly (string | undefined)[] {
  if (event?.type === 'timer') return [event.expression];
  if (event?.type === 'message') return [event.message?.name, event.message?.correlationKey];
  return [];
}
