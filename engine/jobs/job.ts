import type { Connector } from '../connect/connectors/connector.ts';
import type { Logger } from '../connect/log.ts';
import type { FileStore } from '../connect/files.ts';
import type { Mailer } from '../connect/mail.ts';
import type { Actor } from '../core/actor.ts';
import { Problem, type ProblemCode } from '../core/problem.ts';
import type { Outside } from './outside.ts';
import { run, type RunDeps, type RunRequest } from '../run.ts';

/** What jobs work with: the door, and the outside world behind its ports. */
export interface JobDeps extends RunDeps {
  readonly files: FileStore;
  readonly mailer: Mailer;
  readonly log: Logger;
  /** How connectors reach other services. */
  readonly outside: Outside;
  /** The services outside that are called; those of the product without it. */
  readonly connectors?: readonly Connector[];
}

/**
 * Does a job. It may be called again after it has done its work, or half of it: whatever it changes, it changes through
 * the door, which lets it through once. An exception means *try again later*.
 */
export type JobHandler = (payload: unknown, deps: JobDeps) => Promise<void>;

/** As whom jobs ask at the door. */
export const theWorker: Actor = { type: 'system', component: 'worker' };

/** With these the door says that the work was done already, or is no longer wanted. */
const pastCodes: readonly ProblemCode[] = ['wait.not-open', 'request.idempotency-key-reused'];

/** Asks at the door; gives false when nobody waits for it any more, which ends the job. */
export async function runUnlessPast(deps: RunDeps, request: RunRequest): Promise<boolean> {
  try {
    await run(deps, request);
    return true;
  } catch (error) {
    if (error instanceof Problem && pastCodes.includes(error.code)) return false;
    throw error;
  }
}
