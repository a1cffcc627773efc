import { EventEmitter } from 'node:events';
import { run, type Job, type Runner, type TaskList, type WorkerEvents } from 'graphile-worker';
import { recordIncident } from './incident.ts';
import { jobLog } from './job-log.ts';
import type { JobDeps, JobHandler } from './job.ts';
import { pause } from './pause.ts';
import { jobHandlers } from './tasks.ts';

/** How the queue is worked. */
export interface QueueOptions {
  readonly databaseUrl: string;
  readonly deps: JobDeps;
  /** Jobs done at the same time; 4 without it. */
  readonly concurrency?: number;
  /** What does each kind of job; other than the real ones only in tests. */
  readonly handlers?: Readonly<Record<string, JobHandler>>;
}

/** The job queue, being worked. */
export interface Queue {
  /** Under which names its workers lock jobs. */
  workerIds(): readonly string[];
  /** Whether one of its workers has given up: the library replaces none. */
  isBroken(): boolean;
  /** Takes no more jobs and waits for those in hand. */
  close(): Promise<void>;
}

/** Begins to take jobs, with as many workers as are done at the same time. */
export async function openQueue({
  databaseUrl,
  deps,
  concurrency = 4,
  handlers = jobHandlers,
}: QueueOptions): Promise<Queue> {
  const workerIds: string[] = [];
  let broken = false;
  const events: WorkerEvents = new EventEmitter();
  events.on('worker:create', ({ worker }) => workerIds.push(worker.workerId));
  events.on('worker:fatalError', () => {
    broken = true;
  });
  const failures = failureKeeper(deps);
  events.on('job:complete', ({ job, error }) => {
    if (error) failures.keep(job, error);
  });
  const runner: Runner = await run({
    connectionString: databaseUrl,
    taskList: taskList(deps, handlers),
    concurrency,
    maxPoolSize: concurrency + 2,
    pollInterval: 1000,
    noHandleSignals: true,
    logger: jobLog(deps.log),
    events,
  });
  runner.promise.catch((error: unknown) => {
    broken = true;
    deps.log.error({ err: error }, 'job queue broke off');
  });
  return {
    workerIds: () => workerIds,
    isBroken: () => broken,
    close: async () => {
      await runner.stop().catch((error: unknown) => deps.log.debug({ err: error }, 'job queue was closed already'));
      await failures.settled();
    },
  };
}

function taskList(deps: JobDeps, handlers: Readonly<Record<string, JobHandler>>): TaskList {
  return Object.fromEntries(
    Object.entries(handlers).map(([task, handler]) => [task, (payload: unknown) => handler(payload, deps)]),
  );
}

/** Writes incidents while the queue goes on; `settled` waits for those under way. */
function failureKeeper({ db, clock, log, connectors }: JobDeps) {
  const underWay = new Set<Promise<unknown>>();
  return {
    keep: (job: Job, error: unknown): void => {
      const { id: jobId, task_identifier: task, payload, attempts, max_attempts: maxAttempts } = job;
      const writing = recordIncident(db, { jobId, task, payload, attempts, maxAttempts, error }, clock())
        .then(async (isIncident) => {
          if (isIncident) log.error({ jobId, task, err: error }, 'job became an incident');
          else await pause(db, { jobId, task, payload, attempts, connectors }, clock());
        })
        .catch((cause: unknown) => log.error({ jobId, task, err: cause }, 'incident could not be written'))
        .finally(() => underWay.delete(writing));
      underWay.add(writing);
    },
    settled: async (): Promise<void> => void (await Promise.all(underWay)),
  };
}
