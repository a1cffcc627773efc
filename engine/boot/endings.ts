import type { Logger } from '../connect/log.ts';
import type { Running } from './running.ts';

/** What ends, and how it is heard of and ended. */
export interface Ending {
  readonly running: Running;
  readonly log: Logger;
  /** The process itself, except in tests. */
  readonly process: Pick<NodeJS.Process, 'on' | 'exit'>;
  /** Called when the first signal has come. */
  readonly onSignal?: () => void;
}

/**
 * Ends the process in order. The first signal stops all parts and ends with 0; a second one does not wait. An error
 * that nobody caught, or a rejection that nobody heard, may have left anything behind in this process: it is logged,
 * all parts are stopped, and the process ends with 1, to be started anew by whoever watches it.
 */
export function endInOrder({ running, log, process, onSignal }: Ending): void {
  const stop = (code: number): void => void running.stopAll().finally(() => process.exit(code));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (running.isStopping()) return process.exit(1);
      onSignal?.();
      stop(0);
    });
  }
  const endOnDefect = (error: unknown): void => {
    log.fatal({ err: error }, 'an error that nobody caught');
    stop(1);
  };
  process.on('unhandledRejection', endOnDefect);
  process.on('uncaughtException', endOnDefect);
}
