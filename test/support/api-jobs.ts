import { noOutside } from './harness.ts';
import { v7 } from 'uuid';
import { folderFileStore } from '../../engine/connect/files.ts';
import { createLog } from '../../engine/connect/log.ts';
import type { Mail } from '../../engine/connect/mail.ts';
import { chosenExecutor } from '../../engine/executors/chosen.ts';
import type { JobDeps } from '../../engine/jobs/job.ts';
import { jobHandlers } from '../../engine/jobs/tasks.ts';
import { formLookups } from '../../engine/store/lookups.ts';
import { procedureLoader } from '../../engine/publish/load-procedure.ts';
import type { RunningApi } from './api.ts';
import { drain, nextTimer } from './harness-rows.ts';

/** Who does the jobs of a running server, when a test says so. */
export interface ApiJobs {
  /** What the mail server was given, the oldest first. */
  readonly mails: readonly Mail[];
  /** Does all jobs but timers, and those that they bring about. */
  drain(): Promise<void>;
  /** Moves the clock of the server by days, and fires every timer that is due then. */
  passDays(days: number): Promise<void>;
}

/** The jobs of a running server. */
export function jobsOf(api: RunningApi): ApiJobs {
  const mails: Mail[] = [];
  const deps = depsOf(api, mails);
  return {
    mails,
    drain: () => drain(deps),
    passDays: async (days) => {
      await drain(deps);
      api.advance({ minutes: days * 24 * 60 });
      for (let due = await nextTimer(deps, api.now()); due; due = await nextTimer(deps, api.now())) {
        await jobHandlers[due.type](due.payload, deps);
        await drain(deps);
      }
    },
  };
}

function depsOf(api: RunningApi, mails: Mail[]): JobDeps {
  const keep: JobDeps['mailer']['send'] = async (mail, beforeText) => {
    await beforeText?.();
    mails.push(mail);
    return '250 accepted';
  };
  return {
    db: api.db,
    clock: api.now,
    newId: v7,
    procedures: procedureLoader(api.db),
    executor: chosenExecutor,
    lookups: formLookups(api.db, api.now),
    baseUrl: api.baseUrl,
    files: folderFileStore(api.filesFolder, v7),
    mailer: { send: keep, close: () => undefined },
    log: createLog({ level: 'silent', production: true }),
    outside: noOutside,
  };
}
