import type { WaitId } from '../../kernel/types.ts';
import type { Dossier } from '../dossier.ts';
import type { Step } from '../effects.ts';
import { timerJobs } from './timers.ts';

/** Where the step came from: the dossier before it, and the wait that was resolved from outside. */
export interface Origin {
  readonly before: Dossier;
  readonly resolved?: WaitId | undefined;
}

/** The step as the store needs it: what opened and closed within it is in its events; outside it never existed. */
export function settled(step: Step, { before, resolved }: Origin): Step {
  const { dossier } = step;
  const wasOpen = (taskId: string): boolean => before.tasks.some((task) => task.taskId === taskId);
  const isOpen = (taskId: string): boolean => dossier.tasks.some((task) => task.taskId === taskId);
  const timers = timerJobs(before, dossier, resolved);
  const jobs = outsideWaits(dossier);
  const abandoned = [...outsideWaits(before)].filter((waitId) => !jobs.has(waitId) && waitId !== resolved);
  return {
    ...step,
    tasksOpened: step.tasksOpened.filter(({ taskId }) => isOpen(taskId)),
    tasksClosed: step.tasksClosed.filter(({ taskId }) => wasOpen(taskId)),
    tasksChanged: step.tasksChanged.filter(({ taskId }) => isOpen(taskId)),
    jobs: [...step.jobs.filter((job) => job.type !== 'create-document' || jobs.has(job.waitId)), ...timers.jobs],
    jobsDropped: [...timers.jobsDropped, ...abandoned.map((waitId) => documentKey(dossier, waitId))],
  };
}

function outsideWaits(dossier: Dossier): ReadonlySet<WaitId> {
  return new Set(dossier.waits.flatMap(({ wait }) => (wait.type === 'job' ? [wait.id] : [])));
}

/** The key of the job that draws up a document. */
export function documentKey({ dossierId }: Dossier, waitId: WaitId): string {
  return `create-document:${dossierId}:${waitId}`;
}
