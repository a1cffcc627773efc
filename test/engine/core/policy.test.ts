import { describe, expect, it } from 'vitest';
import type { Actor } from '../../../engine/core/actor.ts';
import { managedOffices } from '../../../engine/core/memberships.ts';
import { isAmongParties, partyRolesOf } from '../../../engine/core/concerned.ts';
import { demand, may, mayDo } from '../../../engine/core/policy.ts';
import type { DenialReason } from '../../../engine/core/grant.ts';
import { aCitizen, aClerk, anApplicant, aProcedure, aServiceCard, aTask, theTimer } from '../../support/builders.ts';
import {
  luca,
  marco,
  manager,
  auditor,
  administrator,
  stranger,
  elsewhere,
  dossier,
  answer,
  today,
} from '../../support/policy-cast.ts';

describe('reading a dossier', () => {
  const cases: readonly (readonly [string, Actor, true | DenialReason])[] = [
    ['its applicant', aCitizen(), true],
    ['a third party known by fiscal code only', marco, true],
    ['another citizen', luca, 'not-a-party'],
    ['its applicant signed in at the desk without an office', aCitizen({ audience: 'office' }), 'not-of-the-office'],
    ['a clerk of its office', aClerk(), true],
    ['a manager of its office', manager, true],
    ['an auditor of its office', auditor, true],
    ['an administrator without a working role', administrator, 'not-of-the-office'],
    ['a clerk of an office that takes no part', stranger, 'not-of-the-office'],
    ['a manager of the same office of another body', elsewhere, 'not-of-the-office'],
    ['a clerk in the portal', aClerk(undefined, { audience: 'citizen' }), 'not-a-party'],
    ['a person without fiscal code', aCitizen({ personId: 'x', fiscalCode: '' }), 'not-a-party'],
  ];
  it.each(cases)('%s: %#', (_who, actor, expected) => {
    expect(answer(may(actor, 'read-dossier', { dossier }))).toBe(expected);
  });

  it('is granted to an office that had a task here', () => {
    const later = { ...dossier, officeCodes: ['urp', 'documenti'] };
    expect(mayDo(stranger, 'read-dossier', { dossier: later })).toBe(true);
  });
});

describe('reading a document', () => {
  it('needs to be addressed to the role of the party', () => {
    const document = { readableBy: ['applicant'] as const };
    expect(answer(may(aCitizen(), 'read-document', { dossier, document }))).toBe(true);
    expect(answer(may(marco, 'read-document', { dossier, document }))).toBe('not-addressed');
    expect(answer(may(luca, 'read-document', { dossier, document }))).toBe('not-a-party');
    expect(answer(may(aClerk(), 'read-document', { dossier, document }))).toBe(true);
  });
});

describe('reading a message', () => {
  it('is for the person it was sent to, not for the role', () => {
    const message = {
      audience: 'third-parties' as const,
      to: [{ name: 'Marco Verdi', fiscalCode: 'VRDMRC79S23F257F' }],
    };
    expect(mayDo(marco, 'read-message', { dossier, message })).toBe(true);
    expect(mayDo(aCitizen(), 'read-message', { dossier, message })).toBe(false);
  });
});

describe('submitting', () => {
  it('needs the portal, the level of the service, and an active service', async () => {
    const procedure = await aProcedure();
    expect(answer(may(aCitizen(), 'submit', { procedure }))).toBe(true);
    expect(answer(may(aCitizen({ level: 1 }), 'submit', { procedure }))).toBe('level-too-low');
    expect(answer(may(aClerk(), 'submit', { procedure }))).toBe('wrong-audience');
    const suspended = { ...procedure, service: aServiceCard({ status: 'suspended' }) };
    expect(answer(may(aCitizen(), 'submit', { procedure: suspended }))).toBe('service-suspended');
  });
});

describe('timers and results of jobs', () => {
  it('are for the machine alone', () => {
    expect(answer(may(theTimer, 'run-machinery', { dossier }))).toBe(true);
    expect(answer(may(manager, 'run-machinery', { dossier }))).toBe('system-only');
  });
});

describe('the record', () => {
  it('is read by whoever reads the dossier, and by the system', () => {
    expect(answer(may(aCitizen(), 'read-record', { dossier }))).toBe(true);
    expect(answer(may(stranger, 'read-record', { dossier }))).toBe('not-of-the-office');
    const document = { readableBy: [] };
    const message = { audience: 'applicant' as const, to: [] };
    expect(answer(may(theTimer, 'read-dossier', { dossier }))).toBe(true);
    expect(answer(may(theTimer, 'read-document', { dossier, document }))).toBe(true);
    expect(answer(may(theTimer, 'read-message', { dossier, message }))).toBe(true);
    expect(answer(may(aClerk(), 'read-message', { dossier, message }))).toBe(true);
    expect(answer(may(luca, 'read-message', { dossier, message }))).toBe('not-a-party');
    expect(answer(may(aCitizen(), 'read-message', { dossier, message }))).toBe('not-addressed');
  });
});

describe('a procedure', () => {
  it('that begins by itself is not applied for, and is opened by the system', async () => {
    const procedure = await aProcedure();
    const suspended = { ...procedure, service: aServiceCard({ status: 'suspended' }) };
    expect(answer(may(aCitizen(), 'submit', { procedure: { ...procedure, startFormId: '' } }))).toBe(
      'not-by-application',
    );
    expect(answer(may(theTimer, 'submit', { procedure }))).toBe('wrong-audience');
    expect(answer(may(theTimer, 'open', { procedure }))).toBe(true);
    expect(answer(may(manager, 'open', { procedure }))).toBe('system-only');
    expect(answer(may(theTimer, 'open', { procedure: suspended }))).toBe('service-suspended');
  });

  it('shows its sources to analysts at the desk', () => {
    const analyst = aClerk([{ officeCode: 'urp', role: 'analyst' }]);
    expect(answer(may(analyst, 'read-sources', {}))).toBe(true);
    expect(answer(may(manager, 'read-sources', {}))).toBe('not-an-analyst');
    expect(answer(may({ ...analyst, audience: 'citizen' }, 'read-sources', {}))).toBe('wrong-audience');
    expect(answer(may(theTimer, 'read-sources', {}))).toBe('wrong-audience');
  });

  it('shows what people think of it to managers at the desk', () => {
    expect(answer(may(manager, 'read-ratings', {}))).toBe(true);
    expect(answer(may(aClerk(), 'read-ratings', {}))).toBe('not-a-manager');
    expect(answer(may({ ...manager, audience: 'citizen' }, 'read-ratings', {}))).toBe('wrong-audience');
    expect(answer(may(theTimer, 'read-ratings', {}))).toBe('wrong-audience');
    expect(managedOffices(manager).map(({ officeCode }) => officeCode)).toEqual(['urp']);
  });
});

describe('what is demanded and refused', () => {
  const held = aTask({ claimedBy: { personId: 'gino', name: 'Gino', at: '2026-03-02T09:00:00.000Z' } });
  const closed = { ...dossier, closedAt: '2026-03-03T09:00:00.000Z' };
  const asParty = aClerk(undefined, { personId: 'clerk-marco', fiscalCode: 'VRDMRC79S23F257F' });

  it.each([
    ['a task that a colleague has', aClerk(), dossier, held, 'task.claimed-by-another', 'claimed-by-another'],
    ['a task that nobody has', aClerk(), dossier, aTask(), 'task.not-claimed', 'not-claimed'],
    ['a task of a closed dossier', aClerk(), closed, held, 'dossier.closed', 'dossier-closed'],
    ['a task of one’s own dossier', asParty, dossier, held, 'task.own-dossier', 'is-a-party'],
    ['a task of another office', stranger, dossier, held, 'permission.denied', 'not-of-the-office'],
  ] as const)('%s', (...[, actor, where, task, code, reason]) => {
    expect(() => demand(actor, 'complete', { dossier: where, task, today })).toThrow(
      expect.objectContaining({ code, details: { act: 'complete', reason } }),
    );
  });

  it('a service that asks for a stronger sign-in', async () => {
    const procedure = await aProcedure();
    const attempt = () => demand(aCitizen({ level: 1 }), 'submit', { procedure });
    expect(attempt).toThrow(expect.objectContaining({ code: 'session.level-too-low' }));
    expect(() => demand(aCitizen(), 'submit', { procedure })).not.toThrow();
  });
});

describe('a person', () => {
  it('has each of their roles once, in the portal only', () => {
    const both = { parties: [anApplicant(), anApplicant({ role: 'third-parties' }), anApplicant()] };
    expect(partyRolesOf(aCitizen(), both)).toEqual(['applicant', 'third-parties']);
    expect(partyRolesOf(aCitizen({ audience: 'office' }), both)).toEqual([]);
    expect(partyRolesOf(theTimer, both)).toEqual([]);
  });

  it('is found in a list by id or by fiscal code', () => {
    const among = (partyIds: readonly string[], partyFiscalCodes: readonly string[]) =>
      isAmongParties(marco, { partyIds, partyFiscalCodes });
    expect([among(['marco'], []), among([], ['VRDMRC79S23F257F']), among(['luca'], ['', 'X'])]).toEqual([
      true,
      true,
      false,
    ]);
  });
});

describe('reading a submission', () => {
  const application = {
    kind: 'application',
    formId: 'richiesta',
    author: { type: 'person', id: 'giulia', name: 'Giulia Bianchi' },
  } as const;
  const byPaola = { type: 'person', id: 'paola', name: 'Paola Conti' } as const;
  const answered = { kind: 'task', formId: 'verifica', author: byPaola } as const;
  const opposed = {
    kind: 'task',
    formId: 'opposizione',
    author: { type: 'person', id: 'marco', name: 'Marco Verdi' },
  } as const;

  it('is for its author, for the applicant if it is the application, and for the office', () => {
    const readers = { applicant: aCitizen(), third: marco, other: luca, clerk: aClerk(), stranger };
    const readersOf = (submission: typeof application | typeof answered | typeof opposed) =>
      Object.entries(readers).flatMap(([name, actor]) =>
        mayDo(actor, 'read-submission', { dossier, submission }) ? [name] : [],
      );
    expect(readersOf(application)).toEqual(['applicant', 'clerk']);
    expect(readersOf(answered)).toEqual(['clerk']);
    expect(readersOf(opposed)).toEqual(['third', 'clerk']);
  });

  it('is for the applicant too where who acted for them has corrected the application', () => {
    const corrected = (formId: string) => ({ kind: 'correction', formId, author: byPaola }) as const;
    const sent = [{ sequence: 9, formId: 'richiesta', by: 'applicant' }] as const;
    const reads = (formId: string) =>
      mayDo(aCitizen(), 'read-submission', { dossier: { ...dossier, sent }, submission: corrected(formId) });
    expect([reads('richiesta'), reads('opposizione')]).toEqual([true, false]);
  });
});

describe('looking after the organisation', () => {
  const here = dossier.bodyId;

  it('takes an administrator at the desk', () => {
    expect(answer(may(administrator, 'administer', {}))).toBe(true);
    for (const other of [manager, auditor, stranger])
      expect(answer(may(other, 'administer', {}))).toBe('not-an-administrator');
    expect(answer(may({ ...administrator, audience: 'citizen' }, 'administer', {}))).toBe('wrong-audience');
    expect(answer(may(theTimer, 'administer', {}))).toBe('wrong-audience');
  });

  it('of all bodies takes one of the body that leads', () => {
    expect(answer(may(administrator, 'administer-all', { leaderId: here }))).toBe(true);
    expect(answer(may(administrator, 'administer-all', { leaderId: 'arpae' }))).toBe('not-an-administrator');
    expect(answer(may(administrator, 'administer-all', { leaderId: undefined }))).toBe('not-an-administrator');
    expect(answer(may(manager, 'administer-all', { leaderId: here }))).toBe('not-an-administrator');
    expect(answer(may(theTimer, 'administer-all', { leaderId: here }))).toBe('wrong-audience');
  });
});
