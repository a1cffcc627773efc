import { fullName } from '../../forms/schema/full-name.ts';
import type { Json, Variables } from '../kernel/types.ts';
import type { PersonActor } from './actor.ts';
import { romeDay } from './calendar.ts';
import { representations } from './dossier.ts';
import type { Day, Dossier, Party, PartyRole, Representative } from './dossier.ts';
import { unfit, valueOf } from './expression.ts';
import { isSamePerson, partiesOf } from './concerned.ts';
import type { KnownParty, KnownPerson } from './concerned.ts';
import { Problem } from './problem.ts';
import type { Procedure } from './procedure.ts';

/*
 * For whom somebody acts. The card of a procedure says by FEEL over the application who applies through whoever sends
 * it (`applicant.principal`): nobody else (null), a person `{ nome, cognome }`, or a company `{ denominazione }`, each
 * with `codiceFiscale` where it is known, `come` (one of `representations`) and, where the mandate ends, its last day
 * `finoAl`.
 */

/** What is needed to know for whom an application is. */
interface Applying {
  readonly procedure: Pick<Procedure, 'service' | 'startFormId'>;
  readonly variables: Variables;
  readonly now: string;
}

/**
 * The applicant: who sends the application, or for whom they say they do.
 *
 * @throws Problem `step.failed` when the card gives no person or company; `mandate.ended` after its last day
 */
export function applicantFor(sender: Party, { procedure, variables, now }: Applying): Party {
  const principal = procedure.service.applicant?.principal;
  if (principal === undefined) return sender;
  const place = { elementId: procedure.startFormId, dossier: { variables }, now };
  const value = valueOf(principal, place);
  if (value === null) return sender;
  const party = principalFrom(value, sender);
  if (party === undefined) {
    const expected = '{ denominazione } or { nome, cognome }, with come, codiceFiscale and finoAl, or null';
    throw unfit(principal, place, { found: JSON.stringify(value), expected });
  }
  demandInForce([party.through], romeDay(now));
  return party;
}

function principalFrom(value: Json, { email, role, ...sender }: Party): Party | undefined {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return undefined;
  const said = new Map<string, Json>(Object.entries(value));
  const text = (key: string): string => {
    const found = said.get(key);
    return typeof found === 'string' ? found.trim() : '';
  };
  const as = representations.find((one) => one === text('come'));
  const named = { givenName: text('nome'), familyName: text('denominazione') || text('cognome') };
  if (as === undefined || fullName(named) === '') return undefined;
  const fiscalCode = text('codiceFiscale').toUpperCase();
  const untilOn = text('finoAl');
  return {
    role,
    ...(text('denominazione') === '' ? {} : { kind: 'company' }),
    ...named,
    ...(fiscalCode === '' ? {} : { fiscalCode }),
    ...(email === undefined ? {} : { email }),
    through: {
      ...{ as, ...sender },
      ...(email === undefined ? {} : { email }),
      ...(untilOn === '' ? {} : { untilOn }),
    },
  };
}

/** The parties in a role for whom somebody acts; empty for who acts for themself as well. */
function principalsOf<P extends KnownParty>(
  actor: KnownPerson,
  dossier: { readonly parties: readonly P[] },
  role: PartyRole,
): readonly P[] {
  const theirs = partiesOf(actor, dossier).filter((party) => party.role === role);
  return theirs.some((party) => isSamePerson(actor, party)) ? [] : theirs;
}

/** In whose name somebody acts as a party; undefined in their own. */
export function nameActedFor(
  actor: PersonActor,
  dossier: Pick<Dossier, 'parties'>,
  role: PartyRole,
): string | undefined {
  const names = principalsOf(actor, dossier, role).map(fullName);
  return names.length === 0 ? undefined : names.join(', ');
}

/**
 * The last day of the mandate by which somebody acts for another in a role, once it is over; undefined while one is in
 * force, and for who acts for themself. From then on nothing of the party is offered to them and nothing is taken from
 * them, but they go on reading what was done through them.
 */
export function endedMandate(
  actor: KnownPerson,
  dossier: { readonly parties: readonly KnownParty[] },
  { role, today }: { readonly role: PartyRole; readonly today: Day },
): Day | undefined {
  const mandates = principalsOf(actor, dossier, role).map(({ through }) => through);
  return endedOn(mandates, today);
}

/**
 * Where notices to a party go on a day: who acts for it gets them while their mandate is in force, by mail too where
 * the address is theirs.
 */
export function addressOf(
  { personId, email, through }: Pick<Party, 'personId' | 'email' | 'through'>,
  today: Day,
): Pick<Party, 'personId' | 'email'> {
  const isOver = endedOn([through], today) !== undefined;
  const reader = personId ?? (isOver ? undefined : through?.personId);
  const isTheirs = email !== undefined && email !== '' && !(isOver && email === through?.email);
  return { ...(reader !== undefined && { personId: reader }), ...(isTheirs && { email }) };
}

/** What lists need of the parties to ask `endedMandate`; undefined where no mandate ends. */
export function mandatesOf({ parties }: Pick<Dossier, 'parties'>): readonly KnownParty[] | undefined {
  if (parties.every(({ through }) => through?.untilOn === undefined)) return undefined;
  return parties.map(({ role, personId, fiscalCode, through }) => ({
    role,
    ...keysOf({ personId, fiscalCode }),
    ...(through && {
      through: { ...keysOf(through), ...(through.untilOn !== undefined && { untilOn: through.untilOn }) },
    }),
  }));
}

const keysOf = ({
  personId,
  fiscalCode,
}: {
  readonly personId?: string | undefined;
  readonly fiscalCode?: string | undefined;
}) => ({
  ...(personId !== undefined && { personId }),
  ...(fiscalCode !== undefined && { fiscalCode }),
});

function demandInForce(mandates: readonly (Representative | undefined)[], today: Day): void {
  const untilOn = endedOn(mandates, today);
  if (untilOn !== undefined) throw new Problem('mandate.ended', { untilOn });
}

/** The last day of the one that ended first, where all have ended. */
function endedOn(mandates: readonly (KnownParty['through'] | undefined)[], today: Day): Day | undefined {
  const ended = mandates.flatMap((mandate) =>
    mandate?.untilOn !== undefined && mandate.untilOn < today ? [mandate.untilOn] : [],
  );
  return ended.length < mandates.length ? undefined : ended[0];
}
