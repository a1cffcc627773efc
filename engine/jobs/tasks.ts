import type { JobDraft } from '../core/effects.ts';
import { createDocument } from './create-document.ts';
import { fireTimer } from './fire-timer.ts';
import type { JobHandler } from './job.ts';
import { sendMail } from './send-mail.ts';

/** Every kind of job, and what does it. A new kind is a member of `JobDraft`, a file here and a line in this list. */
export const jobHandlers: Readonly<Record<JobDraft['type'], JobHandler>> = {
  'fire-timer': fireTimer,
  'create-document': createDocument,
  'send-mail': sendMail,
};
