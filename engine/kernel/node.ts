import type { FlowNodeType } from './element-types.ts';
import type { EventDefinition, MessageDefinition } from './event-definition.ts';

/** One line of `zeebe:ioMapping`: a literal or `= FEEL`, and the variable (or path `a.b`) that receives it. */
export interface Mapping {
  readonly source: string;
  readonly target: string;
}

/**
 * A data association: the variable (or, with `=`, the FEEL expression) that is copied when it is there, and the
 * variable or path that receives it.
 */
export type DataAssociation = Mapping;

/** Which version of a called process runs: the newest, that of the same deployment, or one with a version tag. */
export type Binding =
  { readonly type: 'latest' } | { readonly type: 'deployment' } | { readonly type: 'versionTag'; readonly tag: string };

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
  /** It waits for a message. */
  | { readonly type: 'message'; readonly message: MessageDefinition }
  /** It throws a message, which whoever runs the instance passes on. */
  | { readonly type: 'send'; readonly message: MessageDefinition }
  | { readonly type: 'script'; readonly expression: string; readonly resultVariable?: string }
  | { readonly type: 'decision'; readonly decisionId: string; readonly resultVariable?: string }
  | {
      readonly type: 'call';
      readonly processId: string;
      readonly binding: Binding;
      /** Whether all variables that the call sees are given to the called process. */
      readonly givesAll: boolean;
      /** Whether all variables of the called process come back, when there are no output mappings. */
      readonly takesAll: boolean;
    };

/** An activity that is done again as long as a condition holds. */
export interface StandardLoop {
  readonly type: 'standard';
  /** FEEL; without one the loop goes on until `maximum`. */
  readonly condition?: string;
  readonly testBefore: boolean;
  /** The most passes there are; a literal or `= FEEL`. */
  readonly maximum?: string;
}

/** An event thrown when instances of a multi-instance activity complete. */
export interface InstanceEvent {
  /** FEEL; absent, the event is thrown at each completion. */
  readonly condition?: string;
  readonly event: EventDefinition;
  /** Whether only the first completion throws it. */
  readonly once: boolean;
}

/** An activity with one instance for each number up to a cardinality, or for each item of a list. */
export interface MultiInstance {
  readonly type: 'multi';
  readonly sequential: boolean;
  /** FEEL for the number of instances. */
  readonly cardinality?: string;
  /** FEEL for the list with the items. */
  readonly collection?: string;
  /** The variable that holds the item in each instance. */
  readonly item?: string;
  /** The list that receives what `outputElement` (FEEL) gives in each instance, in the order of the items. */
  readonly outputCollection?: string;
  readonly outputElement?: string;
  /** FEEL, examined when an instance completes; true cancels the others. */
  readonly completionCondition?: string;
  readonly events: readonly InstanceEvent[];
}

/** How the activities of an ad-hoc sub-process are offered. */
export interface AdHoc {
  readonly sequential: boolean;
  readonly cancelRemaining: boolean;
  /** FEEL, examined when an activity inside completes; without one all of them have to. */
  readonly completionCondition?: string;
  /** `zeebe:adHoc activeElementsCollection`: FEEL for the ids to start; without it, all without incoming flows. */
  readonly activeElements?: string;
}

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
  /** Data input and output associations; absent without any. */
  readonly dataIn?: readonly DataAssociation[];
  readonly dataOut?: readonly DataAssociation[];
  /** Present on events. */
  readonly event?: EventDefinition;
  /** Present on tasks, call activities, and on message throw events that are sent as a job. */
  readonly work?: Work;
  /** Present on boundary events. */
  readonly attachedTo?: string;
  /** Present on boundary events and on start events of event sub-processes. */
  readonly interrupting?: boolean;
  /** On a boundary compensation event: the activity that undoes. */
  readonly handler?: string;
  /** The activity is reached by compensation only. */
  readonly isForCompensation?: boolean;
  readonly loop?: StandardLoop | MultiInstance;
  /** Tokens needed to start, tokens sent along each flow; absent when one. */
  readonly startQuantity?: number;
  readonly completionQuantity?: number;
  /** The sub-process starts by an event and is in no flow. */
  readonly isEventSubProcess?: boolean;
  readonly adHoc?: AdHoc;
  /** A receive task or event-based gateway that opens an instance of the process. */
  readonly instantiates?: boolean;
  /** An instantiating event-based gateway that needs all of its events. */
  readonly needsAllEvents?: boolean;
  /** FEEL over `activationCount` (tokens that have arrived) on a complex gateway. */
  readonly activation?: string;
  /** On a throwing link event: the catching one of the same name. */
  readonly linkTarget?: string;
}

const blockTypes: ReadonlySet<FlowNodeType> = new Set(['bpmn:SubProcess', 'bpmn:Transaction', 'bpmn:AdHocSubProcess']);

/** Whether an element holds others: any kind of embedded sub-process. */
export function isBlock({ type }: Pick<FlowNode, 'type'>): boolean {
  return blockTypes.has(type);
}

/** Whether an element is a task, call or sub-process: it can be interrupted and carries boundary events. */
export function isActivity({ type }: Pick<FlowNode, 'type'>): boolean {
  return type.endsWith('Task') || type === 'bpmn:CallActivity' || blockTypes.has(type);
}

/** Whether an activity has instances that run side by side. */
export function isParallelInstance({ loop }: Pick<FlowNode, 'loop'>): boolean {
  return loop?.type === 'multi' && !loop.sequential;
}

/**
 * The variable that each instance of a repeated activity has for itself, because what it holds at the end is collected
 * (`outputElement` is its name, or a path in it); absent where an expression is collected.
 */
export function collectedBy({ loop }: Pick<FlowNode, 'loop'>): string | undefined {
  if (loop?.type !== 'multi' || loop.outputElement === undefined) return undefined;
  return /^([\p{L}_][\p{L}\p{N}_]*)(?:\.[\p{L}_][\p{L}\p{N}_]*)*$/u.exec(loop.outputElement)?.[1];
}

/** What each instance of an element has for itself: its number and item, where it or a block around it is repeated. */
export function itemNames(nodes: Readonly<Record<string, FlowNode>>, node: FlowNode): readonly string[] {
  const names: string[] = [];
  for (
    let at: FlowNode | undefined = node;
    at !== undefined;
    at = at.parent === undefined ? undefined : nodes[at.parent]
  ) {
    if (at.loop?.type !== 'multi') continue;
    names.push(...(names.length === 0 ? ['loopCounter'] : []), ...(at.loop.item === undefined ? [] : [at.loop.item]));
  }
  return names;
}

/** The message that an element receives or sends, if any. */
export function messageOf({ work, event }: FlowNode): MessageDefinition | undefined {
  if (work?.type === 'message') return work.message;
  return event?.type === 'message' ? event.message : undefined;
}
