import type { Decisions } from '../rules/decision.ts';
import { definitionsOf } from './event-definition.ts';
import type { EventDefinition } from './event-definition.ts';
import { messageOf } from './node.ts';
import type { FlowNodeType } from './element-types.ts';
import type { FlowNode, StandardLoop, MultiInstance, Work } from './node.ts';

export type { FlowNodeType } from './element-types.ts';
export type { FlowNode, Mapping, Work } from './node.ts';
export type { EventDefinition, MessageDefinition } from './event-definition.ts';

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
  /** `zeebe:versionTag`, by which call activities may ask for this version. */
  readonly versionTag?: string;
  readonly nodes: Readonly<Record<string, FlowNode>>;
  readonly flows: Readonly<Record<string, Flow>>;
  /**
   * Where a token is put when the process (key empty) or a sub-process (key: its id) starts: the none start event; or,
   * without any start event, the elements that no flow enters.
   */
  readonly starts: Readonly<Record<string, readonly string[]>>;
  /** The event sub-processes of the process (key empty) and of each sub-process. */
  readonly eventSubProcesses: Readonly<Record<string, readonly string[]>>;
  /** Properties and data objects that the process (key empty) and each sub-process declare as variables of its own. */
  readonly declared: Readonly<Record<string, readonly string[]>>;
  readonly decisions: Decisions;
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
  /** `calledElement` or `zeebe:calledElement`: the process that a call activity runs. */
  readonly calledProcessId?: string;
  /** The sub-process that holds it; absent directly in the process. */
  readonly parent?: string;
}

/** All elements of a program, in the order of the file. */
export function elementsOf(program: Program): readonly ElementSummary[] {
  return Object.values(program.nodes).map(summaryOf);
}

function summaryOf(node: FlowNode): ElementSummary {
  const { id, type, name, laneName, parent, work } = node;
  const message = messageOf(node);
  return {
    id,
    type,
    name,
    ...(laneName !== undefined && { laneName }),
    ...(parent !== undefined && { parent }),
    ...(work?.type === 'task' && work.formId !== undefined && { formId: work.formId }),
    ...(work?.type === 'job' && { jobType: work.jobType }),
    ...(work?.type === 'decision' && { decisionId: work.decisionId }),
    ...(work?.type === 'call' && { calledProcessId: work.processId }),
    ...(message !== undefined && { messageName: message.name }),
  };
}

/** An expression of the diagram and the element it stands on. */
export interface PlacedExpression {
  readonly elementId: string;
  /** FEEL without its leading `=`. */
  readonly expression: string;
}

/** All FEEL expressions of a program: conditions, mappings, assignments, timers, keys, loops and scripts. */
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

type Texts = readonly (string | undefined)[];

function textsOf(node: FlowNode): readonly string[] {
  const mappings = [...node.inputs, ...node.outputs, ...(node.dataIn ?? []), ...(node.dataOut ?? [])];
  const texts: Texts = [
    ...mappings.map(({ source }) => source),
    ...workTexts(node.work),
    ...definitionsOf(node.event).flatMap(eventTexts),
    ...loopTexts(node.loop),
    ...feel(node.activation, node.adHoc?.completionCondition, node.adHoc?.activeElements),
  ];
  return texts.filter((text) => text !== undefined);
}

// Texts that are FEEL without a sign.
function feel(...expressions: Texts): Texts {
  return expressions.map((expression) => expression && `=${expression}`);
}

function workTexts(work: Work | undefined): Texts {
  if (work?.type === 'task') return [work.assignee, work.candidateGroups, work.candidateUsers, work.dueDate];
  if (work?.type === 'script') return feel(work.expression);
  if (work?.type === 'message') return [work.message.name, work.message.correlationKey];
  if (work?.type === 'call') return [work.processId];
  return [];
}

function eventTexts(event: EventDefinition): Texts {
  if (event.type === 'timer') return [event.expression];
  if (event.type === 'message') return [event.message?.name, event.message?.correlationKey];
  if (event.type === 'signal') return [event.signal];
  if (event.type === 'condition') return feel(event.condition);
  return [];
}

function loopTexts(loop: StandardLoop | MultiInstance | undefined): Texts {
  if (loop === undefined) return [];
  if (loop.type === 'standard') return [...feel(loop.condition), loop.maximum];
  const { cardinality, collection, outputElement, completionCondition, events } = loop;
  return feel(cardinality, collection, outputElement, completionCondition, ...events.map(({ condition }) => condition));
}
