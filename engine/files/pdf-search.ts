import { piecesOf, type Source } from './source.ts';

/** What was found of a pattern in a file. */
export interface Match {
  /** Where it begins, in bytes. */
  readonly at: number;
  readonly groups: readonly (string | undefined)[];
  /** The text from a little before it to a little after. */
  readonly around: string;
}

/** No match is longer, and as much stands around it. */
const AROUND = 4096;

/**
 * Looks for a pattern in a file without holding the file: a character of the text is a byte (latin-1).
 * @param pattern global, and never longer than 4 KiB
 */
export async function* matchesIn(source: Source, pattern: RegExp): AsyncGenerator<Match> {
  let window = '';
  let start = 0;
  let next = 0;
  for await (const piece of piecesOf(source)) {
    window += piece.toString('latin1');
    const isLast = start + window.length >= source.size;
    const settled = isLast ? window.length : window.length - AROUND;
    for (const found of window.matchAll(pattern)) {
      const at = start + found.index;
      if (at < next || found.index >= settled) continue;
      next = at + found[0].length;
      yield {
        at,
        groups: found.slice(1),
        around: window.slice(Math.max(found.index - AROUND, 0), found.index + AROUND),
      };
    }
    const kept = Math.max(settled - AROUND, 0);
    start += kept;
    window = window.slice(kept);
  }
}
