import type { Instant } from '../kernel/types.ts';

/** What is read now and then, and how old it may be. */
export interface Remembering<Value> {
  readonly read: () => Promise<Value>;
  readonly clock: () => Instant;
  /** Without it the value is read once. */
  readonly freshMs?: number;
}

/**
 * Keeps a value that is read from the database. The first who ask wait for it together. Later it is given at once: an
 * old value is given too, while a new one is read. When that fails the old one stays, and the next call reads again.
 */
export function remembered<Value>({ read, clock, freshMs }: Remembering<Value>): () => Promise<Value> {
  let kept: { readonly value: Value; readonly readAt: number } | undefined;
  let reading: Promise<Value> | undefined;
  const readAnew = (): Promise<Value> => {
    reading ??= read()
      .then((value) => {
        kept = { value, readAt: Date.parse(clock()) };
        return value;
      })
      .finally(() => {
        reading = undefined;
      });
    return reading;
  };
  return async () => {
    if (kept === undefined) return readAnew();
    const isOld = freshMs !== undefined && Date.parse(clock()) - kept.readAt > freshMs;
    // Nobody waits for it, and nobody needs to hear that it failed: the database is asked again at the next call.
    if (isOld) readAnew().catch(() => undefined);
    return kept.value;
  };
}
