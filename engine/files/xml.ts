import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { Refused, type Bounds } from './bounds.ts';
import { piecesOf, type Source } from './source.ts';

/** What reading an XML document through tells. */
export interface XmlReading {
  /** The name of the outermost element, without prefix; absent when there is none. */
  readonly root?: string;
  readonly isWellFormed: boolean;
}

/**
 * Reads XML through without keeping it. Nothing is expanded or fetched: a document with a type declaration, where
 * entities
 * are defined, is not accepted.
 * @throws Refused `upload.unsafe-xml`, `upload.too-deep`
 */
export async function readXml(source: Source, { depth }: Bounds): Promise<XmlReading> {
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
  const isWellFormed = await readThrough(parser, source);
  return { isWellFormed, ...(root !== undefined && { root }) };
}

async function readThrough(parser: SaxesParser, source: Source): Promise<boolean> {
  let decoder: TextDecoder | undefined;
  try {
    for await (const piece of piecesOf(source)) {
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
function decoderOf(head: Buffer): TextDecoder {
  const mark = head.subarray(0, 2).toString('hex');
  if (mark === 'fffe' || mark === 'feff') return new TextDecoder(mark === 'fffe' ? 'utf-16le' : 'utf-16be');
  const declared = /^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.-]{1,40})["']/.exec(
    head.subarray(0, 300).toString('latin1'),
  );
  return new TextDecoder(declared?.[1] ?? 'utf-8', { fatal: true });
}
