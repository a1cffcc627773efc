import type { Actor, PersonActor } from './actor.ts';
import type { Conflict } from './conflict.ts';
import type { Dossier, Party, PartyRole, Representative } from './dossier.ts';

/** Whom a dossier concerns: who is a party of it, or acts for one. */

/** What has to be known of a party to tell who it is, and who acts for it until when. */
export type KnownParty = Pick<Party, 'role' | 'personId' | 'fiscalCode'> & {
  readonly through?: Pick<Representative, 'personId' | 'fiscalCode' | 'untilOn' | 'acts'>;
};

/** A person by what is known of them. */
export type KnownPerson = Pick<PersonActor, 'personId' | 'fiscalCode'>;

/** The parties of the dossier that this person is or acts for; one may be applicant and third party at once. */
export function partiesOf<P extends KnownParty>(
  actor: KnownPerson,
  { parties }: { readonly parties: readonly P[] },
): readonly P[] {
  return parties.filter((party) => actsAs(actor, party));
}

/** Whether somebody is a party themself, or acts for it. */
export const actsAs = (actor: KnownPerson, party: KnownParty): boolean =>
  isSamePerson(actor, party) || (party.through !== undefined && isSamePerson(actor, party.through));

/** How a citizen is concerned by a dossier; empty for everybody else, and for whoever is signed in at the desk. */
export function partyRolesOf(actor: Actor, dossier: Pick<Dossier, 'parties'>): readonly PartyRole[] {
  if (actor.type !== 'person' || actor.audience !== 'citizen') return [];
  return [...new Set(partiesOf(actor, dossier).map(({ role }) => role))];
}

/**
 * Whether somebody is a party of the dossier, as whomever they are signed in: the applicant, who may be a delegate, or
 * a third party. They keep off the office's side of it (L. 241/1990, art. 6-bis).
 */
export function isParty(actor: Actor, dossier: Pick<Dossier, 'parties'>): boolean {
  return actor.type === 'person' && partiesOf(actor, dossier).length > 0;
}

/**
 * Why somebody has to keep off the work on a dossier: they are a party of it, or have declared a conflict of interest
 * that no manager has lifted (L. 241/1990, art. 6-bis). A party reads in the portal; who declared a conflict goes on
 * reading at the desk, where each reading is noted.
 */
export function whyKeptOff(
  actor: Actor,
  dossier: Pick<Dossier, 'parties' | 'conflicts'>,
): 'is-a-party' | 'has-conflict' | undefined {
  if (isParty(actor, dossier)) return 'is-a-party';
  return actor.type === 'person' && conflictOf(actor, dossier) !== undefined ? 'has-conflict' : undefined;
}

/** The conflict of interest that somebody has declared in a dossier; undefined where it was lifted. */
export const conflictOf = (
  { personId }: Pick<PersonActor, 'personId'>,
  { conflicts = [] }: Pick<Dossier, 'conflicts'>,
): Conflict | undefined => conflicts.find((conflict) => conflict.personId === personId);

/** Whether somebody is a party, for a list, which knows the parties by their ids and fiscal codes only. */
export function isAmongParties(
  actor: PersonActor,
  {
    partyIds,
    partyFiscalCodes,
  }: { readonly partyIds: readonly string[]; readonly partyFiscalCodes: readonly string[] },
): boolean {
  const parties = [
    ...partyIds.map((personId) => ({ personId })),
    ...partyFiscalCodes.map((fiscalCode) => ({ fiscalCode })),
  ];
  return parties.some((party) => isSamePerson(actor, party));
}

/** Whether two are the same person, by their id or fiscal code. */
export function isSamePerson(
  one: { readonly personId?: string; readonly fiscalCode?: string },
  other: { readonly personId?: string; readonly fiscalCode?: string },
): boolean {
  if (other.personId !== undefined && other.personId === one.personId) return true;
  return Boolean(other.fiscalCode) && other.fiscalCode === one.fiscalCode;
}
