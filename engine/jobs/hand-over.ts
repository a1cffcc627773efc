import { permanentRefusal } from './permanent-refusal.ts';
import type { JobDeps } from './job.ts';

/** A mail that is noted before its text goes out, and the note taken back where the mail server did not take it. */
export interface Handover {
  readonly mail: Parameters<JobDeps['mailer']['send']>[0];
  readonly noted: () => Promise<void>;
  readonly takenBack: () => Promise<void>;
}

/** Hands a mail over, once. What the server refuses for good is not tried again, and the note stays. */
export async function handOver({ mailer, log }: JobDeps, { mail, noted, takenBack }: Handover): Promise<void> {
  try {
    await mailer.send(mail, noted);
  } catch (error) {
    const refusal = permanentRefusal(error);
    if (refusal === undefined) {
      await takenBack();
      throw error;
    }
    await noted();
    log.warn({ refusal }, 'mail refused for good');
  }
}
