import { wholeNumber } from '../../schema/components.ts';
import type { FieldComponent } from '../../schema/document.ts';
import { endingOf, fileKinds, kindsCalled, largestFile, type FileKind } from '../../schema/file-kinds.ts';
import type { UploadedFile } from '../types.ts';

const MEBIBYTE = 1024 * 1024;

/** The largest attachment in MiB when `properties.maxSizeMb` does not say it. */
const USUAL_LIMIT = 20;

/** The largest limit that a field may have, in MiB. */
export const MOST_MEGABYTES = largestFile / MEBIBYTE;

/** A content that nobody recognised: the name decides. */
const UNKNOWN: readonly string[] = ['', 'application/octet-stream'];

/** The kinds that one word of `accept` stands for: an ending, a media type or the family `image/*`. */
const kindsOf = (word: string): readonly FileKind[] =>
  word.endsWith('/*')
    ? fileKinds.filter(({ mediaType }) => mediaType.startsWith(word.slice(0, -1)))
    : kindsCalled(word);

/** True when the name goes by an ending of the kind and nothing in the content speaks against it. */
const fitsKind = ({ mediaType, alsoAs = [], endings }: FileKind, file: UploadedFile): boolean =>
  [mediaType, ...alsoAs].includes(file.mediaType)
    ? endings.includes(endingOf(file.name)) || mediaType === file.mediaType
    : UNKNOWN.includes(file.mediaType) && endings.includes(endingOf(file.name));

const words = (component: FieldComponent): readonly string[] =>
  (component.accept ?? '')
    .split(',')
    .map((word) => word.trim().toLowerCase())
    .filter((word) => word !== '');

/**
 * The kinds of file that a field accepts; every kind when it says none. An ending stands for its kind with all its
 * endings.
 */
export const acceptedKinds = (component: FieldComponent): readonly FileKind[] => {
  const wanted = words(component);
  const named = new Set(wanted.flatMap(kindsOf));
  return wanted.length === 0 ? fileKinds : fileKinds.filter((kind) => named.has(kind));
};

/**
 * For the chooser of the browser: every ending and media type of what the field accepts; empty when it accepts every
 * kind.
 */
export const chooserTypes = (component: FieldComponent): string =>
  words(component).length === 0
    ? ''
    : acceptedKinds(component)
        .flatMap(({ mediaType, endings }) => [...endings.map((ending) => `.${ending}`), mediaType])
        .join(',');

/** The kinds that a field names, by their ids; none when it accepts every kind. */
export const kindsNamed = (component: FieldComponent): readonly string[] =>
  words(component).length === 0 ? [] : acceptedKinds(component).map(({ id }) => id);

/** `accept` for kinds of these ids; empty for none. */
export const acceptOf = (ids: readonly string[]): string =>
  fileKinds
    .filter(({ id }) => ids.includes(id))
    .map(({ endings }) => `.${endings[0] ?? ''}`)
    .join(',');

/** Words of `accept` that stand for no kind there is. */
export const unknownKinds = (component: FieldComponent): readonly string[] =>
  words(component).filter((word) => kindsOf(word).length === 0);

/** True when the field accepts files of this kind. */
export const isAcceptedKind = (component: FieldComponent, file: UploadedFile): boolean =>
  acceptedKinds(component).some((kind) => fitsKind(kind, file));

/** True for a photograph of a telephone in a format that offices cannot open, by what the browser or its name says. */
export const isHeic = ({ name, mediaType }: UploadedFile): boolean =>
  /^image\/hei[cf]/.test(mediaType) || ['heic', 'heif'].includes(endingOf(name));

/** The largest file that a field accepts, in bytes: `properties.maxSizeMb`, never more than anybody takes. */
export const sizeLimit = (component: FieldComponent): number =>
  Math.min(wholeNumber(component.properties?.['maxSizeMb'], USUAL_LIMIT) * MEBIBYTE, largestFile);

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
