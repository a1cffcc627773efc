import type { Dossier } from '../../engine/core/dossier.ts';
import type { DenialReason, Grant } from '../../engine/core/grant.ts';
import { aCitizen, aClerk, aDossier, anApplicant, aTask } from './builders.ts';

/** A citizen who has nothing to do with the dossier. */
export const luca = aCitizen({
  personId: 'luca',
  fiscalCode: 'NRELCU92A31H199Q',
  givenName: 'Luca',
  familyName: 'Neri',
});
/** A third party of the dossier, who signs in. */
export const marco = aCitizen({
  personId: 'marco',
  fiscalCode: 'VRDMRC79S23F257F',
  givenName: 'Marco',
  familyName: 'Verdi',
});
/** The manager of its office. */
export const manager = aClerk([{ officeCode: 'urp', role: 'manager' }], { personId: 'carlo' });
/** An auditor of its office. */
export const auditor = aClerk([{ officeCode: 'urp', role: 'auditor' }], { personId: 'sara' });
/** Somebody who administers and does no work. */
export const administrator = aClerk([{ officeCode: 'urp', role: 'administrator' }], { personId: 'ada' });
/** A manager of an office that takes no part. */
export const stranger = aClerk([{ officeCode: 'documenti', role: 'manager' }], { personId: 'piero' });
/** A manager of the office of the same name in another body. */
export const elsewhere = aClerk([], {
  personId: 'eva',
  memberships: [{ bodyId: 'another-body', officeCode: 'urp', role: 'manager' }],
});

/** Marco as party. */
export const third = anApplicant({
  role: 'third-parties',
  givenName: 'Marco',
  familyName: 'Verdi',
  fiscalCode: 'VRDMRC79S23F257F',
});
/** Marco before he has signed in. */
export const withoutId = (({ personId: _personId, ...party }) => party)(third);
/** A dossier of Giulia’s, in which Marco is concerned, with a task of the office. */
export const dossier: Dossier = aDossier({ parties: [anApplicant(), withoutId], tasks: [aTask()] });

/** The day on which it is asked. */
export const today = '2026-03-02';

/** True where it is granted, else why not. */
export const answer = (grant: Grant): true | DenialReason => (grant.granted ? true : grant.reason);
