import { wholeNumber } from '../../schema/components.ts';
import type { FieldComponent } from '../../schema/document.ts';
import type { UploadedFile } from '../types.ts';

const MEBIBYTE = 1024 * 1024;

/** The largest attachment in MiB when `properties.maxSizeMb` does not say it. */
const USUAL_LIMIT = 20;

/** The media types that files with an ending may have, the proper one first. */
const TYPES: Readonly<Record<string, readonly string[]>> = {
  '.pdf': ['application/pdf'],
  '.p7m': ['application/pkcs7-mime', 'application/x-pkcs7-mime'],
  '.zip': ['application/zip', 'application/x-zip-compressed'],
  '.docx': ['application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  '.xlsx': ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  '.odt': ['application/vnd.oasis.opendocument.text'],
  '.ods': ['application/vnd.oasis.opendocument.spreadsheet'],
  '.jpg': ['image/jpeg'],
  '.jpeg': ['image/jpeg'],
  '.png': ['image/png'],
  '.tif': ['image/tiff'],
  '.tiff': ['image/tiff'],
  '.webp': ['image/webp'],
  '.csv': ['text/csv', 'text/plain', 'application/csv', 'application/vnd.ms-excel'],
  '.txt': ['text/plain'],
};

/** A content that nobody recognised: the name decides. */
const UNKNOWN: readonly string[] = ['', 'application/octet-stream'];

const isFamily = (kind: string): boolean => kind.endsWith('/*');

/** True when a media type is the kind asked for, or belongs to the family `image/*`. */
const isOfKind = (type: string, kind: string): boolean =>
  isFamily(kind) ? type.startsWith(kind.slice(0, -1)) : type === kind;

const endingsOf = (kind: string): readonly string[] =>
  Object.entries(TYPES).flatMap(([ending, [proper = '']]) => (isOfKind(proper, kind) ? [ending] : []));

const hasEnding = (file: UploadedFile, ending: string): boolean => file.name.toLowerCase().endsWith(ending);

/** True when nothing in the content speaks against the ending of the name. */
const agrees = (file: UploadedFile, ending: string): boolean =>
  UNKNOWN.includes(file.mediaType) || (TYPES[ending]?.includes(file.mediaType) ?? true);

function fitsKind(kind: string, file: UploadedFile): boolean {
  if (kind.startsWith('.')) return hasEnding(file, kind) && agrees(file, kind);
  if (UNKNOWN.includes(file.mediaType)) return endingsOf(kind).some((ending) => hasEnding(file, ending));
  return isOfKind(file.mediaType, kind);
}

/** The kinds of file that a field accepts, in lower case; empty when every kind is accepted. */
export const acceptedKinds = (component: FieldComponent): readonly string[] =>
  (component.accept ?? '')
    .split(',')
    .map((kind) => kind.trim().toLowerCase())
    .filter((kind) => kind !== '');

/** The kinds as people call them, such as `PDF, JPG`. */
export const kindNames = (component: FieldComponent): string =>
  [...new Set(acceptedKinds(component).flatMap((kind) => (kind.startsWith('.') ? [kind] : endingsOf(kind))))]
    .map((ending) => ending.slice(1).toUpperCase())
    .join(', ');

/** True when the field accepts files of this kind. */
export function isAcceptedKind(component: FieldComponent, file: UploadedFile): boolean {
  const kinds = acceptedKinds(component);
  return kinds.length === 0 || kinds.some((kind) => fitsKind(kind, file));
}

/** The largest file that a field accepts, in bytes. */
export const sizeLimit = (component: FieldComponent): number =>
  wholeNumber(component.properties?.['maxSizeMb'], USUAL_LIMIT) * MEBIBYTE;

/** How many files a field accepts: one, or `properties.maxFiles` (10) when it is `multiple`. */
export const fileLimit = (component: FieldComponent): number =>
  component.multiple === true ? wholeNumber(component.properties?.['maxFiles'], 10) : 1;

/**
 * The address of the document to fill in and put up again, from `properties.template`: a page of the web, or a path of
 * our own. Other schemes are no address: a link may not run a script.
 */
export function templateOf(component: FieldComponent): string | undefined {
  const address = component.properties?.['template'] ?? '';
  return /^(https:\/\/|\/(?!\/))/.test(address) ? address : undefined;
}

/** The signatures that a field may want. */
export const signatures: readonly string[] = ['pdf', 'p7m', 'any'];

/** The signature that a field wants in its files: inside a PDF (PAdES), around a file (CAdES, `.p7m`) or either. */
export const signatureWanted = (component: FieldComponent): string | undefined => component.properties?.['signature'];
