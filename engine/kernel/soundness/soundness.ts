import { errorAt, warningAt } from '../findings.ts';
import type { FlowNode, Program } from '../program.ts';
import type { Finding } from '../types.ts';
import { explore } from './explore.ts';
import type { Exploration, Reached } from './explore.ts';
import type { PlayStep } from './play.ts';
import { skeletonOf } from './skeleton.ts';

/** A way in which a process can go wrong; its steps can be played on the skeleton. */
export interface Unsoundness extends Finding {
  /** How it comes to it, from the beginning; empty for an element that nothing reaches. */
  readonly steps: readonly PlayStep[];
}

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
    ...deadlocks(exploration),
    ...(isComplete ? livelocks(exploration) : []),
    ...(isComplete ? unreachable(skeleton, exploration) : []),
    ...cutOff(exploration),
    ...notAllSeen(exploration),
  ];
  return { findings, states: states.size, isComplete };
}

// The shortest example for each element is enough.
function deadlocks({ failures }: Exploration): readonly Unsoundness[] {
  const byElement = new Map<string, Unsoundness>();
  for (const { steps, outcome } of failures) {
    const elementId = outcome.problem?.place.elementId ?? '';
    if (outcome.problem?.code !== 'step.stuck' || byElement.has(elementId)) continue;
    const message = `Il processo può restare bloccato in ${elementId}, che aspetta un flusso dal quale non arriverà più nulla.`;
    byElement.set(elementId, { ...errorAt(elementId, 'soundness.deadlock', message), steps });
  }
  return [...byElement.values()];
}

function livelocks({ states, failures }: Exploration): readonly Unsoundness[] {
  const endless = failures.find(({ outcome, steps }) => {
    return outcome.problem?.code === 'step.endless' && Object.keys(steps.at(-1)?.choices ?? {}).length === 0;
  });
  const hopeless = [...states.values()].find(({ key }) => !canEnd(states).has(key));
  if (endless === undefined && hopeless === undefined) return [];
  const elementId = endless?.outcome.problem?.place.elementId ?? hopeless?.open[0]?.elementId;
  const steps = endless?.steps ?? hopeless?.steps ?? [];
  const message = `Da ${elementId ?? 'qui'} il processo non può più concludersi: gira senza via d’uscita.`;
  return [{ ...errorAt(elementId, 'soundness.livelock', message), steps }];
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
    .map(({ id }) => {
      const message = `L’elemento ${id} non viene mai raggiunto, qualunque cosa accada.`;
      return { ...warningAt(id, 'soundness.unreachable', message), steps: [] };
    });
}

// What undoes, and the event by which it hangs, is reached only when something is undone.
function isPassive({ isForCompensation, handler, event, type }: FlowNode): boolean {
  const undoes = type === 'bpmn:BoundaryEvent' && event?.type === 'compensation';
  return isForCompensation === true || handler !== undefined || undoes;
}

function cutOff({ cutOffs }: Exploration): readonly Unsoundness[] {
  return cutOffs.map(({ taskId, endId, steps }) => {
    const message = `Quando si arriva alla fine ${endId}, l’attività ${taskId} può essere ancora aperta: si chiude senza che nessuno l’abbia svolta.`;
    return { ...warningAt(taskId, 'soundness.task-cut-off', message), steps };
  });
}

function notAllSeen({ states, isComplete }: Exploration): readonly Unsoundness[] {
  if (isComplete) return [];
  const message = `Il processo può trovarsi in più di ${states.size} situazioni diverse: oltre queste non è stato esaminato, e non si può dire che si concluda sempre.`;
  return [{ ...warningAt(undefined, 'soundness.not-all-seen', message), steps: [] }];
}
