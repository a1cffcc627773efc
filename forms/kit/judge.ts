import { readAttachments } from '../fields/filepicker/schema.ts';
import type { UploadedFile } from '../fields/types.ts';
import type { Answers, FormDocument, Json } from '../schema/document.ts';
import { validateAnswers, type Validation } from '../schema/validate.ts';
import type { Host } from './host.ts';

/** What a judgement in the browser is about. */
export interface Judged {
  readonly form: FormDocument;
  /** Only this page is judged. */
  readonly page?: string;
  readonly context?: Answers;
  readonly today: string;
  readonly host?: Host;
}

/** Attachments that an answer names, at any depth. */
function namedFiles(value: Json): readonly (readonly [string, UploadedFile])[] {
  const attachments = readAttachments(value);
  if (attachments) return attachments.map(({ uploadId, name, size }) => [uploadId, { name, size, mediaType: '' }]);
  if (Array.isArray(value)) return value.flatMap((item: Json) => namedFiles(item));
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(namedFiles) : [];
}

/** Judges answers in the browser: unless the host knows the files, their name and size in the answer are believed. */
export function judge(values: Answers, { form, page, context, today, host }: Judged): Validation {
  const files = new Map(namedFiles(values));
  const uploads = host?.uploads?.find ?? ((uploadId: string) => files.get(uploadId));
  return validateAnswers(form, values, { today, context, page, uploads });
}
