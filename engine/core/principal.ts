import { applicantKeys } from '../../forms/schema/applicant-page.ts';
import type { Answers } from '../../forms/schema/document.ts';
import { fullName } from '../../forms/schema/full-name.ts';
import { isRecord } from '../../forms/schema/json.ts';
import { isPartyKind, kindsAdmitted, mandateActs, partyKind } from '../../forms/schema/party-kinds.ts';
import type { MandateAct } from '../../forms/schema/party-kinds.ts';
import type { PersonActor } from './actor.ts';
import { isSamePerson, partiesOf } from './concerned.ts';
import type { KnownParty, KnownPerson } from './concerned.ts';
import type { Day, Dossier, Party, PartyRole, Representative } from './dossier.ts';
import { Problem } from './problem.ts';
import type { Procedure } from './procedure.ts';

/*
 * For whom somebody acts. The card of a procedure lists the kinds of party that may apply; the first page of the
 * application asks for whom it is (`forms/schema/applicant-page.ts`), and its answers make the applicant.
 */

/** What is needed to know for whom an application is. */
interface Applying {
  readonly procedure: Pick<Procedure, 'service'>;
  /** The accepted answers. */
  readonly values: Answers;
  /** The documents that show the mandate. */
  readonly documentIds: readonly string[];
}

/**
 * Refuses an application by a kind of party that the card does not admit.
 *
 * @throws Problem `applicant.kind-not-admitted`
 */
export function demandKind({ service }: Pick<Procedure, 'service'>, answers: Answers): void {
  const kind = answers[applicantKeys.appliesAs];
  if (typeof kind !== 'string' || !isPartyKind(kind)) return;
  const admitted = kindsAdmitted(service.applicant);
  if (!admitted.includes(kind)) throw new Problem('applicant.kind-not-admitted', { kind, admitted });
}

/** The applicant: who sends the application, or for whom they say they do. */
export function applicantFor(sender: Party, { procedure, values, documentIds }: Applying): Party {
  const admitted = kindsAdmitted(procedure.service.applicant);
  const kind = admitted.find((code) => code === values[applicantKeys.appliesAs]) ?? 'person';
  const { as } = partyKind(kind);
  if (as === undefined) return sender;
  const { email, role, ...person } = sender;
  const own = email === undefined ? {} : { email };
  const acts = as === 'representative' ? undefined : actsIn(values);
  const untilOn = textIn(values, applicantKeys.mandateUntil);
  const through: Representative = {
    as,
    ...person,
    ...own,
    ...(untilOn === undefined ? {} : { untilOn }),
    ...(acts === undefined ? {} : { acts }),
    ...(documentIds.length === 0 ? {} : { documentIds }),
  };
  const principal = isRecord(values[applicantKeys.company]) ? companyIn(values) : personIn(values);
  // Whom the delegate is not written to for has an address of their own.
  const address = receives(through)
    ? email
    : (textIn(partsIn(values, applicantKeys.represented), 'email') ?? principal.certifiedMail);
  return { role, ...principal, ...(address === undefined ? {} : { email: address }), through };
}

/** What a mandate gives; to send the application always. */
function actsIn(values: Answers): readonly MandateAct[] {
  const given = values[applicantKeys.mandateActs] ?? null;
  return mandateActs.filter((act) => act === 'present' || (Array.isArray(given) && given.includes(act)));
}

/** Whether somebody is written to for the party that they act for. */
export const receives = ({ acts }: Representative): boolean => acts === undefined || acts.includes('notices');

function companyIn(values: Answers): Omit<Party, 'role'> {
  const company = partsIn(values, applicantKeys.company);
  const fiscalCode = textIn(company, 'fiscalCode') ?? textIn(company, 'vatNumber');
  const certifiedMail = textIn(company, 'certifiedMail');
  return {
    kind: 'company',
    givenName: '',
    familyName: textIn(company, 'name') ?? '',
    ...(fiscalCode === undefined ? {} : { fiscalCode }),
    ...(certifiedMail === undefined ? {} : { certifiedMail }),
  };
}

function personIn(values: Answers): Omit<Party, 'role'> {
  const person = partsIn(values, applicantKeys.represented);
  const fiscalCode = textIn(person, 'fiscalCode');
  return {
    givenName: textIn(person, 'givenName') ?? '',
    familyName: textIn(person, 'familyName') ?? '',
    ...(fiscalCode === undefined ? {} : { fiscalCode }),
  };
}

const partsIn = (values: Answers, key: string): Answers => {
  const value = values[key];
  return isRecord(value) ? value : {};
};

function textIn(values: Answers, key: string): string | undefined {
  const value = values[key];
  return typeof value === 'string' && value !== '' ? value : undefined;
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
 * Why nothing is taken from who acts for another in a role: their mandate is over on the day, or was to apply and no
 * more. Undefined for who may act, as for who acts for themself.
 */
export function mandateRefusal(
  actor: KnownPerson,
  dossier: { readonly parties: readonly KnownParty[] },
  on: { readonly role: PartyRole; readonly today: Day },
): 'mandate-ended' | 'mandate-not-to-follow' | undefined {
  if (endedMandate(actor, dossier, on) !== undefined) return 'mandate-ended';
  const mandates = principalsOf(actor, dossier, on.role).map(({ through }) => through);
  const isToFollow = mandates.some((mandate) => mandate?.acts?.includes('follow') ?? true);
  return mandates.length > 0 && !isToFollow ? 'mandate-not-to-follow' : undefined;
}

/**
 * Where notices to a party go on a day: who acts for it gets them while their mandate is in force and gives it, by mail
 * too where the address is theirs.
 */
export function addressOf(
  { personId, email, through }: Pick<Party, 'personId' | 'email' | 'through'>,
  today: Day,
): Pick<Party, 'personId' | 'email'> {
  const isOver = endedOn([through], today) !== undefined;
  const isTold = through !== undefined && !isOver && receives(through);
  const reader = personId ?? (isTold ? through.personId : undefined);
  const isTheirs = email !== undefined && email !== '' && !(isOver && email === through?.email);
  return { ...(reader !== undefined && { personId: reader }), ...(isTheirs && { email }) };
}

/** What lists need of the parties to ask `mandateRefusal`; undefined where every mandate is endless and gives all. */
export function mandatesOf({ parties }: Pick<Dossier, 'parties'>): readonly KnownParty[] | undefined {
  if (parties.every(({ through }) => through?.untilOn === undefined && through?.acts === undefined)) return undefined;
  return parties.map(({ role, personId, fiscalCode, through }) => ({
    role,
    ...keysOf({ personId, fiscalCode }),
    ...(through && {
      through: {
        ...keysOf(through),
        ...(through.untilOn !== undefined && { untilOn: through.untilOn }),
        ...(through.acts !== undefined && { acts: through.acts }),
      },
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

/** The last day of the one that ended first, where all have ended. */
function endedOn(mandates: readonly (KnownParty['through'] | undefined)[], today: Day): Day | undefined {
  const ended = mandates.flatMap((mandate) =>
    mandate?.untilOn !== undefined && mandate.untilOn < today ? [mandate.untilOn] : [],
  );
  return ended.length < mandates.length ? undefined : ended[0];
}
