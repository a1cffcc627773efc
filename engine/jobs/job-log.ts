import { Logger as JobLogger } from 'graphile-worker';
import type { Logger } from '../connect/log.ts';

/** What the queue thinks worth telling is one step less so for whoever runs the engine. */
const levels = { error: 'error', warning: 'warn', info: 'debug', debug: 'trace' } as const;

/** The log of the process as the job queue writes into it. */
export function jobLog(log: Logger): JobLogger {
  return new JobLogger(({ label, taskIdentifier, jobId }) => {
    const scope = { queue: label, task: taskIdentifier, jobId };
    return (level, message) => log[levels[level]](scope, message);
  });
}
