import { errorAt, warningAt } from '../../findings/finding.ts';
import type { FlowNode, Program } from '../program.ts';
import type { Finding } from '../../findings/finding.ts';
import { explore } from './explore.ts';
import type { Exploration, Reached } from './explore.ts';
import type { PlayStep } from './play.ts';
import { skeletonOf } from './skeleton.ts';

/** A way in which a process can go wrong; its steps can be played on the skeleton. */
export type Unsoundness = Finding & {
  /** How it comes to it, from the beginning; empty for an element that nothing reaches. */
  readonly steps: readonly PlayStep[];
};

/** What is known about the soundness of a process. */
export interface Soundness {
  readonly findings: readonly Unsoundness[];
  /** How many different states were seen. */
  readonly states: number;
  /** Whether these are all states there are; if not, only what was found is certain. */
  readonly isComplete: boolean;
}

/** As many states are explored unless more are asked for: some seconds for the largest procedures. */
export const defaultMaxStates = 3000;

/**
 * Examines whether every instance can come to its end (van der Aalst's soundness): deadlocks, loops without a way out,
 * elements that are never reached, and tasks over which an end closes the process. Side ways and branches that end by
 * themselves are right. Data is left out of account: every condition may be true or false. A process of which not all
 * states were seen is never without a finding.
 */
export function examineSoundness(program: Program, maxStates: number = defaultMaxStates): Soundness {
  const skeleton = skeletonOf(program);
  const exploration = explore(skeleton, maxStates);
  const { states, isComplete } = exploration;
  const findings = [
    ...deadlocks(program, exploration),
    ...(isComplete ? livelocks(program, exploration) : []),
    ...(isComplete ? unreachable(skeleton, exploration) : []),
    ...cutOff(program, exploration),
    ...notAllSeen(exploration),
  ];
  return { findings, states: states.size, isComplete };
}

// The elements on the way as an analyst knows them.
function wayOf(steps: readonly PlayStep[], { nodes }: Program): { readonly way: readonly string[] } {
  const ids = steps.flatMap(({ elementId }) => elementId ?? []);
  return { way: ids.map((id) => nodes[id]?.name || id) };
}

// The shortest example for each element is enough.
function deadlocks(program: Program, { failures }: Exploration): readonly Unsoundness[] {
  const byElement = new Map<string, Unsoundness>();
  for (const { steps, outcome } of failures) {
    const elementId = outcome.problem?.elementId ?? '';
    if (outcome.problem?.code !== 'step.stuck' || byElement.has(elementId)) continue;
    byElement.set(elementId, { ...errorAt(elementId, 'soundness.deadlock', wayOf(steps, program)), steps });
  }
  return [...byElement.values()];
}

function livelocks(program: Program, { states, failures }: Exploration): readonly Unsoundness[] {
  const endless = failures.find(({ outcome, steps }) => {
    return outcome.problem?.code === 'step.endless' && Object.keys(steps.at(-1)?.choices ?? {}).length === 0;
  });
  const hopeless = [...states.values()].find(({ key }) => !canEnd(states).has(key));
  if (endless === undefined && hopeless === undefined) return [];
  const elementId = endless?.outcome.problem?.elementId ?? hopeless?.open[0]?.elementId;
  const steps = endless?.steps ?? hopeless?.steps ?? [];
  return [{ ...errorAt(elementId, 'soundness.livelock', wayOf(steps, program)), steps }];
}

const knownEnds = new WeakMap<ReadonlyMap<string, Reached>, ReadonlySet<string>>();

// The states from which an end can be reached; those before a deadlock have their own finding and may end otherwise.
function canEnd(states: ReadonlyMap<string, Reached>): ReadonlySet<string> {
  const known = knownEnds.get(states);
  if (known !== undefined) return known;
  const before = new Map<string, string[]>();
  for (const { key, next } of states.values()) {
    for (const after of next) before.set(after, [...(before.get(after) ?? []), key]);
  }
  const found = new Set<string>();
  const open = [...states.values()].filter(({ move, next }) => move.ended !== undefined || next.size === 0);
  const queue = open.map(({ key }) => key);
  for (const key of queue) {
    if (found.has(key)) continue;
    found.add(key);
    queue.push(...(before.get(key) ?? []));
  }
  knownEnds.set(states, found);
  return found;
}

function unreachable({ nodes }: Program, { entered }: Exploration): readonly Unsoundness[] {
  return Object.values(nodes)
    .filter((node) => !entered.has(node.id) && !isPassive(node))
    .map(({ id }) => ({ ...warningAt(id, 'soundness.unreachable'), steps: [] }));
}

// What undoes, and the event by which it hangs, is reached only when something is undone.
function isPassive({ isForCompensation, handler, event, type }: FlowNode): boolean {
  const undoes = type === 'bpmn:BoundaryEvent' && event?.type === 'compensation';
  return isForCompensation === true || handler !== undefined || undoes;
}

function cutOff(program: Program, { cutOffs }: Exploration): readonly Unsoundness[] {
  return cutOffs.map(({ taskId, endId, steps }) => {
    const params = { end: endId, ...wayOf(steps, program) };
    return { ...warningAt(taskId, 'soundness.task-cut-off', params), steps };
  });
}

function notAllSeen({ states, isComplete }: Exploration): readonly Unsoundness[] {
  if (isComplete) return [];
  return [{ ...warningAt(undefined, 'soundness.not-all-seen', { states: states.size }), steps: [] }];
}
