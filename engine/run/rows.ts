import { fullName } from '../../forms/schema/full-name.ts';
import { romeDay } from '../core/calendar.ts';
import type { Day, Dossier, OpenWait, Party, Task, Term, ThrownMessage } from '../core/dossier.ts';
import type { JobDraft } from '../core/effects.ts';
import { officeOf } from '../core/office.ts';
import { mandatesOf } from '../core/principal.ts';
import { keysOfPerson } from '../core/readers.ts';
import { deadline } from '../core/term/deadline.ts';
import { termInForce } from '../core/term.ts';
import type { Instant } from '../kernel/types.ts';

/**
 * By which rules the rows of lists and searches are written from a dossier. Whoever changes what the functions here, or
 * `searchRows`, write for the same dossier counts it up: dossiers under way then follow without a step of their own
 * (`jobs/follow-rules.ts`). The same round seals what was written before records sealed it (2).
 */
export const LIST_RULES = 4;

/** The term in force as the lists show it: its last day, null while it stands still or has ended, and its state. */
export interface TermRow {
  readonly deadlineOn: Day | null;
  readonly termState: Term['state'] | null;
}

/** The term in force of a dossier as it stands at an instant. */
export function termRow(dossier: Dossier, at: Instant): TermRow {
  const term = termInForce(dossier);
  if (!term) return { deadlineOn: null, termState: null };
  const deadlineOn = term.state === 'ended' ? null : (deadline(term, romeDay(at)) ?? null);
  return { deadlineOn, termState: term.state };
}

/** The row of `dossiers`: what lists sort and search by, beside the whole. */
export function dossierRow(dossier: Dossier, due: TermRow) {
  const { parties } = dossier;
  const people = parties.flatMap((party) => [party, ...(party.through === undefined ? [] : [party.through])]);
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
    partyIds: people.flatMap(({ personId }) => personId ?? []),
    partyFiscalCodes: people.flatMap(({ fiscalCode }) => fiscalCode ?? []),
    mandates: mandatesOf(dossier) ?? null,
    conflictedIds: (dossier.conflicts ?? []).map(({ personId }) => personId),
  };
}

/** The row of `tasks` for an open task. */
export function taskRow(
  { taskId, elementId, name, audience, person, about, openedAt, dueOn, claimedBy }: Task,
  { bodyId, deadlineOn }: { readonly bodyId: string; readonly deadlineOn: Day | null },
) {
  const office = audience.type === 'office' ? officeOf(audience, { bodyId }) : undefined;
  return {
    taskId,
    elementId,
    name,
    audience: audience.type,
    officeBodyId: office?.bodyId ?? null,
    officeCode: office?.code ?? null,
    role: audience.role,
    openedAt,
    dueOn: dueOn ?? null,
    // The term is the dossier's: an office of another body goes by the date of its own task.
    deadlineOn: office === undefined || office.bodyId === bodyId ? deadlineOn : null,
    claimedBy: claimedBy?.personId ?? null,
    claimedName: claimedBy?.name ?? null,
    about: about ?? null,
    onlyFor: person === undefined ? null : keysOfPerson(person),
  };
}

/** How often a job is tried before it becomes an incident; the queue waits longer every time, up to days. */
const attempts: Readonly<Record<Exclude<JobDraft['type'], 'call-connector'>, number>> = {
  'fire-timer': 25,
  'issue-receipt': 12,
  'tell-old-address': 12,
  'deliver-message': 25,
  'broadcast-signal': 25,
};

/** A job as the queue takes it. */
export function jobRow(job: JobDraft) {
  const { type, key } = job;
  const runAt = job.type === 'fire-timer' ? job.runAt : null;
  return { type, key, payload: payloadOf(job), runAt, attempts: attemptsOf(job) };
}

function attemptsOf(job: JobDraft): number {
  return job.type === 'call-connector' ? job.attempts : attempts[job.type];
}

function payloadOf(job: JobDraft) {
  const { dossierId } = job;
  switch (job.type) {
    case 'fire-timer':
      return { dossierId, waitId: job.waitId };
    case 'issue-receipt':
      return { dossierId };
    case 'tell-old-address':
      return { dossierId, key: job.key, address: job.address, ...(job.personId && { personId: job.personId }) };
    case 'call-connector':
      return { dossierId, connector: job.connector, elementId: job.elementId, ...job.place };
    case 'deliver-message':
      return { dossierId, messageId: job.messageId };
    case 'broadcast-signal':
      return { dossierId, signalId: job.signalId, signal: job.signal, payload: job.payload };
  }
}

/**
 * The row of `waits` for an open wait: `name` and key only where another dossier may be heard, which it is not where a
 * party has to act in person.
 */
export function waitRow({ wait, dueAt, personalAct, hearsOthers }: OpenWait) {
  const { id: waitId, type, elementId } = wait;
  const row = { waitId, type, elementId, dueAt, hearsOthers: hearsOthers ?? false };
  if (wait.type === 'signal') return { ...row, name: wait.signal };
  if (wait.type !== 'message' || personalAct !== undefined) return row;
  return { ...row, name: wait.message, correlationKey: wait.correlationKey ?? null };
}

/** So long a message waits for somebody who awaits it. */
const KEPT_DAYS = 30;

/** Until when a message thrown at an instant is kept for a receiver. */
export function messageExpiry(at: Instant): Instant {
  return new Date(Date.parse(at) + KEPT_DAYS * 86_400_000).toISOString();
}

/** The row of `thrown_messages` for a message thrown at an instant. */
export function thrownRow({ messageId, message, correlationKey, payload }: ThrownMessage, at: Instant) {
  return { messageId, message, correlationKey: correlationKey ?? null, payload, expiresAt: messageExpiry(at) };
}

/** Given name and family name; empty for nobody. */
export function nameOf(party: Party | undefined): string {
  return party ? fullName(party) : '';
}
