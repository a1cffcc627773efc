import { definitionsOf } from '../event-definition.ts';
import type { FlowNode, Program } from '../program.ts';
import { subscriptionsOf } from '../running/subscriptions.ts';
import type { Move, Trigger, Wait } from '../types.ts';
import { outcomesOf, playedAt } from './play.ts';
import type { Outcome, PlayStep } from './play.ts';
import { stateKey, waitKeys } from './state-key.ts';

/** A state that an instance can be in. */
export interface Reached {
  readonly key: string;
  /** The shortest way there that was found. */
  readonly steps: readonly PlayStep[];
  readonly move: Move;
  readonly open: readonly Wait[];
  /** How often each repeatable start was begun on that way. */
  readonly begun: Readonly<Record<string, number>>;
  /** The keys of the states that can follow; filled when the state is explored. */
  readonly next: Set<string>;
}

/** What exploring the states of a process has found. */
export interface Exploration {
  readonly states: ReadonlyMap<string, Reached>;
  /** Steps after which nothing can ever move, or that never come to rest, with the way to them. */
  readonly failures: readonly { readonly steps: readonly PlayStep[]; readonly outcome: Outcome }[];
  /** Ends that close the process over an open task, each pair with the shortest way to it. */
  readonly cutOffs: readonly CutOff[];
  /** Elements that some instance enters. */
  readonly entered: ReadonlySet<string>;
  /** Whether all states have been seen. */
  readonly isComplete: boolean;
}

/** A task that is still open when an end closes the process over it. */
export interface CutOff {
  readonly taskId: string;
  readonly endId: string;
  readonly steps: readonly PlayStep[];
}

interface Exploring {
  readonly skeleton: Program;
  /** Events that may happen again and again beside what they begin in: an offer, a reminder. */
  readonly repeatable: ReadonlySet<string>;
  /** More like tokens than these make no difference. */
  readonly mostAlike: number;
  readonly states: Map<string, Reached>;
  readonly queue: Reached[];
  readonly failures: { readonly steps: readonly PlayStep[]; readonly outcome: Outcome }[];
  readonly cutOffs: Map<string, CutOff>;
  readonly entered: Set<string>;
}

/**
 * A repeatable start is followed so many times on one way. Whatever goes wrong between several that it began goes wrong
 * between two.
 */
const mostBegun = 2;

/**
 * Explores the states of a skeleton breadth first, up to a number of them. Every move is looked at, also one that leads
 * to a state that another move has found.
 */
export function explore(skeleton: Program, maxStates: number): Exploration {
  const mostAlike = Math.max(2, ...Object.values(skeleton.nodes).map(({ startQuantity = 1 }) => startQuantity));
  const exploring: Exploring = {
    skeleton,
    repeatable: repeatableIn(skeleton),
    mostAlike,
    states: new Map(),
    queue: [],
    failures: [],
    cutOffs: new Map(),
    entered: new Set(),
  };
  for (const begin of beginningsOf(skeleton)) visit(exploring, undefined, begin);
  for (const reached of exploring.queue) {
    if (exploring.states.size > maxStates) break;
    if (reached.move.ended !== undefined) continue;
    for (const said of triggersFor(exploring, reached)) {
      visit(exploring, reached, { type: 'trigger', ...said, choices: {} });
    }
  }
  const { states, failures, cutOffs, entered } = exploring;
  return { states, failures, cutOffs: [...cutOffs.values()], entered, isComplete: states.size <= maxStates };
}

// Starts of event sub-processes and events on a border that do not interrupt. A timer that is due once does not come
// again.
function repeatableIn({ nodes }: Program): ReadonlySet<string> {
  const repeatable = Object.values(nodes).filter(({ interrupting, event }) => {
    const definitions = definitionsOf(event);
    return interrupting === false && definitions.some((each) => each.type !== 'timer' || each.kind === 'cycle');
  });
  return new Set(repeatable.map(({ id }) => id));
}

function visit(exploring: Exploring, from: Reached | undefined, step: PlayStep): void {
  for (const outcome of outcomesOf(exploring.skeleton, from?.move.state, step)) {
    const steps = [...(from?.steps ?? []), outcome.step];
    if (outcome.move === undefined) {
      exploring.failures.push({ steps, outcome });
      continue;
    }
    const begun = begunAfter(exploring, from, outcome.move);
    if (Object.values(begun).some((times) => times > mostBegun)) continue;
    noteCutOffs(exploring, { from, steps, move: outcome.move });
    const reached = reach(exploring, { from, steps, move: outcome.move, begun });
    from?.next.add(reached.key);
  }
}

function begunAfter({ repeatable }: Exploring, from: Reached | undefined, { trail }: Move): Reached['begun'] {
  const begun = trail.flatMap((entry) =>
    entry.type === 'entered' && repeatable.has(entry.elementId) ? [entry.elementId] : [],
  );
  return begun.reduce<Reached['begun']>((all, id) => ({ ...all, [id]: (all[id] ?? 0) + 1 }), from?.begun ?? {});
}

function noteCutOffs({ skeleton, cutOffs }: Exploring, { from, steps, move }: Arrival): void {
  const at = move.trail.findIndex((entry) => entry.type === 'entered' && isTerminate(skeleton.nodes[entry.elementId]));
  const end = move.trail[at];
  if (end?.type !== 'entered') return;
  const cancelled = new Set(
    move.trail.slice(at).flatMap((entry) => (entry.type === 'cancelled' ? [entry.elementId] : [])),
  );
  for (const { type, elementId: taskId } of from?.open ?? []) {
    const key = `${end.elementId} ${taskId}`;
    if (type === 'task' && cancelled.has(taskId) && !cutOffs.has(key)) {
      cutOffs.set(key, { taskId, endId: end.elementId, steps });
    }
  }
}

const isTerminate = (node: FlowNode | undefined): boolean =>
  node?.type === 'bpmn:EndEvent' && node.parent === undefined && node.event?.type === 'terminate';

interface Arrival {
  readonly from: Reached | undefined;
  readonly steps: readonly PlayStep[];
  readonly move: Move;
}

interface Found extends Arrival {
  readonly begun: Reached['begun'];
}

function reach({ mostAlike, states, queue, entered }: Exploring, { from, steps, move, begun }: Found): Reached {
  for (const entry of move.trail) if (entry.type === 'entered') entered.add(entry.elementId);
  const key = stateKey(move.state, mostAlike);
  const known = states.get(key);
  if (known !== undefined) return known;
  const closed = new Set(move.closed);
  const open = [...(from?.open ?? []).filter(({ id }) => !closed.has(id)), ...move.opened];
  const reached: Reached = { key, steps, move, open, begun, next: new Set() };
  states.set(key, reached);
  queue.push(reached);
  return reached;
}

function beginningsOf(skeleton: Program): readonly PlayStep[] {
  const listening = subscriptionsOf(skeleton, playedAt).map(({ elementId, part }): PlayStep => {
    return { type: 'start', elementId, part, choices: {} };
  });
  const starts = skeleton.starts[''] ?? [];
  const isListening = starts.some((id) => listening.some((each) => each.type === 'start' && each.elementId === id));
  const isPlain = starts.length > 0 && !isListening;
  return isPlain ? [{ type: 'start', choices: {} }, ...listening] : listening;
}

interface Said {
  readonly trigger: Trigger;
  readonly elementId: string;
}

// Everything that can be said to what is open; the same thing is said once, and to one of several that are alike.
function triggersFor({ skeleton, mostAlike }: Exploring, { open, move }: Reached): readonly Said[] {
  const triggers = new Map<string, Said>();
  const keys = waitKeys(move.state, mostAlike);
  const unlike = new Map(open.map((wait) => [keys.get(wait.id) ?? wait.id, wait]));
  for (const wait of unlike.values()) {
    const { elementId } = wait;
    for (const trigger of triggersOf(skeleton, wait)) triggers.set(JSON.stringify(trigger), { trigger, elementId });
  }
  return [...triggers.values()];
}

function triggersOf(skeleton: Program, wait: Wait): readonly Trigger[] {
  switch (wait.type) {
    case 'timer':
      return [{ type: 'fire', waitId: wait.id }];
    case 'message':
      return [{ type: 'message', message: wait.message, payload: {} }];
    case 'signal':
      return [{ type: 'signal', signal: wait.signal, payload: {} }];
    case 'condition':
      return [];
    case 'task':
    case 'job':
    case 'child':
      return [{ type: 'complete', waitId: wait.id, output: {} }, ...failuresOf(skeleton, wait)];
  }
}

// The errors and escalations that some event of the process catches; where none is around, the step is refused.
function failuresOf(skeleton: Program, { id, type }: Wait): readonly Trigger[] {
  const caught = Object.values(skeleton.nodes)
    .filter((node) => node.type === 'bpmn:BoundaryEvent' || node.type === 'bpmn:StartEvent')
    .flatMap(({ event }) => definitionsOf(event));
  return caught.flatMap((event): readonly Trigger[] => {
    if (event.type === 'error') return [{ type: 'error', waitId: id, code: event.code ?? '', message: '' }];
    if (event.type === 'escalation' && type === 'child')
      return [{ type: 'escalation', waitId: id, code: event.code ?? '' }];
    return [];
  });
}
