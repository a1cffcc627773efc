import { fullName } from '../../forms/schema/full-name.ts';
import type { Json, Variables } from '../kernel/types.ts';
import type { PersonActor } from './actor.ts';
import { romeDay } from './calendar.ts';
import { representations } from './dossier.ts';
import type { Day, Dossier, Party, PartyRole, Representative } from './dossier.ts';
import { unfit, valueOf } from './expression.ts';
import { isSamePerson, partiesOf } from './concerned.ts';
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
    through: { as, ...sender, ...(untilOn === '' ? {} : { untilOn }) },
  };
}

/** The parties in a role for whom somebody acts; empty for who acts for themself as well. */
function principalsOf(actor: PersonActor, dossier: Pick<Dossier, 'parties'>, role: PartyRole): readonly Party[] {
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
 * Refuses who acts for another after the last day of their mandate. They go on reading what was done through them.
 *
 * @throws Problem `mandate.ended`
 */
export function demandMandate(
  actor: PersonActor,
  dossier: Pick<Dossier, 'parties'>,
  { role, today }: { readonly role: PartyRole; readonly today: Day },
): void {
  demandInForce(
    principalsOf(actor, dossier, role).map(({ through }) => through),
    today,
  );
}

function demandInForce(mandates: readonly (Representative | undefined)[], today: Day): void {
  const ended = mandates.flatMap((mandate) =>
    mandate?.untilOn !== undefined && mandate.untilOn < today ? [mandate.untilOn] : [],
  );
  if (mandates.length === 0 || ended.length < mandates.length) return;
  throw new Problem('mandate.ended', { untilOn: ended[0] });
}
