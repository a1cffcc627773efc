import { useState } from 'react';
import { flushSync } from 'react-dom';
import type { FieldProps } from '../../kit/field-props.ts';
import type { Uploads } from '../../kit/host.ts';
import { useAnswerNow } from '../../kit/form-view.ts';
import {
  beginUpload,
  refuseFile,
  refuseFiles,
  useUploadsInHand,
  type UploadInHand,
} from '../../kit/uploads-in-hand.ts';
import type { AttachmentAnswer, Issue, Json } from '../../schema/document.ts';
import { issueText } from '../../text/issue-text.ts';
import { t } from '../../text/text.ts';
import { fileLimit } from './accept.ts';
import type { Complaint } from '../types.ts';
import { fileComplaint, readAttachments, signatureComplaint } from './schema.ts';

/** The files of a field and what can be done with them. */
export interface Files {
  readonly attachments: readonly AttachmentAnswer[];
  readonly uploads: readonly UploadInHand[];
  /** Why the last files were not taken, as sentences. */
  readonly refusals: readonly string[];
  /** What to look at in files that were taken, as sentences. */
  readonly warnings: readonly string[];
  /** What has just happened, for screen readers. */
  readonly news: string;
  readonly isFull: boolean;
  readonly add: (files: readonly File[]) => void;
  readonly remove: (attachment: AttachmentAnswer) => void;
}

const asJson = (attachments: readonly AttachmentAnswer[]): Json =>
  attachments.map(({ uploadId, name, size, signedBy }) => ({ uploadId, name, size, ...(signedBy && { signedBy }) }));

const refusalOf = (file: File, field: FieldProps): string | undefined =>
  sentenceOf(fileComplaint({ name: file.name, size: file.size, mediaType: file.type }, field.component), field);

function sentenceOf(complaint: Complaint | undefined, field: FieldProps): string | undefined {
  if (!complaint) return undefined;
  const issue: Issue = {
    path: field.component.key,
    code: complaint.code,
    params: { label: field.component.label ?? field.component.key, ...complaint.params },
  };
  return issueText(issue);
}

interface Sending extends Pick<FieldProps, 'component'> {
  readonly file: File;
  readonly fieldId: string;
  readonly keeper: Uploads;
}

type Stored = Awaited<ReturnType<Uploads['add']>>;

/**
 * Sends a file to the keeper; whatever waits for it goes on after `arrived` has returned.
 * @returns the sentence that says why it did not arrive; none when it did or was given up
 */
async function sendUpload(
  { file, fieldId, component, keeper }: Sending,
  arrived: (stored: Stored) => string | undefined,
): Promise<string | undefined> {
  const stop = new AbortController();
  const { signal } = stop;
  const { progress, end } = beginUpload({ fieldId, name: file.name, cancel: () => stop.abort() });
  let failure: string | undefined;
  try {
    const stored = await keeper.add(file, component, { onProgress: progress, signal });
    if (signal.aborted) keeper.remove(stored.uploadId).catch(() => undefined);
    else failure = arrived(stored);
  } catch (error) {
    failure = signal.aborted ? undefined : reasonOf(file, error);
  }
  end(failure);
  return failure;
}

const reasonOf = ({ name }: File, error: unknown): string =>
  error instanceof Error && error.message !== ''
    ? t('kit.attachment.refused', { name, reason: error.message })
    : t('issues.attachment.failed', { name });

/** What is on its way for one field, and what was not taken. */
function useOwnUploads(id: string) {
  const { uploads, refusals } = useUploadsInHand();
  return {
    uploads: uploads.filter(({ fieldId }) => fieldId === id),
    refusals: refusals.filter(({ fieldId }) => fieldId === id).map(({ text }) => text),
  };
}

/** The stored files of a field, as its answer names them; several are added, each to what is there by then. */
function useAttachments(field: FieldProps) {
  const answerNow = useAnswerNow(field.path);
  const now = () => readAttachments(answerNow() ?? []) ?? [];
  const change = (by: (before: readonly AttachmentAnswer[]) => readonly AttachmentAnswer[]): void =>
    field.onChange(asJson(by(now())));
  return { attachments: readAttachments(field.value) ?? [], change, count: () => now().length };
}

/** Takes what the keeper has stored into the answer, unless its signature is not as the field wants it. */
function useArrival(field: FieldProps, change: ReturnType<typeof useAttachments>['change']) {
  const [damaged, setDamaged] = useState<ReadonlySet<string>>(new Set());
  const [news, setNews] = useState('');
  const arrived = ({ uploadId, name, size, mediaType = '', ...found }: Stored): string | undefined => {
    const complaint = signatureComplaint({ name, size, mediaType, ...found }, field.component);
    if (complaint !== undefined) {
      field.host.uploads?.remove(uploadId).catch(() => undefined);
      return sentenceOf(complaint, field);
    }
    const { signers = [], signatureFault } = found;
    const isSigned = signers.length > 0 && signatureFault === undefined;
    // Whatever waits for the file reads the answers as soon as it has arrived.
    flushSync(() => {
      if (found.damaged === true) setDamaged((all) => new Set([...all, uploadId]));
      change((before) => [...before, { uploadId, name, size, ...(isSigned && { signedBy: signers }) }]);
      setNews(t('kit.attachment.loaded', { name }));
    });
    return undefined;
  };
  return { arrived, damaged, news, setNews };
}

/** Keeps the files of one field: those stored are the answer, those on their way stand beside it. */
export function useFiles(field: FieldProps): Files {
  const { component, id: fieldId } = field;
  const keeper = field.host.uploads;
  const { attachments, change, count } = useAttachments(field);
  const { uploads, refusals } = useOwnUploads(fieldId);
  const { arrived, damaged, news, setNews } = useArrival(field, change);
  const send = async (file: File): Promise<void> => {
    if (!keeper) return;
    const failure = await sendUpload({ file, fieldId, component, keeper }, arrived);
    if (failure !== undefined) refuseFile({ fieldId, text: failure });
  };
  const add = (files: readonly File[]): void => {
    const room = fileLimit(component) - count() - uploads.length;
    const checked = files.slice(0, Math.max(room, 0)).map((file) => ({ file, refusal: refusalOf(file, field) }));
    const refused = checked.flatMap(({ refusal }) => (refusal === undefined ? [] : [refusal]));
    refuseFiles(fieldId, refused);
    for (const { file, refusal } of checked) if (refusal === undefined) void send(file);
  };
  const remove = ({ uploadId, name }: AttachmentAnswer): void => {
    change((before) => before.filter((other) => other.uploadId !== uploadId));
    setNews(t('kit.attachment.removed', { name }));
    // The answer no longer names the file; a copy that could not be thrown away is cleared by the keeper.
    keeper?.remove(uploadId).catch(() => undefined);
  };
  const isFull = attachments.length + uploads.length >= fileLimit(component);
  const warnings = attachments
    .filter(({ uploadId }) => damaged.has(uploadId))
    .map(({ name }) => t('kit.attachment.damaged', { name }));
  return { attachments, uploads, refusals, warnings, news, isFull, add, remove };
}
