import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { fileTypeFromFile } from 'file-type';

/** A kind of file that may be attached: how it is called in the record, and the endings it goes by. */
export interface FileKind {
  readonly mediaType: string;
  readonly endings: readonly string[];
}

/** Every kind that an application may carry; the forms narrow it further. */
export const acceptedKinds: readonly FileKind[] = [
  { mediaType: 'application/pdf', endings: ['pdf'] },
  { mediaType: 'application/pkcs7-mime', endings: ['p7m'] },
  { mediaType: 'image/jpeg', endings: ['jpg', 'jpeg'] },
  { mediaType: 'image/png', endings: ['png'] },
  { mediaType: 'image/tiff', endings: ['tif', 'tiff'] },
  { mediaType: 'image/webp', endings: ['webp'] },
  { mediaType: 'application/vnd.oasis.opendocument.text', endings: ['odt'] },
  { mediaType: 'application/vnd.oasis.opendocument.spreadsheet', endings: ['ods'] },
  { mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', endings: ['docx'] },
  { mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', endings: ['xlsx'] },
  { mediaType: 'text/plain', endings: ['txt'] },
  { mediaType: 'text/csv', endings: ['csv'] },
];

/**
 * The kind of a file, judged by its content. Plain text has no mark of its own: there the name decides, and only between
 * text and table, and what is shown as a page elsewhere (HTML, SVG) is none.
 * @returns undefined when it is none of the accepted kinds
 */
export async function kindOf(file: string, name: string): Promise<FileKind | undefined> {
  const found = (await fileTypeFromFile(file))?.mime;
  const mediaType = found ?? (await unmarkedType(file, endingOf(name)));
  return acceptedKinds.find((kind) => kind.mediaType === mediaType);
}

/** The name without folders and control characters, at most 150 characters, with an ending that tells the kind. */
export function safeName(name: string, kind: FileKind): string {
  const bare = (name.split(/[/\\]/).at(-1) ?? '').replace(/[\p{Cc}\p{Cf}"<>|:*?]/gu, '').trim();
  const stem = bare === '' || bare.startsWith('.') ? `documento${bare}` : bare;
  const ending = kind.endings.includes(endingOf(stem)) ? endingOf(stem) : (kind.endings[0] ?? '');
  const rest = endingOf(stem) === ending ? stem.slice(0, -ending.length - 1) : stem;
  return `${rest.slice(0, 149 - ending.length)}.${ending}`;
}

/**
 * True when a signature is in a file: a PDF has a signature dictionary with its byte range (PAdES, ISO 32000-1 § 12.8), a
 * `.p7m` is signed data around the document (CAdES, RFC 5652). Who signed and whether the signature holds is not looked
 * at: a clerk verifies it with a tool of theirs.
 */
export async function isSigned(file: string, { mediaType }: FileKind): Promise<boolean> {
  if (mediaType === 'application/pkcs7-mime') return true;
  if (mediaType !== 'application/pdf') return false;
  let before = '';
  for await (const chunk of createReadStream(file, { encoding: 'latin1' })) {
    const text = before + String(chunk);
    if (byteRange.test(text)) return true;
    // What was looked for may lie across the border of two pieces.
    before = text.slice(-LONGEST_BYTE_RANGE);
  }
  return false;
}

/** `/ByteRange [0 840 960 240]`: the dictionary itself may not be compressed or encrypted, so it stands in the clear. */
const byteRange = /\/ByteRange\s*\[\s*0\s+\d+\s+\d+\s+\d+\s*\]/;
const LONGEST_BYTE_RANGE = 200;

function endingOf(name: string): string {
  return /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
}

/** The object identifier 1.2.840.113549.1.7.2, signed data, in DER (RFC 5652): a `.p7m` begins with it. */
const signedData = Buffer.from('06092a864886f70d010702', 'hex');

async function unmarkedType(file: string, ending: string): Promise<string | undefined> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read({ buffer: Buffer.alloc(65_536), position: 0 });
    const head = buffer.subarray(0, bytesRead);
    if (isSignedData(head)) return 'application/pkcs7-mime';
    if (!isText(head)) return undefined;
    return ending === 'csv' ? 'text/csv' : ending === 'txt' ? 'text/plain' : undefined;
  } finally {
    await handle.close();
  }
}

function isSignedData(head: Buffer): boolean {
  const text = head.subarray(0, 64).toString('latin1');
  const der = text.startsWith('-----BEGIN') || text.startsWith('MI') ? decoded(head) : head;
  return der[0] === 0x30 && der.subarray(0, 32).includes(signedData);
}

/** The first bytes of a signature that was written as Base64, with or without its lines of PEM. */
function decoded(head: Buffer): Buffer {
  return Buffer.from(
    head
      .subarray(0, 256)
      .toString('latin1')
      .replace(/^-----BEGIN [A-Z0-9 ]+-----\s*/, ''),
    'base64',
  );
}

function isText(head: Buffer): boolean {
  try {
    // A character cut off at the end of what was read is no fault of the file.
    const text = new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
    return !/(?![\t\n\v\f\r])\p{Cc}/u.test(text);
  } catch {
    return false;
  }
}
