import type { AttachmentAnswer, FieldComponent, Json } from '../../schema/document.ts';
import { isEmptyList, refuse, wrongType } from '../rules.ts';
import type { Complaint, FieldSchema, ReadContext, Reading, UploadedFile } from '../types.ts';
import { fileLimit, isAcceptedKind, kindNames, sizeLimit } from './accept.ts';

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
  return { uploadId, name, size };
}

/** What a field has against a file that is known by name, size and kind. */
export function fileComplaint(file: UploadedFile, component: FieldComponent): Complaint | undefined {
  const name = file.name.slice(0, 120);
  if (!isAcceptedKind(component, file)) {
    return { code: 'attachment.wrong-kind', params: { name, expected: kindNames(component) } };
  }
  if (file.size > sizeLimit(component)) {
    return { code: 'attachment.too-large', params: { name, size: file.size, max: sizeLimit(component) } };
  }
  return file.size === 0 ? { code: 'attachment.empty', params: { name } } : undefined;
}

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
    const complaint = fileComplaint(file, component);
    if (complaint) return { complaint };
    read.push({ uploadId: attachment.uploadId, name: file.name, size: file.size });
  }
  return { value: read };
}

/**
 * Attachments; the answer is a list of `{ uploadId, name, size }`, of one item unless `multiple`. Name and size are
 * taken from the keeper of the files, not from the answer. `properties.maxSizeMb` (20) and `properties.maxFiles` (10).
 */
export const filepicker: FieldSchema = {
  type: 'filepicker',
  carriers: ['filepicker'],
  emptyValue: [],
  seconds: 120,
  isEmpty: isEmptyList,
  read: readFiles,
  print: (value) => (readAttachments(value) ?? []).map((attachment) => attachment.name).join('\n'),
};
