import { expect, it } from 'vitest';
import type { PersonActor, Role } from '../../../engine/core/actor.ts';
import type { Dossier } from '../../../engine/core/dossier.ts';
import { mayDo } from '../../../engine/core/policy.ts';
import { keysOfReader, officeKeysOf, partyKeysOf } from '../../../engine/core/readers.ts';
import { aCitizen, aClerk, aDossier, anApplicant } from '../../support/builders.ts';

const roles: readonly Role[] = ['clerk', 'officer', 'manager', 'analyst', 'auditor', 'data-manager', 'administrator'];

const marco = { givenName: 'Marco', familyName: 'Verdi', fiscalCode: 'VRDMRC79S23F257F' };

const actors: readonly PersonActor[] = [
  ...roles.map((role) => aClerk([{ officeCode: 'urp', role }])),
  aClerk([{ officeCode: 'documenti', role: 'manager' }]),
  aClerk([], { memberships: [{ bodyId: 'another-body', officeCode: 'urp', role: 'manager' }] }),
  aClerk(undefined, { audience: 'citizen' }),
  aCitizen(),
  aCitizen({ audience: 'office' }),
  aCitizen({ personId: 'marco', ...marco }),
  aCitizen({ personId: 'x', fiscalCode: '' }),
];

const dossiers: readonly Dossier[] = [
  aDossier(),
  aDossier({ officeCodes: ['urp', 'documenti'] }),
  aDossier({ parties: [anApplicant(), { role: 'third-parties', ...marco }] }),
  aDossier({ parties: [{ role: 'third-parties', ...marco, fiscalCode: '' }] }),
  aDossier({ parties: [] }),
];

it('the keys of reader and dossier meet exactly where the policy lets one read', () => {
  for (const dossier of dossiers) {
    const keys: readonly string[] = [
      ...officeKeysOf(dossier),
      ...partyKeysOf(dossier, 'applicant'),
      ...partyKeysOf(dossier, 'third-parties'),
    ];
    for (const actor of actors) {
      expect([actor, keysOfReader(actor).some((key) => keys.includes(key))]).toEqual([
        actor,
        mayDo(actor, 'read-dossier', { dossier }),
      ]);
    }
  }
});
