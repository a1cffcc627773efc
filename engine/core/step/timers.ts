import type { Instant, TimerWait } from '../../kernel/types.ts';
import { deadline } from '../../language/deadline.ts';
import { addDays, startOfRomeDay } from '../calendar.ts';
import { executionOf, executionsOf, viewFrom } from '../called.ts';
import type { Dossier, OpenWait } from '../dossier.ts';
import type { JobDraft, Step } from '../effects.ts';
import type { Procedure } from '../procedure.ts';
import { dayBefore, latestDeadline } from '../term/deadline.ts';
import { sceneIn } from './executions.ts';
import { holds } from '../expression.ts';
import { change } from './progress.ts';
import type { Scene } from './progress.ts';
import { dueOn } from './tasks.ts';
import type { Procedures } from './tasks.ts';

/** The key of the job of a timer: arming it again replaces the job. */
export function timerKey(dossierId: string, waitId: string): string {
  return `timer:${dossierId}:${waitId}`;
}

/**
 * Sets every timer by the terms as they are now: one bound to a term is due when the last day of the term is over, at
 * midnight in Italy, or as many days before its end as are drawn; it is not armed while the term has no last day, has
 * ended, was never started, or its condition does not hold.
 */
export function armTimers(step: Step, procedures: Procedures, scene: Scene): Step {
  const waits = step.dossier.waits.map((open): OpenWait => {
    const { wait } = open;
    if (wait.type !== 'timer') return open;
    const executionId = executionOf(wait.id);
    const place = { dossier: viewFrom(step.dossier, executionId), procedure: procedures(executionId) };
    return { wait, dueAt: dueInstant(wait, place, scene) };
  });
  return scheduleTasks(change(step, { waits }), procedures);
}

/** The procedure of each execution of a dossier, loaded. */
export async function proceduresOf(dossier: Dossier, scene: Scene): Promise<Procedures> {
  const known = new Map<string, Procedure>();
  for (const executionId of executionsOf(dossier)) {
    known.set(executionId, (await sceneIn(scene, dossier, executionId)).context.procedure);
  }
  return (executionId) => known.get(executionId) ?? scene.context.procedure;
}

/** The jobs by which the timers of `before` become those of `after`; the timer that `fired` needs none. */
export function timerJobs(before: Dossier, after: Dossier, fired?: string): Pick<Step, 'jobs' | 'jobsDropped'> {
  const armedBefore = armed(before);
  const armedAfter = armed(after);
  const { dossierId } = after;
  const jobs = [...armedAfter].flatMap(([waitId, runAt]): JobDraft[] => {
    if (armedBefore.get(waitId) === runAt) return [];
    return [{ type: 'fire-timer', key: timerKey(dossierId, waitId), dossierId, waitId, runAt }];
  });
  const gone = [...armedBefore.keys()].filter((waitId) => !armedAfter.has(waitId) && waitId !== fired);
  return { jobs, jobsDropped: gone.map((waitId) => timerKey(dossierId, waitId)) };
}

function armed(dossier: Dossier): ReadonlyMap<string, Instant> {
  const timers = dossier.waits.filter(({ wait }) => wait.type === 'timer');
  return new Map(timers.flatMap(({ wait, dueAt }) => (dueAt === null ? [] : [[wait.id, dueAt] as const])));
}

interface TimerPlace {
  readonly dossier: Dossier;
  readonly procedure: Procedure;
}

function dueInstant(wait: TimerWait, { dossier, procedure }: TimerPlace, scene: Scene): Instant | null {
  const bound = deadline.of(procedure.facts[wait.elementId]);
  if (!bound) return wait.dueAt;
  const term = dossier.terms[bound.term];
  if (!term || term.state === 'ended') return null;
  if (!holds(bound.when, { elementId: wait.elementId, dossier, now: scene.context.now })) return null;
  const day = bound.before === undefined ? latestDeadline(term) : dayBefore(term, bound.before);
  if (day === undefined) return null;
  return startOfRomeDay(bound.before === undefined ? addDays(day, 1) : day);
}

// Tasks follow the timers on their edge.
function scheduleTasks(step: Step, procedures: Procedures): Step {
  const tasks = step.dossier.tasks.map((task) => {
    const day = dueOn(task, step.dossier, procedures);
    return day === undefined || day === task.dueOn ? task : { ...task, dueOn: day };
  });
  return change(step, { tasks });
}
