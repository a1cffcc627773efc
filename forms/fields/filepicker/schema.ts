import { oneLine } from '../../schema/clean.ts';
import { wholeNumber } from '../../schema/components.ts';
import type { AttachmentAnswer, FieldComponent, Json } from '../../schema/document.ts';
import { fileKinds } from '../../schema/file-kinds.ts';
import { isEmptyList, refuse, wrongType } from '../rules.ts';
import type { Complaint, FieldSchema, ReadContext, Reading, UploadedFile } from '../types.ts';
import {
  acceptedKinds,
  fileLimit,
  isAcceptedKind,
  isHeic,
  MOST_MEGABYTES,
  signatureWanted,
  signatures,
  sizeLimit,
  templateOf,
  unknownKinds,
} from './accept.ts';

/** The attachments that an answer names; undefined when it is not a list of attachments. */
export function readAttachments(value: Json | undefined): readonly AttachmentAnswer[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const items: readonly Json[] = value;
  const attachments = items.map(readAttachment).filter((item) => item !== undefined);
  return attachments.length === items.length ? attachments : undefined;
}

function readAttachment(value: Json): AttachmentAnswer | undefined {
  if (typeof value !== 'object' || value === null || !('uploadId' in value)) return undefined;
  const { uploadId, name, size } = value;
  if (typeof uploadId !== 'string' || typeof name !== 'string' || typeof size !== 'number') return undefined;
  return { uploadId, name, size, ...signedBy('signedBy' in value ? value.signedBy : undefined) };
}

/** The names of those who signed, as an answer has them; nothing when there are none. */
function signedBy(names: unknown): Pick<AttachmentAnswer, 'signedBy'> {
  const found = Array.isArray(names) ? names.filter((name) => typeof name === 'string').map(oneLine) : [];
  return found.length === 0 ? {} : { signedBy: found };
}

/** What a field has against a file that is known by name, size and kind. */
export function fileComplaint(file: UploadedFile, component: FieldComponent): Complaint | undefined {
  const name = file.name.slice(0, 120);
  if (isHeic(file)) return { code: 'attachment.heic', params: { name } };
  if (!isAcceptedKind(component, file)) {
    return { code: 'attachment.wrong-kind', params: { name, expected: idsOf(component) } };
  }
  if (file.size > sizeLimit(component)) {
    return { code: 'attachment.too-large', params: { name, size: file.size, max: sizeLimit(component) } };
  }
  return file.size === 0 ? { code: 'attachment.empty', params: { name } } : undefined;
}

// The sentence calls them by their names, in the language of whoever reads it.
const idsOf = (component: FieldComponent): string =>
  acceptedKinds(component)
    .map(({ id }) => id)
    .join(',');

/** What a field that wants a signature has against a stored file; only its keeper knows whether there is one. */
export function signatureComplaint(file: UploadedFile, component: FieldComponent): Complaint | undefined {
  const wanted = signatureWanted(component);
  if (wanted === undefined || file.signed === undefined) return undefined;
  const name = file.name.slice(0, 120);
  const isP7m = /\.p7m$/i.test(file.name);
  if (!file.signed) return { code: 'attachment.unsigned', params: { name } };
  if (file.signatureFault !== undefined) {
    return { code: `attachment.signature-${file.signatureFault}`, params: { name, signers: listed(file.signers) } };
  }
  if (wanted === 'pdf' && isP7m) return { code: 'attachment.signed-otherwise', params: { name, expected: 'PDF' } };
  return wanted === 'p7m' && !isP7m
    ? { code: 'attachment.signed-otherwise', params: { name, expected: 'P7M' } }
    : undefined;
}

const listed = (names: readonly string[] = []): string => names.join(', ');

function readFiles(value: Json, component: FieldComponent, { uploads }: ReadContext): Reading {
  const given = readAttachments(value);
  if (!given) return wrongType('attachments');
  if (given.length > fileLimit(component))
    return refuse('attachment.too-many', { max: fileLimit(component), given: given.length });
  if (!uploads) return refuse('attachment.unverified');
  const read: Json[] = [];
  for (const attachment of given) {
    const file = uploads(attachment.uploadId);
    if (!file) return refuse('attachment.unknown', { name: attachment.name.slice(0, 120) });
    const complaint = fileComplaint(file, component) ?? signatureComplaint(file, component);
    if (complaint) return { complaint };
    const signers = file.signatureFault === undefined ? file.signers : undefined;
    read.push({ uploadId: attachment.uploadId, name: oneLine(file.name), size: file.size, ...signedBy(signers) });
  }
  return { value: read };
}

function checkSettings(component: FieldComponent): Complaint | undefined {
  const { signature, template } = component.properties ?? {};
  if (signature !== undefined && !signatures.includes(signature)) {
    return { code: 'form.bad-property', params: { value: signature, expected: signatures.join(', ') } };
  }
  if (template !== undefined && templateOf(component) === undefined) {
    return { code: 'form.bad-property', params: { value: template, expected: 'https://…, /…' } };
  }
  return checkKinds(component) ?? checkSize(component);
}

function checkKinds(component: FieldComponent): Complaint | undefined {
  const [value] = unknownKinds(component);
  const expected = fileKinds.map(({ endings }) => `.${endings[0] ?? ''}`).join(', ');
  return value === undefined ? undefined : { code: 'form.bad-property', params: { value, expected } };
}

function checkSize({ properties }: FieldComponent): Complaint | undefined {
  const value = properties?.['maxSizeMb'];
  if (value === undefined || (wholeNumber(value, 0) > 0 && Number(value) <= MOST_MEGABYTES)) return undefined;
  return { code: 'form.bad-property', params: { value, expected: `1…${MOST_MEGABYTES}` } };
}

/**
 * Attachments; the answer is a list of `{ uploadId, name, size }`, of one item unless `multiple`. Name and size are
 * taken from the keeper of the files, not from the answer. `properties.maxSizeMb` (20, at most 200) and
 * `properties.maxFiles` (10). `properties.signature` (`pdf`, `p7m`, `any`) wants a signature in each file, whole and by
 * somebody; that the certificate is to be trusted is not checked. `properties.template` is the address of a document to
 * download and fill in.
 */
export const filepicker: FieldSchema = {
  type: 'filepicker',
  carriers: ['filepicker'],
  emptyValue: [],
  seconds: 120,
  isEmpty: isEmptyList,
  read: readFiles,
  jsonSchema: (component) => ({
    type: 'array',
    minItems: 1,
    maxItems: fileLimit(component),
    items: {
      type: 'object',
      properties: {
        uploadId: { type: 'string' },
        name: { type: 'string' },
        size: { type: 'integer', minimum: 1, maximum: sizeLimit(component) },
        signedBy: { type: 'array', items: { type: 'string' }, minItems: 1 },
      },
      required: ['uploadId', 'name', 'size'],
      additionalProperties: false,
    },
  }),
  print: (value) => (readAttachments(value) ?? []).map((attachment) => attachment.name).join('\n'),
  check: checkSettings,
};
