import { endingOf, fileKinds, type FileKind, type FileMark } from '../../forms/schema/file-kinds.ts';
import { readArchive, type Archive } from './archive.ts';
import { Refused, type Bounds } from './bounds.ts';
import { isPdf } from './pdf-shape.ts';
import { headOf, piecesOf, type Source } from './source.ts';
import { textOf } from './text.ts';
import { readXml, type XmlReading } from './xml.ts';

/** What is known of a file while its kind is looked for. */
interface Looked {
  readonly head: Buffer;
  /** The beginning as text; undefined when it is none. */
  readonly text: string | undefined;
  readonly archive: Archive | undefined;
  readonly xml: XmlReading | undefined;
}

/**
 * The kind of a file, judged by its content. Texts have no mark that only they have: among the kinds that fit the name
 * decides, and what is shown as a page elsewhere (HTML, SVG) is none.
 * @returns undefined when it is none of the kinds there are
 * @throws Refused when it is a photograph in HEIC, a document with macros, or something that goes beyond the bounds
 */
export async function kindOf(source: Source, name: string, bounds: Bounds): Promise<FileKind | undefined> {
  const looked = await look(source, bounds);
  const fitting = fileKinds.filter(({ mark }) => fits(mark, looked));
  const told = fitting.filter(({ mark }) => mark.by !== 'text' && mark.by !== 'xml');
  // A PDF gives way: the bytes that may stand before it are perhaps those of another kind.
  const certain = told.find(({ mark }) => mark.by !== 'pdf') ?? told[0];
  return certain ?? fitting.find(({ endings }) => endings.includes(endingOf(name)));
}

async function look(source: Source, bounds: Bounds): Promise<Looked> {
  const head = await headOf(source);
  if (isHeic(head)) throw new Refused('upload.heic');
  const archive = isArchive(head) ? await readArchive(source, bounds) : undefined;
  if (archive !== undefined && hasMacros(archive)) throw new Refused('upload.macros');
  const text = textOf(head);
  const xml = /^\uFEFF?\s*</.test(text ?? '') ? await readXml(piecesOf(source), bounds) : undefined;
  return { head, text, archive, xml };
}

/** Photographs of some telephones, which few programs of an office can open (ISO/IEC 23008-12). */
const isHeic = (head: Buffer): boolean =>
  /^....ftyp(hei[cmsx]|hev[cmsx]|mif1|msf1)/s.test(head.toString('latin1', 0, 12));

const isArchive = (head: Buffer): boolean => ['504b0304', '504b0506'].includes(head.toString('hex', 0, 4));

/** Programs inside documents: of Microsoft Office (VBA, dialogue sheets of Excel 4) and of LibreOffice. */
const hasMacros = ({ names, telling }: Archive): boolean =>
  /macroEnabled|vbaProject/i.test(telling.get('[Content_Types].xml') ?? '') ||
  (telling.size > 0 &&
    names.some((name) => /(^|\/)vbaProject\.bin$|^(Basic|Scripts)\/|(^|\/)macrosheets\//i.test(name)));

function fits(mark: FileMark, { head, text, archive, xml }: Looked): boolean {
  switch (mark.by) {
    case 'begins':
      return beginsWith(head, mark.bytes);
    case 'pdf':
      return isPdf(head);
    case 'signed-data':
      return isSignedData(head);
    case 'archive':
      return archive !== undefined && (mark.member === undefined || holds(archive, mark.member, mark.holds ?? ''));
    case 'text':
      return beginsWith(head, mark.bytes ?? []) || (text !== undefined && (mark.pattern?.test(text) ?? true));
    case 'xml':
      return xml?.root !== undefined && (mark.root ?? xml.root) === xml.root && !pages.includes(xml.root);
  }
}

/** Documents that a browser would show as a page, scripts and all. */
const pages: readonly string[] = ['html', 'svg'];

const beginsWith = (head: Buffer, marks: readonly string[]): boolean =>
  marks.some((mark) => new RegExp(`^${mark}`).test(head.toString('hex', 0, mark.length / 2)));

function holds({ telling }: Archive, member: string, wanted: string): boolean {
  const content = telling.get(member);
  return member === 'mimetype' ? content?.trim() === wanted : content?.includes(wanted) === true;
}

/** The name without folders and control characters, at most 150 characters, with an ending that tells the kind. */
export function safeName(name: string, kind: Pick<FileKind, 'endings'>): string {
  const bare = (name.split(/[/\\]/).at(-1) ?? '').replace(/[\p{Cc}\p{Cf}"<>|:*?]/gu, '').trim();
  const stem = bare === '' || bare.startsWith('.') ? `documento${bare}` : bare;
  const ending = kind.endings.includes(endingOf(stem)) ? endingOf(stem) : (kind.endings[0] ?? '');
  const rest = endingOf(stem) === ending ? stem.slice(0, -ending.length - 1) : stem;
  return `${rest.slice(0, 149 - ending.length)}.${ending}`;
}

/** The object identifier 1.2.840.113549.1.7.2, signed data, in DER (RFC 5652): a `.p7m` begins with it. */
const signedData = Buffer.from('06092a864886f70d010702', 'hex');

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
