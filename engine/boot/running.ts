import type { Logger } from '../connect/log.ts';

/** Something that was started and has to be stopped, by name. */
interface Part {
  readonly name: string;
  readonly stop: () => Promise<void>;
}

/**
 * What runs now. Parts are stopped one after the other, the last started first. Once stopping has begun it goes on to
 * the end: a part added later is stopped at once.
 */
export interface Running {
  add(name: string, stop: () => Promise<void>): Promise<void>;
  stopAll(): Promise<void>;
  isStopping(): boolean;
}

/**
 * Gives an empty list of running parts. A part that fails to stop, or takes longer than `stopMs`, is logged and does
 * not keep the others from it.
 */
export function runningParts(log: Logger, stopMs = 60_000): Running {
  const parts: Part[] = [];
  let stopping: Promise<void> | undefined;
  return {
    add: async (name, stop) => {
      if (stopping === undefined) parts.push({ name, stop });
      else await stopPart({ name, stop }, { log, stopMs });
    },
    stopAll: () => {
      stopping ??= stopEach(parts, { log, stopMs });
      return stopping;
    },
    isStopping: () => stopping !== undefined,
  };
}

interface Stopping {
  readonly log: Logger;
  readonly stopMs: number;
}

async function stopEach(parts: readonly Part[], stopping: Stopping): Promise<void> {
  for (const part of parts.toReversed()) await stopPart(part, stopping);
}

async function stopPart({ name, stop }: Part, { log, stopMs }: Stopping): Promise<void> {
  const startedAt = performance.now();
  await Promise.race([stop(), tooLate(stopMs)]).catch((error: unknown) => {
    log.error({ err: error, part: name }, 'stop failed');
  });
  log.debug({ part: name, ms: Math.round(performance.now() - startedAt) }, 'stopped');
}

function tooLate(ms: number): Promise<never> {
  return new Promise((_resolve, reject) => {
    setTimeout(() => reject(new Error(`not stopped within ${ms} ms`)), ms).unref();
  });
}
