import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../../../engine/core/actor.ts';
import { step } from '../../../../engine/core/step.ts';
import type { StepContext } from '../../../../engine/core/step.ts';
import { problemOf } from '../../../support/access-way.ts';
import { aCitizen, aClerk, aContext, aDossier, anApplicant, dossierId, theWorker } from '../../../support/builders.ts';

const ugo = {
  role: 'third-parties',
  givenName: 'Ugo',
  familyName: 'Neri',
  fiscalCode: 'NREGUO80A01A944X',
  email: 'ugo@example.org',
} as const;
const dossier = aDossier({ parties: [anApplicant(), ugo] });

describe('the address of a party', () => {
  let context: StepContext;
  beforeAll(async () => {
    context = await aContext();
  });

  const change = (
    actor: Actor,
    asked: { readonly email: string; readonly party?: number; readonly reason?: string },
    of = dossier,
  ) => step({ dossier: of, command: { type: 'change-address', dossierId, ...asked }, actor, context });

  it('changes when they ask, and the record says from which to which', async () => {
    const { dossier: after, events, jobs } = await change(aCitizen(), { email: 'nuova@example.org' });
    expect(after.parties.map(({ email }) => email)).toEqual(['nuova@example.org', 'ugo@example.org']);
    expect(events).toMatchObject([
      {
        type: 'party.address-changed',
        actor: { type: 'person', name: 'Giulia Bianchi' },
        data: { role: 'applicant', number: 1, before: 'giulia@example.org', email: 'nuova@example.org' },
      },
    ]);
    expect(jobs).toEqual([
      {
        type: 'tell-old-address',
        key: `old-address:${dossierId}:1`,
        dossierId,
        address: 'giulia@example.org',
        personId: 'giulia',
      },
    ]);
  });

  it('is changed by their office with a reason, and not without', async () => {
    const asked = { email: 'ugo.neri@example.org', party: 2 };
    const { dossier: after, events } = await change(aClerk(), { ...asked, reason: 'L’ha chiesto allo sportello' });
    expect(after.parties[1]).toEqual({ ...ugo, email: 'ugo.neri@example.org' });
    expect(events[0]?.data).toMatchObject({ number: 2, reason: 'L’ha chiesto allo sportello' });
    expect((await problemOf(change(aClerk(), asked))).code).toBe('request.invalid');
    expect((await problemOf(change(aClerk(), { ...asked, party: 3, reason: 'x' }))).code).toBe('request.invalid');
  });

  it('is told to nobody where there was none', async () => {
    const { email: _, ...unreached } = ugo;
    const of = aDossier({ parties: [anApplicant(), unreached] });
    const { jobs, events } = await change(aClerk(), { email: 'ugo@example.org', party: 2, reason: 'Mancava' }, of);
    expect(jobs).toEqual([]);
    expect(events[0]?.data).toMatchObject({ before: null });
  });

  it('is that of a party whom an office names by number, from one to as many as there are', async () => {
    const asking = (party: number) => change(aClerk(), { email: 'x@example.org', party, reason: 'Lo chiede' });
    expect(await problemOf(asking(3))).toMatchObject({ details: { path: 'party', found: 3, expected: '1 to 2' } });
    expect(await problemOf(asking(0))).toMatchObject({ code: 'request.invalid' });
    expect((await asking(1)).dossier.parties.map(({ email }) => email)).toEqual(['x@example.org', 'ugo@example.org']);
  });

  it('is not changed by an office with a reason of blanks', async () => {
    const attempt = change(aClerk(), { email: 'x@example.org', party: 2, reason: '   ' });
    expect(await problemOf(attempt)).toMatchObject({
      code: 'request.invalid',
      details: { path: 'reason', expected: 'why the address changes' },
    });
  });

  it('is that of everything that somebody is in the dossier', async () => {
    const both = aDossier({ parties: [anApplicant(), ugo, anApplicant({ role: 'third-parties' })] });
    const { dossier: after, events, jobs } = await change(aCitizen(), { email: 'nuova@example.org' }, both);
    expect(after.parties.map(({ email }) => email)).toEqual([
      ...['nuova@example.org', 'ugo@example.org', 'nuova@example.org'],
    ]);
    expect(events.map(({ data }) => data)).toEqual([
      { role: 'applicant', number: 1, before: 'giulia@example.org', email: 'nuova@example.org' },
      { role: 'third-parties', number: 3, before: 'giulia@example.org', email: 'nuova@example.org' },
    ]);
    expect(jobs.map(({ key }) => key)).toEqual([`old-address:${dossierId}:1`, `old-address:${dossierId}:2`]);
  });

  it('of somebody who is no user of the portal is told there by mail alone', async () => {
    const { jobs } = await change(aClerk(), { email: 'x@example.org', party: 2, reason: 'Lo chiede' });
    expect(jobs).toEqual([
      { type: 'tell-old-address', key: `old-address:${dossierId}:1`, dossierId, address: 'ugo@example.org' },
    ]);
  });

  it('is refused to who is no party, with the reason', async () => {
    const nobody = aCitizen({ personId: 'marco', fiscalCode: 'x' });
    expect(await problemOf(change(nobody, { email: 'x@example.org' }))).toMatchObject({
      code: 'permission.denied',
      details: { reason: 'not-a-party' },
    });
  });

  it('that is the same but for capitals does not change', async () => {
    const problem = await problemOf(change(aCitizen(), { email: 'Giulia@Example.org' }));
    expect(problem.code).toBe('mail-address.unchanged');
  });

  const another = { party: 2, reason: 'x' };
  const first = { party: 1, reason: 'x' };
  const closed = aDossier({ parties: [anApplicant()], closedAt: '2026-04-01T09:00:00.000Z' });

  it.each([
    { who: 'somebody who is no party', actor: aCitizen({ personId: 'marco', fiscalCode: 'x' }) },
    { who: 'a party, of another one', actor: aCitizen(), asked: another },
    { who: 'an office that has no part in it', actor: aClerk([{ officeCode: 'suap', role: 'clerk' }]), asked: first },
    { who: 'an auditor', actor: aClerk([{ officeCode: 'urp', role: 'auditor' }]), asked: first },
    {
      who: 'a clerk who is a party',
      actor: aClerk(undefined, { fiscalCode: ugo.fiscalCode }),
      asked: first,
      code: 'task.own-dossier',
    },
    { who: 'the system', actor: theWorker, asked: first },
    { who: 'a party, once all is over', actor: aCitizen(), of: closed, code: 'dossier.closed' },
  ])('is not changed by $who', async ({ actor, asked = {}, of = dossier, code = 'permission.denied' }) => {
    expect((await problemOf(change(actor, { email: 'altra@example.org', ...asked }, of))).code).toBe(code);
  });
});
