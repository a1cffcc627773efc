import canonicalize from 'canonicalize';
import type { Answers } from '../../forms/schema/document.ts';
import type { Instant, WaitId } from '../kernel/types.ts';
import type { Dossier } from './dossier.ts';
import type { EventActor, EventDraft } from './event.ts';
import type { Sha256 } from './record.ts';

/** One answered form as it was sent. It never changes: what comes later is another one. */
export interface Submission {
  /** The number of the event that records it; no other submission of the dossier has it. */
  readonly sequence: number;
  readonly kind: 'application' | 'task' | 'act' | 'correction';
  /** Of a correction: the submission that it corrects. Its form and version are those of the corrected one. */
  readonly corrects?: number;
  /** The task or the awaited message; of an application its form. */
  readonly elementId: string;
  /** Which of the tasks or acts of that element; absent for an application. */
  readonly waitId?: WaitId;
  /** Whose form it is: the procedure of the dossier, or one that it has called. */
  readonly procedureId: string;
  readonly procedureVersion: number;
  readonly formId: string;
  /** As they were accepted: what the person could not change is as the server knew it, what was hidden is gone. */
  readonly answers: Answers;
  /** What the expressions of the form read beside the answers, so that it can be shown as it was. */
  readonly context: Answers;
  readonly author: EventActor;
  readonly at: Instant;
}

/** A submission with its seal: SHA-256, in hexadecimal, over the canonical JSON (RFC 8785) of the rest. */
export interface SealedSubmission extends Submission {
  readonly hash: string;
}

/** A submission as it is kept. One that was sent before submissions were kept has no hash: no event vouches for it. */
export type KeptSubmission = Submission & { readonly hash?: string };

/** The hash of a submission of a dossier. */
export function submissionHash(dossierId: string, submission: Submission, sha256: Sha256): string {
  const text = canonicalize({ dossierId, ...submission });
  if (text === undefined) throw new TypeError('a submission has no canonical JSON');
  return sha256(text);
}

/** What of a step is sealed; `eventCount` is that before the step. */
interface Unsealed {
  readonly dossier: Pick<Dossier, 'dossierId' | 'eventCount'>;
  readonly events: readonly EventDraft[];
  readonly submissions: readonly Submission[];
}

/** The submissions of a step with their hashes, and its events, where that of each submission holds its hash. */
export function sealSubmissions(
  { dossier, events, submissions }: Unsealed,
  sha256: Sha256,
): { readonly submissions: readonly SealedSubmission[]; readonly events: readonly EventDraft[] } {
  const sealed = submissions.map((one) => ({ ...one, hash: submissionHash(dossier.dossierId, one, sha256) }));
  const hashes = new Map(sealed.map(({ sequence, hash }) => [sequence, hash]));
  return {
    submissions: sealed,
    events: events.map((event, index) => {
      const hash = hashes.get(dossier.eventCount + index + 1);
      return hash === undefined ? event : { ...event, data: { ...event.data, submissionHash: hash } };
    }),
  };
}
