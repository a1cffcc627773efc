import { romeDay } from '../core/calendar.ts';
import type { Day, Dossier, Party, Task, Term } from '../core/dossier.ts';
import type { JobDraft } from '../core/effects.ts';
import { deadline } from '../core/term.ts';
import type { Instant } from '../kernel/types.ts';

/** The main term as the lists show it: its last day, null while it stands still or has ended, and its state. */
export interface MainTerm {
  readonly deadlineOn: Day | null;
  readonly termState: Term['state'] | null;
}

/** The main term of a dossier as it stands at an instant. */
export function mainTerm({ terms }: Dossier, at: Instant): MainTerm {
  const main = Object.values(terms).find((term) => term.main);
  if (!main) return { deadlineOn: null, termState: null };
  const deadlineOn = main.state === 'ended' ? null : (deadline(main, romeDay(at)) ?? null);
  return { deadlineOn, termState: main.state };
}

/** The row of `dossiers`: what lists sort and search by, beside the whole. */
export function dossierRow(dossier: Dossier, due: MainTerm) {
  const { parties } = dossier;
  return {
    ...due,
    procedureId: dossier.procedureId,
    procedureVersion: dossier.procedureVersion,
    officeCode: dossier.officeCode,
    registration: dossier.registration,
    subject: dossier.subject,
    applicantName: nameOf(parties.find(({ role }) => role === 'applicant')),
    submittedAt: dossier.submittedAt,
    closedAt: dossier.closedAt ?? null,
    milestone: dossier.milestone,
    outcome: dossier.outcome?.code ?? null,
    partyIds: parties.flatMap(({ personId }) => personId ?? []),
    partyFiscalCodes: parties.flatMap(({ fiscalCode }) => fiscalCode ?? []),
    snapshot: dossier,
    eventCount: dossier.eventCount,
    headHash: dossier.headHash,
  };
}

/** The row of `tasks` for an open task. */
export function taskRow(
  { taskId, elementId, name, audience, openedAt, dueOn, claimedBy }: Task,
  deadlineOn: Day | null,
) {
  return {
    taskId,
    elementId,
    name,
    audience: audience.type,
    officeCode: audience.type === 'office' ? audience.officeCode : null,
    role: audience.role,
    openedAt,
    dueOn: dueOn ?? null,
    deadlineOn,
    claimedBy: claimedBy?.personId ?? null,
    claimedName: claimedBy?.name ?? null,
  };
}

/** How often a job is tried before it becomes an incident; the queue waits longer every time, up to days. */
const attempts: Readonly<Record<JobDraft['type'], number>> = {
  'fire-timer': 25,
  'create-document': 12,
  'send-mail': 12,
};

/** A job as the queue takes it. */
export function jobRow(job: JobDraft) {
  const { type, key, dossierId } = job;
  const payload =
    job.type === 'send-mail' ? { dossierId, messageId: job.messageId } : { dossierId, waitId: job.waitId };
  return { type, key, payload, runAt: job.type === 'fire-timer' ? job.runAt : null, attempts: attempts[type] };
}

/** Given name and family name; empty for nobody. */
export function nameOf(party: Party | undefined): string {
  return party ? `${party.givenName} ${party.familyName}` : '';
}
