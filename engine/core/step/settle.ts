import type { WaitId } from '../../kernel/types.ts';
import { connectorKey } from '../connector.ts';
import type { Dossier } from '../dossier.ts';
import type { JobDraft, Step } from '../effects.ts';
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
  const timers = timerJobs(before, dossier, resolved);
  const jobs = outsideWaits(dossier);
  const abandoned = [...outsideWaits(before)].flatMap(([waitId, jobType]) => {
    const isAbandoned = !jobs.has(waitId) && waitId !== resolved;
    return isAbandoned ? [connectorKey(jobType, dossier.dossierId, { waitId })] : [];
  });
  return {
    ...step,
    tasksClosed: step.tasksClosed.filter(({ taskId }) => wasOpen(taskId)),
    jobs: [...step.jobs.filter((job) => isWanted(job, jobs)), ...timers.jobs],
    jobsDropped: [...timers.jobsDropped, ...abandoned],
  };
}

function outsideWaits(dossier: Dossier): ReadonlyMap<WaitId, string> {
  return new Map(dossier.waits.flatMap(({ wait }) => (wait.type === 'job' ? [[wait.id, wait.jobType] as const] : [])));
}

function isWanted(job: JobDraft, waits: ReadonlyMap<WaitId, string>): boolean {
  return job.type !== 'call-connector' || 'messageId' in job.place || waits.has(job.place.waitId);
}
