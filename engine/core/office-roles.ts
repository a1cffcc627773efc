import type { Actor, Role } from './actor.ts';
import type { Dossier } from './dossier.ts';
import type { Office, OfficeAudience } from './office.ts';

/** What somebody is in the offices that take part in a dossier: part of the rules of `policy.ts`. */

/** Roles that work on dossiers, lowest first: a higher one may do what a lower one may. */
const working: readonly Role[] = ['clerk', 'officer', 'manager'];

const rank = (role: Role): number => working.indexOf(role);

/** Whether a role in an office that takes part in a dossier lets one read it. */
export const isReader = (role: Role): boolean => working.includes(role) || role === 'auditor';

/** The offices whose people read a dossier: those of its body that take part, and guests that may see all of it. */
export function readersOf({
  bodyId,
  officeCodes,
  guests = [],
}: Pick<Dossier, 'bodyId' | 'officeCodes' | 'guests'>): readonly Office[] {
  return [...ownOffices({ bodyId, officeCodes }), ...guests.filter(({ sees }) => sees === 'dossier')];
}

/** The offices that take part and for which somebody works tasks, those of other bodies included. */
export function officesWorkedIn(
  actor: Actor,
  { guests = [], ...dossier }: Pick<Dossier, 'bodyId' | 'officeCodes' | 'guests'>,
): readonly Office[] {
  const offices = [...ownOffices(dossier), ...guests.map(({ bodyId, code }) => ({ bodyId, code }))];
  return offices.filter((office) => mayWorkFor(actor, office, 'clerk'));
}

/** Whether somebody works in an office of the body of a dossier that takes part in it. */
export const isWorkedBy = (actor: Actor, dossier: Pick<Dossier, 'bodyId' | 'officeCodes'>): boolean =>
  ownOffices(dossier).some((office) => mayWorkFor(actor, office, 'clerk'));

const ownOffices = ({ bodyId, officeCodes }: Pick<Dossier, 'bodyId' | 'officeCodes'>): readonly Office[] =>
  officeCodes.map((code) => ({ bodyId, code }));

/** Whether somebody may do in an office what a role, or a higher one, does. */
export const mayWorkFor = (actor: Actor, office: Office, least: OfficeAudience['role']): boolean =>
  rolesIn(actor, office).some((role) => rank(role) >= rank(least));

/** Whether somebody reads what an office reads. */
export const readsFor = (actor: Actor, office: Office): boolean => rolesIn(actor, office).some(isReader);

/** Whether somebody is the manager of an office. */
export const isManagerOf = (actor: Actor, office: Office): boolean => rolesIn(actor, office).includes('manager');

function rolesIn(actor: Actor, { bodyId, code }: Office): readonly Role[] {
  if (actor.type !== 'person' || actor.audience !== 'office') return [];
  return actor.memberships
    .filter((membership) => membership.bodyId === bodyId && membership.officeCode === code)
    .map(({ role }) => role);
}
