import { useEffect, useRef, useState } from 'react';
import type { FieldProps } from '../../kit/field-props.ts';
import type { AttachmentAnswer, Issue, Json } from '../../schema/document.ts';
import { issueText } from '../../text/issue-text.ts';
import { t } from '../../text/text.ts';
import { fileLimit } from './accept.ts';
import type { Complaint } from '../types.ts';
import { fileComplaint, readAttachments, signatureComplaint } from './schema.ts';

/** A file on its way to the keeper. */
export interface Upload {
  readonly key: number;
  readonly name: string;
  /** From 0 to 1. */
  readonly fraction: number;
}

/** The files of a field and what can be done with them. */
export interface Files {
  readonly attachments: readonly AttachmentAnswer[];
  readonly uploads: readonly Upload[];
  /** Why the last files were not taken, as sentences. */
  readonly refusals: readonly string[];
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

/** Keeps the files of one field: those stored are the answer, those on their way stand beside it. */
export function useFiles(field: FieldProps): Files {
  const attachments = readAttachments(field.value) ?? [];
  // Several uploads end at their own time, each adding to what is there by then.
  const latest = useRef(attachments);
  useEffect(() => {
    latest.current = attachments;
  });
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const [refusals, setRefusals] = useState<readonly string[]>([]);
  const [news, setNews] = useState('');
  const counter = useRef(0);
  const keeper = field.host.uploads;

  const change = (next: readonly AttachmentAnswer[]): void => {
    latest.current = [...next];
    field.onChange(asJson(next));
  };
  const send = async (file: File): Promise<void> => {
    if (!keeper) return;
    counter.current += 1;
    const key = counter.current;
    const progress = (fraction: number): void =>
      setUploads((all) => all.map((upload) => (upload.key === key ? { ...upload, fraction } : upload)));
    setUploads((all) => [...all, { key, name: file.name, fraction: 0 }]);
    try {
      const { uploadId, name, size, mediaType = '', ...found } = await keeper.add(file, field.component, progress);
      const refusal = sentenceOf(signatureComplaint({ name, size, mediaType, ...found }, field.component), field);
      if (refusal !== undefined) {
        keeper.remove(uploadId).catch(() => undefined);
        return setRefusals((all) => [...all, refusal]);
      }
      const { signers = [], signatureFault } = found;
      const isSigned = signers.length > 0 && signatureFault === undefined;
      change([...latest.current, { uploadId, name, size, ...(isSigned && { signedBy: signers }) }]);
      setNews(t('kit.attachment.loaded', { name: file.name }));
    } catch (error) {
      const reason =
        error instanceof Error && error.message !== ''
          ? t('kit.attachment.refused', { name: file.name, reason: error.message })
          : t('issues.attachment.failed', { name: file.name });
      setRefusals((all) => [...all, reason]);
    } finally {
      setUploads((all) => all.filter((upload) => upload.key !== key));
    }
  };
  const add = (files: readonly File[]): void => {
    const room = fileLimit(field.component) - latest.current.length - uploads.length;
    const checked = files.slice(0, Math.max(room, 0)).map((file) => ({ file, refusal: refusalOf(file, field) }));
    setRefusals(checked.flatMap(({ refusal }) => (refusal === undefined ? [] : [refusal])));
    for (const { file, refusal } of checked) if (refusal === undefined) void send(file);
  };
  const remove = (attachment: AttachmentAnswer): void => {
    change(latest.current.filter((other) => other.uploadId !== attachment.uploadId));
    setNews(t('kit.attachment.removed', { name: attachment.name }));
    // The answer no longer names the file; a copy that could not be thrown away is cleared by the keeper.
    keeper?.remove(attachment.uploadId).catch(() => undefined);
  };
  const isFull = attachments.length + uploads.length >= fileLimit(field.component);
  return { attachments, uploads, refusals, news, isFull, add, remove };
}
