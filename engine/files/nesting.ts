import { Refused, type Bounds } from './bounds.ts';
import type { Pieces } from './pieces.ts';

const [QUOTE, BACKSLASH] = [0x22, 0x5c];
const opening: readonly number[] = [0x7b, 0x5b];
const closing: readonly number[] = [0x7d, 0x5d];

/**
 * Reads JSON through without building it, and counts lists and objects inside one another. Whether what it holds is
 * right is for whoever reads it.
 * @returns whether it ends where it began
 * @throws Refused `upload.too-deep`
 */
export async function isClosedJson(pieces: Pieces, { depth }: Bounds): Promise<boolean> {
  let level = 0;
  let isText = false;
  let isEscaped = false;
  for await (const piece of pieces) {
    for (const byte of piece) {
      if (isEscaped) isEscaped = false;
      else if (isText && byte === BACKSLASH) isEscaped = true;
      else if (byte === QUOTE) isText = !isText;
      else if (!isText && opening.includes(byte)) level += 1;
      else if (!isText && closing.includes(byte)) level -= 1;
      if (level > depth) throw new Refused('upload.too-deep');
    }
  }
  return level === 0 && !isText;
}
