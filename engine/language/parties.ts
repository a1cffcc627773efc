import type { Party } from '../core/dossier.ts';
import { unfit, valueOf } from '../core/expression.ts';
import type { Json } from '../kernel/types.ts';
import { extension } from './extension.ts';
import type { Hand } from './hand.ts';
import { feel } from './kinds.ts';
import { personFrom } from './person.ts';
import { onUserTask } from './places.ts';

/**
 * `<iter:parties>` on a user task: when it is left, each listed person becomes a third party of the dossier. A task
 * that was interrupted names nobody.
 */
export const parties = extension(
  {
    name: 'parties',
    on: onUserTask,
    attributes: {
      from: feel(),
    },
  },
  {
    left: ({ from }, hand) => {
      const listed = valueOf(from, hand) ?? [];
      const people = partiesFrom(listed);
      if (people) return people.reduce((current, person) => addParty(current, person), hand);
      const expected = 'a list of { nome, cognome, codiceFiscale, email }';
      throw unfit(from, hand, { found: JSON.stringify(listed), expected });
    },
  },
);

/** The dossier with somebody among its parties, who may be one already. */
export function addParty<Carried>(hand: Hand<Carried>, person: Party): Hand<Carried> {
  const known = hand.dossier.parties;
  if (known.some((party) => isSameParty(party, person))) return hand;
  const data = { role: person.role, number: known.length + 1, elementId: hand.elementId };
  return hand.change({ parties: [...known, person] }).record({ type: 'party.added', data });
}

function isSameParty(one: Party, other: Party): boolean {
  if (one.role !== other.role) return false;
  if (one.fiscalCode && other.fiscalCode) return one.fiscalCode === other.fiscalCode;
  return one.givenName === other.givenName && one.familyName === other.familyName && one.email === other.email;
}

function partiesFrom(listed: Json): readonly Party[] | undefined {
  if (!Array.isArray(listed)) return undefined;
  const items: readonly Json[] = listed;
  const people = items.map(personFrom).filter((person) => person !== undefined);
  return people.length === items.length ? people.map((person) => ({ role: 'third-parties', ...person })) : undefined;
}
