import { Refused } from './bounds.ts';
import { opensWithoutPassword, type PdfEncryption } from './pdf-password.ts';
import { matchesIn } from './pdf-search.ts';
import type { Source } from './source.ts';

/** A PDF may begin with this many other bytes (ISO 32000-1, Annex H.3, note 13). */
const MOST_BEFORE = 1024;

/** Whether a file begins as a PDF does. */
export const isPdf = (head: Buffer): boolean => head.subarray(0, MOST_BEFORE + 5).includes('%PDF-');

/** How far from the end a reader looks for the place of the cross-references. */
const TAIL = 2048;

/**
 * Looks whether a PDF can be opened by whoever gets it.
 * @returns whether its end is as it should be; without it the file was cut off or is no more than a beginning
 * @throws Refused `upload.encrypted` when it takes a password to open it
 */
export async function isWholePdf(source: Source): Promise<boolean> {
  const encryption = await encryptionOf(source);
  if (encryption === 'unknown' || (encryption !== undefined && !opensWithoutPassword(encryption))) {
    throw new Refused('upload.encrypted');
  }
  const end = await source.read(Math.max(source.size - TAIL, 0), TAIL);
  return end.includes('startxref') && end.includes('%%EOF');
}

async function encryptionOf(source: Source): Promise<PdfEncryption | 'unknown' | undefined> {
  let trailer: { readonly text: string; readonly number: number } | undefined;
  // The last one counts; a page that only speaks of it has no root beside it.
  for await (const { groups, around } of matchesIn(source, /\/Encrypt\s{1,9}(\d{1,9})\s{1,9}\d{1,5}\s{1,9}R\b/g)) {
    if (/\/Root\b/.test(around)) trailer = { text: around, number: Number(groups[0]) };
  }
  if (trailer === undefined) return undefined;
  const object = new RegExp(`(?<!\\d)${trailer.number}\\s{1,9}\\d{1,5}\\s{1,9}obj\\b`, 'g');
  let dictionary = '';
  for await (const { around } of matchesIn(source, object)) dictionary = around.slice(around.search(object));
  return readEncryption(dictionary.split(/\bendobj\b/)[0] ?? '', trailer.text);
}

function readEncryption(dictionary: string, trailer: string): PdfEncryption | 'unknown' {
  const [owner, user] = [stringAfter(dictionary, '/O'), stringAfter(dictionary, '/U')];
  const numberAfter = (name: string): number | undefined => {
    const found = new RegExp(`/${name}\\s{1,9}(-?\\d{1,10})\\b`).exec(dictionary)?.[1];
    return found === undefined ? undefined : Number(found);
  };
  const [revision, permissions] = [numberAfter('R'), numberAfter('P')];
  if (owner === undefined || user === undefined || revision === undefined || permissions === undefined)
    return 'unknown';
  const bits = numberAfter('V') === 4 ? 128 : (numberAfter('Length') ?? 40);
  return {
    owner,
    user,
    revision,
    permissions,
    keyBytes: Math.min(Math.max(bits >> 3, 5), 16),
    encryptsMetadata: !/\/EncryptMetadata\s{1,9}false\b/.test(dictionary),
    fileId: stringAfter(trailer, '/ID\\s{0,9}\\[') ?? Buffer.alloc(0),
  };
}

/** The string after a name (ISO 32000-1 § 7.3.4), in hexadecimal or in round brackets. */
function stringAfter(text: string, name: string): Buffer | undefined {
  const found = new RegExp(`${name}\\s{0,9}([(<])`).exec(text);
  if (found === null) return undefined;
  const rest = text.slice(found.index + found[0].length);
  return found[1] === '<' ? Buffer.from(rest.split('>')[0]?.replace(/\s/g, '') ?? '', 'hex') : literal(rest);
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** What stands before the bracket that closes: brackets may stand in it in pairs. */
function literal(rest: string): Buffer | undefined {
  const marks = rest.match(/\\(?:[0-7]{1,3}|\r\n|[^])|[^\\]/g) ?? [];
  const read: string[] = [];
  for (let at = 0, depth = 1; at < marks.length; at += 1) {
    const mark = marks[at] ?? '';
    depth += mark === '(' ? 1 : mark === ')' ? -1 : 0;
    if (depth === 0) return Buffer.from(read.join(''), 'latin1');
    read.push(mark.startsWith('\\') ? escaped(mark.slice(1)) : mark);
  }
  return undefined;
}

function escaped(mark: string): string {
  if (/^[0-7]/.test(mark)) return String.fromCharCode(Number.parseInt(mark, 8) & 255);
  return /^[\r\n]/.test(mark) ? '' : (escapes[mark] ?? mark);
}
