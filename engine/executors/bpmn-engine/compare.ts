import { kernelExecutor } from '../kernel.ts';
import type { Executor } from '../port.ts';
import { bpmnEngineExecutor } from '../bpmn-engine.ts';
import { ExecutionProblem } from '../../kernel/types.ts';
import type { ExecutionState, Instant, Move, TrailEntry, Trigger, Variables, Wait } from '../../kernel/types.ts';
import type { BpmnEngineProgram } from './program.ts';

/** A trigger that names the element instead of its wait: wait ids are each executor's own. */
export type PlacedTrigger =
  | Exclude<Trigger, { readonly waitId: string }>
  | (DistributiveOmit<Extract<Trigger, { readonly waitId: string }>, 'waitId'> & { readonly elementId: string });

type DistributiveOmit<T, K extends keyof T> = T extends unknown ? Omit<T, K> : never;

/** What happens to an instance, and when; without triggers it is only started. */
export interface Play {
  readonly variables: Variables;
  readonly now: Instant;
  readonly triggers: readonly { readonly trigger: PlacedTrigger; readonly now?: Instant }[];
}

/** A step of a play that the two executors do not answer in the same way; step 0 is the start. */
export interface Difference {
  readonly step: number;
  readonly aspect: 'trail' | 'waits' | 'variables' | 'ending' | 'emitted' | 'problem';
  readonly onKernel: string;
  readonly onBpmnEngine: string;
}

/** What can be seen of an instance after a step, in a form that two executors can agree on. */
export type View = Readonly<Record<Difference['aspect'], string>>;

/**
 * Plays an instance on the kernel and on bpmn-engine and tells the first step in which they differ, aspect by aspect;
 * empty when they agree to the end. Branches that run side by side may take turns in any order: of the trail of a
 * step it counts what happened how often, not in which order.
 */
export async function compareOn(program: BpmnEngineProgram, play: Play): Promise<readonly Difference[]> {
  const kernel = await viewsOf(kernelExecutor, program.process, play);
  const engine = await viewsOf(bpmnEngineExecutor, program, play);
  for (let step = 0; step < Math.max(kernel.length, engine.length); step += 1) {
    const differences = differencesOf(step, kernel[step], engine[step]);
    if (differences.length > 0) return differences;
  }
  return [];
}

const aspects = ['problem', 'trail', 'waits', 'variables', 'emitted', 'ending'] as const;

function differencesOf(step: number, kernel: View | undefined, engine: View | undefined): readonly Difference[] {
  return aspects.flatMap((aspect) => {
    const [onKernel, onBpmnEngine] = [kernel?.[aspect] ?? '', engine?.[aspect] ?? ''];
    return onKernel === onBpmnEngine ? [] : [{ step, aspect, onKernel, onBpmnEngine }];
  });
}

/** What can be seen of an instance after each step of a play; a problem is the last that is seen. */
export async function viewsOf<P>(executor: Executor<P>, program: P, play: Play): Promise<readonly View[]> {
  const views: View[] = [];
  try {
    let move = await executor.start(program, play.variables, play.now);
    let open = move.opened;
    views.push(viewOf(move, open));
    for (const { trigger, now = play.now } of play.triggers) {
      const kept: ExecutionState = JSON.parse(JSON.stringify(move.state));
      move = await executor.advance(program, kept, placedAt(trigger, open), now);
      const { closed, opened } = move;
      open = [...open.filter(({ id }) => !closed.includes(id)), ...opened];
      views.push(viewOf(move, open));
    }
  } catch (error) {
    if (!(error instanceof ExecutionProblem)) throw error;
    views.push({ ...nothing, problem: `${error.code} ${error.place.elementId ?? ''}` });
  }
  return views;
}

const nothing: View = { problem: '', trail: '', waits: '', variables: '', emitted: '', ending: '' };

function placedAt(trigger: PlacedTrigger, open: readonly Wait[]): Trigger {
  if (!('elementId' in trigger)) return trigger;
  const { elementId, ...rest } = trigger;
  return { ...rest, waitId: open.find((wait) => wait.elementId === elementId)?.id ?? elementId };
}

function viewOf({ trail, variables, emitted = [], ended }: Move, open: readonly Wait[]): View {
  return {
    problem: '',
    trail: trail.map(nameOf).sort().join(' '),
    waits: open
      .map(({ id: _, ...wait }) => canonical(wait))
      .sort()
      .join(' '),
    variables: canonical(variables),
    emitted: emitted.map(canonical).sort().join(' '),
    ending: ended === undefined ? '' : canonical(ended),
  };
}

function nameOf(entry: TrailEntry): string {
  return `${entry.type}:${'flowId' in entry ? entry.flowId : entry.elementId}`;
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
