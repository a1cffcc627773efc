import { open } from 'node:fs/promises';
import { fileTypeFromBuffer, fileTypeFromFile } from 'file-type';

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
  return acceptedKind(found ?? unmarkedType(await headOf(file), endingOf(name)));
}

/** The same for what is in memory, such as the document inside a signed file. */
export async function kindOfBytes(bytes: Buffer, name: string): Promise<FileKind | undefined> {
  const found = (await fileTypeFromBuffer(bytes))?.mime;
  return acceptedKind(found ?? unmarkedType(bytes.subarray(0, HEAD), endingOf(name)));
}

const acceptedKind = (mediaType: string | undefined): FileKind | undefined =>
  acceptedKinds.find((kind) => kind.mediaType === mediaType);

/** The name without folders and control characters, at most 150 characters, with an ending that tells the kind. */
export function safeName(name: string, kind: FileKind): string {
  const bare = (name.split(/[/\\]/).at(-1) ?? '').replace(/[\p{Cc}\p{Cf}"<>|:*?]/gu, '').trim();
  const stem = bare === '' || bare.startsWith('.') ? `documento${bare}` : bare;
  const ending = kind.endings.includes(endingOf(stem)) ? endingOf(stem) : (kind.endings[0] ?? '');
  const rest = endingOf(stem) === ending ? stem.slice(0, -ending.length - 1) : stem;
  return `${rest.slice(0, 149 - ending.length)}.${ending}`;
}

function endingOf(name: string): string {
  return /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
}

/** The object identifier 1.2.840.113549.1.7.2, signed data, in DER (RFC 5652): a `.p7m` begins with it. */
const signedData = Buffer.from('06092a864886f70d010702', 'hex');

/** How much of a file is looked at when no mark tells its kind. */
const HEAD = 65_536;

async function headOf(file: string): Promise<Buffer> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read({ buffer: Buffer.alloc(HEAD), position: 0 });
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

function unmarkedType(head: Buffer, ending: string): string | undefined {
  if (isSignedData(head)) return 'application/pkcs7-mime';
  if (!isText(head)) return undefined;
  return ending === 'csv' ? 'text/csv' : ending === 'txt' ? 'text/plain' : undefined;
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
