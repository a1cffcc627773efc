import type { PersonActor } from './actor.ts';
import type { Dossier, Party, PartyRole } from './dossier.ts';
import { isReader, readersOf } from './office-roles.ts';

/**
 * Who reads a dossier, as keys that lists look up: a key of the reader and a key of the dossier have to be the same. It
 * says what `read-dossier` of `core/policy.ts` says, of many dossiers at once; that somebody at the desk is a party,
 * which refuses them, the lists see by `isAmongParties`.
 */
export type ReaderKey = `office:${string}/${string}` | `person:${string}` | `code:${string}`;

/** The keys by which a person reads dossiers: of their offices at the desk, of themselves in the portal. */
export function keysOfReader(
  actor: Pick<PersonActor, 'audience' | 'personId' | 'fiscalCode' | 'memberships'>,
): readonly ReaderKey[] {
  if (actor.audience === 'citizen') return keysOfPerson(actor);
  const reading = actor.memberships.filter(({ role }) => isReader(role));
  return unique(reading.map(({ bodyId, officeCode }) => officeKey(bodyId, officeCode)));
}

/** The keys of the offices that take part in a dossier. */
export function officeKeysOf(dossier: Pick<Dossier, 'bodyId' | 'officeCodes' | 'guests'>): readonly ReaderKey[] {
  return readersOf(dossier).map(({ bodyId, code }) => officeKey(bodyId, code));
}

/** The keys of the parties in a role. */
export function partyKeysOf({ parties }: Pick<Dossier, 'parties'>, role: PartyRole): readonly ReaderKey[] {
  return unique(parties.filter((party) => party.role === role).flatMap(keysOfParty));
}

/** The keys of a party and of who acts for them. */
const keysOfParty = (party: Party): readonly ReaderKey[] => [party, party.through ?? {}].flatMap(keysOfPerson);

/** The keys by which somebody is a party of dossiers, wherever they are signed in. */
export function keysOfPerson({
  personId,
  fiscalCode,
}: {
  readonly personId?: string;
  readonly fiscalCode?: string;
}): readonly ReaderKey[] {
  const byPerson: ReaderKey[] = personId === undefined ? [] : [`person:${personId}`];
  // An empty code is nobody's.
  return fiscalCode ? [...byPerson, `code:${fiscalCode}` as const] : byPerson;
}

const officeKey = (bodyId: string, officeCode: string): ReaderKey => `office:${bodyId}/${officeCode}`;
const unique = (keys: readonly ReaderKey[]): readonly ReaderKey[] => [...new Set(keys)];
