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

  it('that is the same but for capitals does not change', async () => {
    const problem = await problemOf(change(aCitizen(), { email: 'Giulia@Example.org' }));
    expect(problem.code).toBe('mail-address.unchanged');
  });

  it.each([
    ['somebody who is no party', aCitizen({ personId: 'marco', fiscalCode: 'x' }), {}, dossier, 'permission.denied'],
    ['a party, of another one', aCitizen(), { party: 2, reason: 'x' }, dossier, 'permission.denied'],
    [
      'an office that has no part in it',
      aClerk([{ officeCode: 'suap', role: 'clerk' }]),
      { party: 1, reason: 'x' },
      dossier,
      'permission.denied',
    ],
    [
      'an auditor',
      aClerk([{ officeCode: 'urp', role: 'auditor' }]),
      { party: 1, reason: 'x' },
      dossier,
      'permission.denied',
    ],
    [
      'a clerk who is a party',
      aClerk(undefined, { fiscalCode: ugo.fiscalCode }),
      { party: 1, reason: 'x' },
      dossier,
      'task.own-dossier',
    ],
    ['the system', theWorker, { party: 1, reason: 'x' }, dossier, 'permission.denied'],
    [
      'a party, once all is over',
      aCitizen(),
      {},
      aDossier({ parties: [anApplicant()], closedAt: '2026-04-01T09:00:00.000Z' }),
      'dossier.closed',
    ],
  ] as const)('is not changed by %s', async (_, actor, asked, of, code) => {
    expect((await problemOf(change(actor, { email: 'altra@example.org', ...asked }, of))).code).toBe(code);
  });
});
