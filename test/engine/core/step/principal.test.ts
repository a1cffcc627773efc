import { describe, expect, it } from 'vitest';
import { checkFiles } from '../../../../engine/catalogue/check.ts';
import type { PersonActor } from '../../../../engine/core/actor.ts';
import { partyRolesOf } from '../../../../engine/core/concerned.ts';
import { namedAct, offeredActs } from '../../../../engine/core/offered-acts.ts';
import { may, tasksFor } from '../../../../engine/core/policy.ts';
import { addressOf, endedMandate, mandatesOf } from '../../../../engine/core/principal.ts';
import type { Answers } from '../../../../forms/schema/document.ts';
import type { PartyKind } from '../../../../forms/schema/party-kinds.ts';
import { complete, giulia, problemOf, submit, type World } from '../../../support/access-way.ts';
import { applied, smallProcedure } from '../../../support/between.ts';
import { end, path, process, userTask } from '../../../support/bpmn.ts';
import { aCitizen, aDossier, aMessageWait, anUpload, aProcedure, bodyId } from '../../../support/builders.ts';
import { luca, marco } from '../../../support/policy-cast.ts';

const diagram = process(
  'domanda-di',
  applied('submitted'),
  userTask('add', { name: 'Completa', form: 'nota', groups: 'applicant' }),
  end('done'),
  ...path('submitted', 'add', 'done'),
);

/** A person as a party knows them. */
const keyed = ({ personId, givenName, familyName, fiscalCode = '' }: PersonActor) => ({
  ...{ personId, givenName, familyName, fiscalCode },
});

/** A procedure whose card admits some kinds of party. */
async function admitting(...kinds: readonly PartyKind[]): Promise<World> {
  const service = kinds.length === 0 ? {} : { applicant: { kinds } };
  const { procedure, findings } = await checkFiles(smallProcedure('domanda-di', diagram, { service }));
  if (procedure === undefined) throw new Error(JSON.stringify(findings));
  return { procedure, now: '2026-03-02T09:00:00.000Z', uploads: [mandate] };
}

const mandate = anUpload({ uploadId: 'delega', name: 'delega.pdf' });
const application: Answers = { ente: bodyId, oggetto: 'Autorizzazione', chiave: 'x' };

const seat = { street: 'Via Emilia', number: '1', postalCode: '40026', municipality: 'Imola', province: 'BO' };
const company = { name: 'Rossi Srl', vatNumber: '01234567897', seat, certifiedMail: 'rossi@pec.example.it' };
const forCompany: Answers = { ...application, appliesAs: 'company', company };

describe('an application for a company', () => {
  it('has the company as applicant, and who sent it acts for it', async () => {
    const { dossier } = await submit(forCompany, await admitting('person', 'company'));
    expect(dossier.parties).toMatchObject([
      {
        role: 'applicant',
        kind: 'company',
        familyName: 'Rossi Srl',
        fiscalCode: '01234567897',
        certifiedMail: 'rossi@pec.example.it',
        through: { as: 'representative', personId: 'giulia', familyName: 'Bianchi' },
      },
    ]);
    expect(dossier.parties[0]).not.toHaveProperty('personId');
    expect(partyRolesOf(giulia, dossier)).toEqual(['applicant']);
  });

  it('says in the record in whose name everything was done', async () => {
    const world = await admitting('company');
    const asked = await submit(forCompany, world);
    const acting = { name: 'Giulia Bianchi', onBehalfOf: 'Rossi Srl' };
    expect(asked.last.events[0]).toMatchObject({ type: 'application.submitted', actor: acting });
    const added = await complete(asked, { by: giulia, task: 'add', answers: { nota: 'Ecco' } }, world);
    expect(added.last.events[0]).toMatchObject({ type: 'task.completed', actor: acting });
    expect(added.last.submissions[0]?.author).toMatchObject(acting);
  });

  it('takes codes as they were pasted', async () => {
    const pasted = { ...company, vatNumber: ' P.IVA IT 01234567897 ', certifiedMail: ' Rossi@PEC.example.it ' };
    const { dossier } = await submit({ ...forCompany, company: pasted }, await admitting('company'));
    expect(dossier.parties[0]).toMatchObject({ fiscalCode: '01234567897' });
  });

  it.each([
    ['a VAT number whose check digit is wrong', { ...company, vatNumber: '01234567890' }, 'company.vatNumber'],
    ['neither a VAT number nor a fiscal code', { name: 'Rossi Srl', seat }, 'company'],
    ['no seat', { name: 'Rossi Srl', vatNumber: '01234567897' }, 'company.seat'],
    ['a PEC that is no address', { ...company, certifiedMail: 'rossi' }, 'company.certifiedMail'],
  ])('is refused with %s', async (_, wrong, field) => {
    const problem = await problemOf(submit({ ...forCompany, company: wrong }, await admitting('company')));
    expect(problem).toMatchObject({ code: 'answers.invalid', details: { issues: [{ path: field }] } });
  });
});

describe('an application for another person', () => {
  const forLuca = (changes: Answers = {}): Answers => ({
    ...application,
    appliesAs: 'delegate',
    represented: { givenName: 'Luca', familyName: 'Neri', fiscalCode: luca.fiscalCode ?? '' },
    mandate: [{ uploadId: 'delega', name: 'delega.pdf', size: mandate.size }],
    mandateActs: ['follow', 'notices'],
    ...changes,
  });

  const lucaByMail = { givenName: 'Luca', familyName: 'Neri', email: 'luca@example.it' };

  it('is of both: the person, and the delegate', async () => {
    const { dossier } = await submit(forLuca(), await admitting('person', 'delegate'));
    expect(partyRolesOf(luca, dossier)).toEqual(['applicant']);
    expect(partyRolesOf(giulia, dossier)).toEqual(['applicant']);
    expect(partyRolesOf(aCitizen({ personId: 'ada', fiscalCode: 'X' }), dossier)).toEqual([]);
  });

  it('holds the document of the mandate, which is one of the dossier', async () => {
    const { dossier, last } = await submit(forLuca(), await admitting('delegate'));
    expect(dossier.parties[0]?.through?.documentIds).toEqual(['delega']);
    expect(last.documents.map(({ documentId }) => documentId)).toEqual(['delega']);
  });

  it('is refused without the document of the mandate', async () => {
    const problem = await problemOf(submit(forLuca({ mandate: [] }), await admitting('delegate')));
    expect(problem).toMatchObject({ code: 'answers.invalid', details: { issues: [{ path: 'mandate' }] } });
  });

  it('is refused after the last day of the mandate', async () => {
    const problem = await problemOf(submit(forLuca({ mandateUntil: '2026-03-01' }), await admitting('delegate')));
    expect(problem).toMatchObject({ code: 'answers.invalid', details: { issues: [{ path: 'mandateUntil' }] } });
  });

  it('holds what the mandate gives', async () => {
    const { dossier } = await submit(
      forLuca({ mandateActs: ['follow'], represented: lucaByMail }),
      await admitting('delegate'),
    );
    expect(dossier.parties[0]?.through?.acts).toEqual(['present', 'follow']);
  });

  it('is written to whom the mandate says', async () => {
    const world = await admitting('delegate');
    const { dossier: through } = await submit(forLuca({ represented: lucaByMail }), world);
    expect(through.parties[0]?.email).toBe(giulia.email);
    const { dossier: himself } = await submit(forLuca({ mandateActs: ['follow'], represented: lucaByMail }), world);
    expect(himself.parties[0]?.email).toBe('luca@example.it');
  });

  it.each([[['follow']], [[]]])('is refused where nobody could be written to: %j', async (given) => {
    const problem = await problemOf(submit(forLuca({ mandateActs: given }), await admitting('delegate')));
    expect(problem).toMatchObject({ code: 'answers.invalid', details: { issues: [{ path: 'mandateActs' }] } });
  });

  it('is not worked on by a delegate whose mandate is to apply, but by the person', async () => {
    const world = await admitting('delegate');
    const asked = await submit(forLuca({ mandateActs: ['notices'] }), world);
    const work = { task: 'add', answers: { nota: 'Ecco' } };
    expect((await problemOf(complete(asked, { by: giulia, ...work }, world))).code).toBe('mandate.not-to-follow');
    expect([giulia, luca].map((by) => tasksFor(by, asked.dossier, '2026-03-02').length)).toEqual([0, 1]);
    const added = await complete(asked, { by: luca, ...work }, world);
    expect(added.last.events[0]).toMatchObject({ type: 'task.completed', actor: { name: 'Luca Neri' } });
  });

  it('may be for a company where the card admits one', async () => {
    const answers = forLuca({ representedIs: 'company', company });
    const { dossier } = await submit(answers, await admitting('company', 'professional', 'delegate'));
    expect(dossier.parties[0]).toMatchObject({ kind: 'company', familyName: 'Rossi Srl', through: { as: 'delegate' } });
  });

  it('is not worked on by the delegate after that day, but by the person', async () => {
    const world = await admitting('delegate');
    const asked = await submit(forLuca({ mandateUntil: '2026-03-31' }), world);
    const later = { ...world, now: '2026-04-01T09:00:00.000Z' };
    const work = { task: 'add', answers: { nota: 'Ecco' } };
    expect((await problemOf(complete(asked, { by: giulia, ...work }, later))).code).toBe('mandate.ended');
    expect([giulia, luca].map((by) => tasksFor(by, asked.dossier, '2026-04-01').length)).toEqual([0, 1]);
    const added = await complete(asked, { by: luca, ...work }, later);
    expect(added.last.events[0]?.actor).toMatchObject({ name: 'Luca Neri' });
    expect(added.last.events[0]?.actor).not.toHaveProperty('onBehalfOf');
  });

  it('can be worked on by the delegate on the last day', async () => {
    const world = await admitting('delegate');
    const asked = await submit(forLuca({ mandateUntil: '2026-03-31' }), world);
    const lastDay = { ...world, now: '2026-03-31T20:00:00.000Z' };
    expect(tasksFor(giulia, asked.dossier, '2026-03-31')).toHaveLength(1);
    const added = await complete(asked, { by: giulia, task: 'add', answers: { nota: 'Ecco' } }, lastDay);
    expect(added.last.events[0]?.actor).toMatchObject({ onBehalfOf: 'Luca Neri' });
  });
});

describe('a mandate that ended', () => {
  const through = { as: 'delegate', ...keyed(giulia), email: 'giulia@example.org', untilOn: '2026-03-31' } as const;
  const party = { role: 'applicant', ...keyed(luca), email: 'giulia@example.org', through } as const;
  const dossier = { ...aDossier({ parties: [party] }), waits: [aMessageWait('withdrawal')] };
  const [lastDay, after] = ['2026-03-31', '2026-04-01'];

  it('is asked about with the day, and is nothing to who acts for themself', () => {
    const endedFor = (by: PersonActor, today: string) => endedMandate(by, dossier, { role: 'applicant', today });
    expect(endedFor(giulia, after)).toBe('2026-03-31');
    expect(endedFor(giulia, lastDay)).toBeUndefined();
    expect(endedFor(luca, after)).toBeUndefined();
  });

  it('is none while another mandate of the same person goes on', () => {
    const { untilOn: _untilOn, ...endless } = through;
    const company = {
      role: 'applicant',
      kind: 'company',
      givenName: '',
      familyName: 'Rossi Srl',
      through: endless,
    } as const;
    const both = { parties: [party, company] };
    expect(endedMandate(giulia, both, { role: 'applicant', today: after })).toBeUndefined();
  });

  it('takes the acts of the party from who acted for it, and says why', async () => {
    const procedure = await aProcedure();
    const on = (today: string) => ({ dossier, procedure, today });
    const named = { elementId: 'withdrawal' };
    expect(offeredActs(giulia, on(lastDay)).map(({ elementId }) => elementId)).toEqual(['withdrawal']);
    expect(offeredActs(giulia, on(after))).toEqual([]);
    expect(offeredActs(luca, on(after))).toHaveLength(1);
    expect(() => namedAct(giulia, on(after), named)).toThrow(expect.objectContaining({ code: 'mandate.ended' }));
    expect(() => namedAct(marco, on(after), named)).toThrow(expect.objectContaining({ code: 'act.not-offered' }));
  });

  it('takes the address of the party from them too, and leaves them to read', () => {
    const change = (by: PersonActor, today: string) => may(by, 'change-address', { dossier, party, today });
    expect(change(giulia, lastDay)).toEqual({ granted: true });
    expect(change(giulia, after)).toEqual({ granted: false, reason: 'mandate-ended' });
    expect(change(luca, after)).toEqual({ granted: true });
    expect(may(giulia, 'read-dossier', { dossier })).toEqual({ granted: true });
  });

  it('sends notices to the party, at an address of who acted for it no more', () => {
    expect(addressOf(party, lastDay)).toEqual({ personId: 'luca', email: 'giulia@example.org' });
    const { personId: _personId, ...unknown } = party;
    expect(addressOf(unknown, lastDay)).toEqual({ personId: 'giulia', email: 'giulia@example.org' });
    expect(addressOf(unknown, after)).toEqual({});
    expect(addressOf({ ...unknown, email: 'luca@example.org' }, after)).toEqual({ email: 'luca@example.org' });
  });

  it('stands in the row of the dossier, without names', () => {
    const known = ({
      personId = '',
      fiscalCode = '',
    }: {
      readonly personId?: string;
      readonly fiscalCode?: string;
    }) => ({
      personId,
      fiscalCode,
    });
    expect(mandatesOf(dossier)).toEqual([
      { role: 'applicant', ...known(luca), through: { ...known(giulia), untilOn: '2026-03-31' } },
    ]);
    const { untilOn: _untilOn, ...endless } = through;
    expect(mandatesOf({ parties: [{ ...party, through: endless }] })).toBeUndefined();
  });
});

it.each([
  ['a card that admits others', ['person', 'company'] as const],
  ['a card that says nothing', [] as const],
])('for themself, who sends an application is the applicant: %s', async (_, kinds) => {
  const answers = kinds.length === 0 ? application : { ...application, appliesAs: 'person' };
  const { dossier, last } = await submit(answers, await admitting(...kinds));
  expect(dossier.parties).toMatchObject([{ role: 'applicant', personId: 'giulia' }]);
  expect(dossier.parties[0]).not.toHaveProperty('through');
  expect(last.events[0]?.actor).not.toHaveProperty('onBehalfOf');
});

it.each([
  ['a company where only persons and delegates apply', ['person', 'delegate'] as const],
  ['a company where everybody applies for themself', [] as const],
])('%s is refused', async (_, kinds) => {
  const problem = await problemOf(submit(forCompany, await admitting(...kinds)));
  expect(problem).toMatchObject({ code: 'applicant.kind-not-admitted', details: { kind: 'company' } });
});
