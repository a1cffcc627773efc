import type { Config } from '../config.ts';
import type { Logger } from '../connect/log.ts';
import type { Instant } from '../kernel/types.ts';
import type { Running } from './running.ts';

/** What every part of the engine is started with. */
export interface Start {
  readonly config: Config;
  readonly log: Logger;
  readonly running: Running;
  readonly clock: () => Instant;
}
