import type { Instant } from '../kernel/types.ts';

const DAY_MS = 86_400_000;

/** The clock of the process: the machine's, ahead by whole days where somebody wants to see a term pass. */
export function systemClock(offsetDays = 0): () => Instant {
  return () => new Date(Date.now() + offsetDays * DAY_MS).toISOString();
}
