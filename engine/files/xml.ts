import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { Refused, type Bounds } from './bounds.ts';
import type { Pieces } from './pieces.ts';

/** What reading an XML document through tells. */
export interface XmlReading {
  /** The name of the outermost element, without prefix; absent when there is none. */
  readonly root?: string;
  readonly isWellFormed: boolean;
}

/**
 * Reads XML through without keeping it. Nothing is expanded or fetched: a document with a type declaration, where
 * entities are defined, is not accepted.
 * @throws Refused `upload.unsafe-xml`, `upload.too-deep`
 */
export async function readXml(pieces: Pieces, { depth }: Bounds): Promise<XmlReading> {
  const parser = new SaxesParser();
  let root: string | undefined;
  let level = 0;
  parser.on('opentagstart', ({ name }: Pick<SaxesTagPlain, 'name'>) => {
    root ??= name.replace(/^.*:/, '');
    if ((level += 1) > depth) throw new Refused('upload.too-deep');
  });
  parser.on('closetag', () => void (level -= 1));
  parser.on('doctype', () => {
    throw new Refused('upload.unsafe-xml');
  });
  parser.on('error', (error) => {
    throw error;
  });
  const isWellFormed = await readThrough(parser, pieces);
  return { isWellFormed, ...(root !== undefined && { root }) };
}

async function readThrough(parser: SaxesParser, pieces: Pieces): Promise<boolean> {
  let decoder: TextDecoder | undefined;
  try {
    for await (const piece of pieces) {
      decoder ??= decoderOf(piece);
      parser.write(decoder.decode(piece, { stream: true }));
    }
    parser.close();
    return true;
  } catch (error) {
    if (error instanceof Refused) throw error;
    return false;
  }
}

/** By the byte order mark, else by the declaration, else UTF-8 (XML 1.0, appendix F). */
function decoderOf(head: Uint8Array): TextDecoder {
  const [first, second] = head;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le');
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be');
  const begin = new TextDecoder('latin1').decode(head.subarray(0, 300));
  const declared = /^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.-]{1,40})["']/.exec(begin);
  return new TextDecoder(declared?.[1] ?? 'utf-8', { fatal: true });
}
