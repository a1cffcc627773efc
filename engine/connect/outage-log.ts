import type { Logger } from './log.ts';

/** Writes an outage down once. */
export interface OutageLog {
  /**
   * Notes a failure that the surroundings caused. The first of an outage is an error in the log, the others are
   * counted.
   */
  note(what: string, error: unknown): void;
}

/** An outage is over when nothing has failed for so long. */
const QUIET_MS = 60_000;

/**
 * Gives a log that has one line for an outage, however many requests fail in it, and one for its end: when nothing has
 * failed for a minute, with how many failures there were.
 */
export function outageLog(log: Logger): OutageLog {
  const underWay = new Map<string, { failures: number; readonly end: NodeJS.Timeout }>();
  const over = (what: string): void => {
    log.info({ outage: what, failures: underWay.get(what)?.failures }, 'no failure for a minute');
    underWay.delete(what);
  };
  return {
    note: (what, error) => {
      const known = underWay.get(what);
      if (known !== undefined) {
        known.failures += 1;
        known.end.refresh();
        log.debug({ outage: what, err: error }, 'outage');
        return;
      }
      log.error({ outage: what, err: error }, 'outage');
      // The wait for the end keeps no process from ending.
      underWay.set(what, { failures: 1, end: setTimeout(() => over(what), QUIET_MS).unref() });
    },
  };
}
