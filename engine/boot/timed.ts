import type { Logger } from '../connect/log.ts';

/** Does a step of the start and writes into the log how long it took. */
export async function timed<Value>(log: Logger, step: string, act: () => Promise<Value>): Promise<Value> {
  const startedAt = performance.now();
  const value = await act();
  log.debug({ step, ms: Math.round(performance.now() - startedAt) }, 'started');
  return value;
}
