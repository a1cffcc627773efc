import type { Command } from '../core/command.ts';
import type { Step } from '../core/effects.ts';
import type { SealedSubmission } from '../core/submission.ts';
import type { Answer } from './answer.ts';
import { nameOf } from './rows.ts';

/** What was registered: the answer with its number, and the submissions of the step. */
export interface Registered {
  readonly answer: Pick<Answer, 'registration' | 'at'>;
  readonly submissions: readonly SealedSubmission[];
}

/**
 * What the register keeps of a command (DPR 445/2000, art. 53 c. 1): direction, subject, correspondent, fingerprints.
 */
export function registrationRows(command: Command, { dossier, documents }: Step, { answer, submissions }: Registered) {
  const { registration, at: registeredAt } = answer;
  if (registration === undefined) return [];
  const files = documents.map((document) => document.sha256);
  const titles = documents.map(({ title }) => title).join(', ');
  const out = command.type === 'finish-job' || command.type === 'issue-receipt';
  const into = command.type === 'open' ? 'internal' : 'in';
  return [
    {
      registration,
      registeredAt,
      direction: out ? 'out' : into,
      subject: out ? `${titles}: ${dossier.subject}` : dossier.subject,
      correspondent: nameOf(dossier.parties.find(({ role }) => role === 'applicant')),
      hashes: [...submissions.map(({ hash }) => hash), ...files],
    },
  ];
}
