import type { Facts } from '../../engine/words/record/sentence.ts';

/** What the record says of files that somebody has added. */
export const added = (by: string, count: number, readableBy: readonly string[] = []): Facts => ({
  ...{ by, count, titles: ['Delega', 'Delega', 'Pianta'], readableBy },
});
