import { describe, expect, it } from 'vitest';
import { dossierRow, jobRow, taskRow, termRow, thrownRow, waitRow } from '../../../engine/run/rows.ts';
import { aDossier, aMessageWait, anApplicant, aTask, aTerm, bodyId, dossierId } from '../../support/builders.ts';

const at = '2026-03-10T09:00:00.000Z';
const third = anApplicant({
  role: 'third-parties',
  givenName: 'Ugo',
  familyName: 'Neri',
  fiscalCode: 'NREGUO80A01A944X',
});

describe('the row of a dossier', () => {
  const { personId: _, ...unknown } = third;

  it('names the applicant, and everybody by whom it is found', () => {
    expect(dossierRow(aDossier({ parties: [unknown, anApplicant()] }), { deadlineOn: null, termState: null })).toEqual({
      deadlineOn: null,
      termState: null,
      procedureId: 'accesso',
      procedureVersion: 1,
      officeCode: 'urp',
      registration: 'r_emiro/2026/0000001',
      subject: 'Copia del verbale',
      applicantName: 'Giulia Bianchi',
      submittedAt: '2026-03-02T09:00:00.000Z',
      closedAt: null,
      milestone: 'ricevuta',
      outcome: null,
      partyIds: ['giulia'],
      partyFiscalCodes: ['NREGUO80A01A944X', 'BNCGLI85D50A944D'],
      mandates: null,
      conflictedIds: [],
    });
  });

  it('says when it closed and how', () => {
    const closed = aDossier({ closedAt: at, outcome: { code: 'accolta', decidedAt: at }, parties: [] });
    expect(dossierRow(closed, { deadlineOn: null, termState: 'ended' })).toMatchObject({
      closedAt: at,
      outcome: 'accolta',
      applicantName: '',
      termState: 'ended',
    });
  });
});

it('the row of a dossier names who acts for a party too', () => {
  const { personId: _, ...unknown } = third;
  const through = { as: 'delegate', ...unknown } as const;
  const row = dossierRow(aDossier({ parties: [anApplicant({ through })] }), { deadlineOn: null, termState: null });
  expect(row).toMatchObject({
    partyIds: ['giulia'],
    partyFiscalCodes: ['BNCGLI85D50A944D', 'NREGUO80A01A944X'],
    applicantName: 'Giulia Bianchi',
  });
});

describe('the row of a wait for a signal', () => {
  it('has its name', () => {
    const wait = { type: 'signal', id: 'w', elementId: 'e', name: '', signal: 'chiuso' } as never;
    expect(waitRow({ wait, dueAt: null })).toEqual({
      ...{ waitId: 'w', type: 'signal', elementId: 'e', dueAt: null, hearsOthers: false, name: 'chiuso' },
    });
  });
});

describe('the term of a row', () => {
  it('is none where the dossier has none', () => {
    expect(termRow(aDossier(), at)).toEqual({ deadlineOn: null, termState: null });
  });

  it('has its last day while it runs', () => {
    expect(termRow(aDossier({ terms: { risposta: aTerm() } }), at)).toEqual({
      deadlineOn: '2026-04-01',
      termState: 'running',
    });
  });

  it('has none when it stands still or has ended', () => {
    const of = (state: 'suspended' | 'ended') =>
      termRow(
        aDossier({ terms: { risposta: aTerm({ state, suspensions: [{ fromOn: '2026-03-09', ground: 'x' }] }) } }),
        at,
      );
    expect([of('suspended').deadlineOn, of('ended').deadlineOn]).toEqual([null, null]);
  });
});

describe('the row of a task', () => {
  const place = { bodyId, deadlineOn: '2026-04-01' };

  it('has the term of the dossier, and null for what it has not', () => {
    expect(taskRow(aTask(), place)).toEqual({
      taskId: `${dossierId}.w1`,
      elementId: 'check-request',
      name: 'Verifica la richiesta',
      audience: 'office',
      officeBodyId: bodyId,
      officeCode: 'urp',
      role: 'clerk',
      openedAt: '2026-03-02T09:00:00.000Z',
      dueOn: null,
      deadlineOn: '2026-04-01',
      claimedBy: null,
      claimedName: null,
      about: null,
      onlyFor: null,
    });
  });

  it('for one person says so by the keys of that person', () => {
    const person = { givenName: 'Ugo', familyName: 'Neri', fiscalCode: 'NREGUO80A01A944X' };
    const held = { claimedBy: { personId: 'paola', name: 'Paola Conti', at }, about: 'Ugo Neri', person };
    expect(taskRow(aTask(held), place)).toMatchObject({
      ...{ claimedBy: 'paola', claimedName: 'Paola Conti', about: 'Ugo Neri' },
      onlyFor: ['code:NREGUO80A01A944X'],
    });
  });

  it('of a party has no office', () => {
    const row = taskRow(aTask({ audience: { type: 'party', role: 'applicant' } }), place);
    expect(row).toMatchObject({ audience: 'party', officeBodyId: null, officeCode: null, deadlineOn: '2026-04-01' });
  });

  it('of another body goes by its own date', () => {
    const audience = { type: 'office', bodyId: 'b2', officeCode: 'suap', role: 'clerk' } as const;
    expect(taskRow(aTask({ audience, dueOn: '2026-03-20' }), place)).toMatchObject({
      officeBodyId: 'b2',
      dueOn: '2026-03-20',
      deadlineOn: null,
    });
  });
});

describe('the row of a wait', () => {
  it('has name and key of a message where another dossier is heard', () => {
    const open = aMessageWait('answer');
    expect(waitRow(open)).toMatchObject({ name: 'answer', correlationKey: null, hearsOthers: false });
    const keyed = { ...open, wait: { ...open.wait, correlationKey: 'k' } } as typeof open;
    expect(waitRow({ ...keyed, hearsOthers: true })).toMatchObject({ correlationKey: 'k', hearsOthers: true });
  });

  it('has neither where a party has to act in person', () => {
    const row = waitRow({ ...aMessageWait('answer'), personalAct: { by: 'applicant', label: 'Ritira' } });
    expect(row).not.toHaveProperty('name');
  });
});

describe('a message that was thrown', () => {
  it('is kept for thirty days', () => {
    expect(thrownRow({ messageId: 'm', elementId: 'e', message: 'x', payload: {} }, at)).toEqual({
      messageId: 'm',
      message: 'x',
      correlationKey: null,
      payload: {},
      expiresAt: '2026-04-09T09:00:00.000Z',
    });
  });
});

describe('the row of a job', () => {
  it('of a timer runs when it is due, and is tried for days', () => {
    const job = { type: 'fire-timer', key: 'k', dossierId, waitId: 'w', runAt: at } as const;
    expect(jobRow(job)).toEqual({
      type: 'fire-timer',
      key: 'k',
      payload: { dossierId, waitId: 'w' },
      runAt: at,
      attempts: 25,
    });
  });

  it('of a receipt runs at once', () => {
    expect(jobRow({ type: 'issue-receipt', key: 'k', dossierId })).toEqual({
      type: 'issue-receipt',
      key: 'k',
      payload: { dossierId },
      runAt: null,
      attempts: 12,
    });
  });

  it.each([
    [
      { type: 'tell-old-address', key: 'k', dossierId, address: 'a@example.org', personId: 'giulia' },
      { dossierId, key: 'k', address: 'a@example.org', personId: 'giulia' },
      12,
    ],
    [
      { type: 'tell-old-address', key: 'k', dossierId, address: 'a@example.org' },
      { dossierId, key: 'k', address: 'a@example.org' },
      12,
    ],
    [{ type: 'deliver-message', key: 'k', dossierId, messageId: 'm' }, { dossierId, messageId: 'm' }, 25],
    [
      { type: 'broadcast-signal', key: 'k', dossierId, signalId: 's', signal: 'x', payload: { n: 1 } },
      { dossierId, signalId: 's', signal: 'x', payload: { n: 1 } },
      25,
    ],
    [
      {
        type: 'call-connector',
        key: 'k',
        dossierId,
        connector: 'ipa',
        elementId: 'e',
        place: { waitId: 'w' },
        attempts: 7,
      },
      { dossierId, connector: 'ipa', elementId: 'e', waitId: 'w' },
      7,
    ],
  ] as const)('holds what its worker needs: %o', (job, payload, attempts) => {
    expect(jobRow(job)).toEqual({ type: job.type, key: 'k', payload, runAt: null, attempts });
  });
});
