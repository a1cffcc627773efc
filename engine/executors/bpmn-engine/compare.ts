import { ExecutionProblem } from '../../kernel/types.ts';
import type { ExecutionState, Instant, TrailEntry, Trigger, Variables, Wait, WaitId } from '../../kernel/types.ts';
import { bpmnEngineExecutor } from '../bpmn-engine.ts';
import { kernelExecutor } from '../kernel.ts';
import type { Executor } from '../port.ts';
import { recordingOf } from '../recording.ts';
import type { ExecutorCall } from '../recording.ts';
import type { BpmnEngineProgram } from './program.ts';

/** A trigger that names the element instead of its wait: wait ids are each executor's own. */
export type PlacedTrigger =
  | Exclude<Trigger, { readonly waitId: string }>
  | (DistributiveOmit<NamingTrigger, 'waitId'> & { readonly elementId: string });

type NamingTrigger = Extract<Trigger, { readonly waitId?: string; readonly type: AwaitedType }>;

type AwaitedType = 'complete' | 'fire' | 'message' | 'error' | 'escalation';

type DistributiveOmit<T, K extends keyof T> = T extends unknown ? Omit<T, K> : never;

/** What happens to an instance, and when; without triggers it is only started. */
export interface Play {
  readonly variables: Variables;
  readonly now: Instant;
  readonly triggers: readonly { readonly trigger: PlacedTrigger; readonly now?: Instant }[];
}

/** A step that the two executors do not answer in the same way; step 0 is the start. */
export interface Difference {
  readonly step: number;
  /** What the step was asked to do on the kernel; absent for a start. */
  readonly trigger?: PlacedTrigger;
  readonly aspect: (typeof aspects)[number];
  /** The elements about which they disagree; empty when it is about the process as a whole. */
  readonly elementIds: readonly string[];
  /** What only the kernel has, and what only bpmn-engine has. */
  readonly onKernel: string;
  readonly onBpmnEngine: string;
}

const aspects = ['asked', 'problem', 'trail', 'waits', 'variables', 'emitted', 'ending'] as const;

/**
 * Plays an instance on the kernel and on bpmn-engine and tells the first step in which they differ, aspect by aspect;
 * empty when they agree to the end.
 */
export async function compareOn(program: BpmnEngineProgram, play: Play): Promise<readonly Difference[]> {
  const kernel = await callsIn(kernelExecutor, program.process, play);
  return differencesBetween(kernel, await callsIn(bpmnEngineExecutor, program, play));
}

/**
 * The first step in which two recordings of the same instance differ, aspect by aspect; empty when they agree to the
 * end. Branches that run side by side may take turns in any order: of the trail of a step it counts what happened how
 * often, not in which order.
 */
export function differencesBetween(
  kernel: readonly ExecutorCall[],
  engine: readonly ExecutorCall[],
): readonly Difference[] {
  const [onKernel, onEngine] = [viewsOf(kernel), viewsOf(engine)];
  for (let step = 0; step < Math.max(kernel.length, engine.length); step += 1) {
    const differences = differencesIn(onKernel[step], onEngine[step]);
    if (differences.length > 0) return differences.map((difference) => ({ step, ...difference }));
  }
  return [];
}

/** Something that can be seen of a step, in a form that two executors can agree on. */
interface Sight {
  readonly text: string;
  readonly elementId?: string;
}

interface View {
  readonly trigger?: PlacedTrigger;
  readonly sights: Readonly<Partial<Record<Difference['aspect'], readonly Sight[]>>>;
}

const nothing: View = { sights: {} };

function differencesIn(kernel: View = nothing, engine: View = nothing): readonly Omit<Difference, 'step'>[] {
  const { trigger } = kernel;
  return aspects.flatMap((aspect) => {
    const [ours, theirs] = [kernel.sights[aspect] ?? [], engine.sights[aspect] ?? []];
    const [onKernel, onBpmnEngine] = [without(ours, theirs), without(theirs, ours)];
    if (onKernel.length === 0 && onBpmnEngine.length === 0) return [];
    const elementIds = [...new Set([...onKernel, ...onBpmnEngine].flatMap(({ elementId }) => elementId ?? []))];
    const texts = { onKernel: textOf(onKernel), onBpmnEngine: textOf(onBpmnEngine) };
    return [{ ...(trigger && { trigger }), aspect, elementIds, ...texts }];
  });
}

// What one has seen and the other has not, or not as often.
function without(sights: readonly Sight[], others: readonly Sight[]): readonly Sight[] {
  const left = new Map<string, number>();
  for (const { text } of others) left.set(text, (left.get(text) ?? 0) + 1);
  return sights.filter(({ text }) => {
    const count = left.get(text) ?? 0;
    left.set(text, count - 1);
    return count <= 0;
  });
}

function textOf(sights: readonly Sight[]): string {
  return sights.map(({ text }) => text).join(' ');
}

// A refusal ends the play.
async function callsIn<P>(executor: Executor<P>, program: P, play: Play): Promise<readonly ExecutorCall[]> {
  const recording = recordingOf(executor);
  try {
    let move = await recording.executor.start(program, play.variables, play.now);
    let open = move.opened;
    for (const { trigger, now = play.now } of play.triggers) {
      const kept: ExecutionState = JSON.parse(JSON.stringify(move.state));
      move = await recording.executor.advance(program, kept, triggerAt(trigger, open), now);
      const { closed, opened } = move;
      open = [...open.filter(({ id }) => !closed.includes(id)), ...opened];
    }
  } catch (error) {
    if (!(error instanceof ExecutionProblem)) throw error;
  }
  return recording.calls;
}

function triggerAt(trigger: PlacedTrigger, open: readonly Wait[]): Trigger {
  if (!('elementId' in trigger)) return trigger;
  const { elementId, ...rest } = trigger;
  return { ...rest, waitId: open.find((wait) => wait.elementId === elementId)?.id ?? elementId };
}

type Places = ReadonlyMap<WaitId, string>;

function viewsOf(calls: readonly ExecutorCall[]): readonly View[] {
  const places = new Map<WaitId, string>();
  return calls.map((call) => {
    for (const { id, elementId } of call.move?.opened ?? []) places.set(id, elementId);
    return viewOf(call, places);
  });
}

function viewOf(call: ExecutorCall, places: Places): View {
  const asked = call.type === 'start' ? { input: call.input, at: call.at } : placed(call.trigger, places);
  const trigger = call.type === 'start' ? undefined : placed(call.trigger, places);
  const question: Sight = { text: canonical({ ...asked, now: call.now }) };
  return { ...(trigger && { trigger }), sights: { asked: [question], ...answerOf(call, places) } };
}

function answerOf({ move, problem }: ExecutorCall, places: Places): View['sights'] {
  if (move === undefined) {
    const { elementId } = problem;
    return { problem: [{ text: `${problem.code} ${elementId ?? ''}`, ...(elementId && { elementId }) }] };
  }
  const { trail, opened, closed, variables, emitted = [], ended } = move;
  return {
    trail: trail.map(sightOf),
    waits: [
      ...opened.map(({ id: _, ...wait }) => ({ text: canonical(wait), elementId: wait.elementId })),
      ...closed.map((id) => closing(places.get(id) ?? id)),
    ],
    variables: [{ text: canonical(variables) }],
    emitted: emitted.map((each) => ({ text: canonical(each), elementId: each.elementId })),
    ending: ended === undefined ? [] : [{ text: canonical(ended) }],
  };
}

function closing(elementId: string): Sight {
  return { text: `closed:${elementId}`, elementId };
}

function sightOf(entry: TrailEntry): Sight {
  const elementId = 'flowId' in entry ? entry.flowId : entry.elementId;
  return { text: `${entry.type}:${elementId}`, elementId };
}

function placed(trigger: Trigger, places: Places): PlacedTrigger {
  if (!('waitId' in trigger)) return trigger;
  const { waitId = '', ...rest } = trigger;
  // Only a message may be for whoever awaits it.
  if (waitId === '' && rest.type === 'message') return rest;
  return { ...rest, elementId: places.get(waitId) ?? waitId };
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_, each: unknown) => (isRecord(each) ? sorted(each) : each));
}

function sorted(record: object): object {
  return Object.fromEntries(Object.entries(record).sort(([one], [other]) => (one < other ? -1 : 1)));
}

function isRecord(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
