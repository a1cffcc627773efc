import type { Actor } from './actor.ts';
import type { Day, Dossier } from './dossier.ts';
import { mayDo, tasksFor } from './policy.ts';

/** Whether the reader is of an office of another body that sees its tasks only. */
export const isVisit = (actor: Actor, dossier: Dossier): boolean => !mayDo(actor, 'read-dossier', { dossier });

/**
 * A dossier as far as its reader may know of it. A visitor sees number, subject, name of the applicant, where it stands
 * before its outcome, and their own tasks; everything else is left out, not only hidden.
 */
export function seenBy(actor: Actor, dossier: Dossier, today: Day): Dossier {
  if (!isVisit(actor, dossier)) return dossier;
  const { called: _called, closedAt: _closedAt, outcome: _outcome, ...rest } = dossier;
  const parties = dossier.parties
    .filter(({ role }) => role === 'applicant')
    .map(({ role, givenName, familyName }) => ({ role, givenName, familyName }));
  const conflicts = dossier.conflicts?.filter(({ personId }) => actor.type === 'person' && personId === actor.personId);
  const nothing = { variables: {}, state: {}, terms: {}, waits: [], eventCount: 0, headHash: '' };
  return { ...rest, ...nothing, parties, ...(conflicts && { conflicts }), tasks: tasksFor(actor, dossier, today) };
}
