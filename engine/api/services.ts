import type { Logger } from '../connect/log.ts';
import type { FileStore } from '../connect/files.ts';
import type { Audience, IdentityProvider } from '../connect/identity/provider.ts';
import type { Registries } from '../connect/registries.ts';
import type { Judge } from '../files/judge.ts';
import type { Checker } from '../publish/checker.ts';
import type { RunDeps } from '../run.ts';
import type { Db } from '../store/db.ts';
import type { Limits } from './limits.ts';
import type { Sessions } from './session.ts';

/** Everything the operations of the API work with; made once by `main.ts`, or by a test. */
export interface Services extends RunDeps {
  /** By which the state of the database is asked, so that it is told even when all other connections are taken. */
  readonly healthDb?: Db;
  readonly files: FileStore;
  /** Judges the files that people put up. */
  readonly judge: Judge;
  /** Checks the packages that analysts draw. */
  readonly checker: Checker;
  readonly sessions: Sessions;
  readonly limits: Limits;
  readonly identity: Readonly<Record<Audience, IdentityProvider>>;
  /** Registries of other administrations that forms may be prefilled from; none where none is joined. */
  readonly registries?: Registries;
  readonly log: Logger;
  /** True where demo identities and kept mails exist; never in production. */
  readonly development: boolean;
  /** Answers are parsed by their own contract before they leave: everywhere but in production. */
  readonly checkAnswers: boolean;
}
