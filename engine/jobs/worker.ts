import { outageLog } from '../connect/outage-log.ts';
import { faultOf } from '../store/faults.ts';
import { wakeDueStarts } from '../store/tables/start-subscriptions.ts';
import { matchMessages } from '../store/tables/thrown-messages.ts';
import { openAttendance, releaseAbandoned } from './attendance.ts';
import { closeDays } from './close-days.ts';
import { followRules } from './follow-rules.ts';
import { openQueue, type QueueOptions } from './queue.ts';
import { repeat } from './repeat.ts';
import { tidyUploads } from './tidy-uploads.ts';
import { wakeDueTimers } from './wake.ts';

/** A worker, at work. */
export interface Worker {
  /** Takes no more jobs and lets those in hand end. */
  stop(): Promise<void>;
}

/** How a worker is set up. */
export interface WorkerOptions extends QueueOptions {
  /** How often it looks for what nobody would do by itself; 20 seconds without it. */
  readonly roundMs?: number;
}

/**
 * Starts doing the jobs of the queue. Any number of processes may do so on one database; each hears of a new job within
 * milliseconds. At once and every 20 seconds it makes its round: jobs of processes that were killed go back to the
 * queue, timers whose job was lost are woken, messages and those who await them are brought together, a queue that
 * broke off with the database is opened again, days that are over are closed with the root of their events, rows of
 * dossiers are brought to the rules by which lists show them, and files that were never sent are dropped.
 */
export async function startWorker(options: WorkerOptions): Promise<Worker> {
  const { databaseUrl, deps, roundMs = 20_000 } = options;
  const attendance = openAttendance(databaseUrl);
  const outages = outageLog(deps.log);
  let queue = await openQueue(options);
  const round = async (): Promise<void> => {
    if (queue.isBroken()) {
      await queue.close();
      queue = await openQueue(options);
    }
    await attendance.answerFor(queue.workerIds());
    const abandoned = await releaseAbandoned(deps.db);
    const woken = (await wakeDueTimers(deps)) + (await wakeDueStarts(deps.db, deps.clock()));
    const matched = await matchMessages(deps.db, deps.clock());
    if (abandoned + woken + matched > 0) deps.log.info({ abandoned, woken, matched }, 'jobs brought back to the queue');
    const closed = await closeDays(deps);
    if (closed > 0) deps.log.info({ closed }, 'days closed with the root of their events');
    const followed = await followRules(deps);
    if (followed > 0) deps.log.info({ followed }, 'rows of dossiers follow the rules of lists');
    const { uploads, files } = await tidyUploads(deps);
    if (uploads + files > 0) deps.log.info({ uploads, files }, 'dropped what was never sent');
  };
  const rounds = repeat(round, {
    everyMs: roundMs,
    onError: (error) => {
      if (faultOf(error) === undefined) deps.log.error({ err: error }, 'round failed');
      else outages.note('round', error);
    },
  });
  return {
    stop: async () => {
      await rounds.stop();
      await queue.close();
      await attendance.leave();
    },
  };
}
