import { describe, expect, it } from 'vitest';
import type { Actor, Role } from '../../../engine/core/actor.ts';
import type { Dossier } from '../../../engine/core/dossier.ts';
import { offeredActs } from '../../../engine/core/offered-acts.ts';
import { managedOffices } from '../../../engine/core/memberships.ts';
import {
  demand,
  grantsOnTask,
  isAmongParties,
  may,
  mayDo,
  partyRolesOf,
  tasksFor,
} from '../../../engine/core/policy.ts';
import type { DenialReason, Grant } from '../../../engine/core/policy.ts';
import { seenBy } from '../../../engine/core/visit.ts';
import {
  aCitizen,
  aClerk,
  aDossier,
  aMessageWait,
  anApplicant,
  aProcedure,
  aServiceCard,
  aTask,
  theTimer,
} from '../../support/builders.ts';

const luca = aCitizen({ personId: 'luca', fiscalCode: 'NRELCU92A31H199Q', givenName: 'Luca', familyName: 'Neri' });
const marco = aCitizen({ personId: 'marco', fiscalCode: 'VRDMRC79S23F257F', givenName: 'Marco', familyName: 'Verdi' });
const manager = aClerk([{ officeCode: 'urp', role: 'manager' }], { personId: 'carlo' });
const auditor = aClerk([{ officeCode: 'urp', role: 'auditor' }], { personId: 'sara' });
const administrator = aClerk([{ officeCode: 'urp', role: 'administrator' }], { personId: 'ada' });
const stranger = aClerk([{ officeCode: 'documenti', role: 'manager' }], { personId: 'piero' });
const elsewhere = aClerk([], {
  personId: 'eva',
  memberships: [{ bodyId: 'another-body', officeCode: 'urp', role: 'manager' }],
});

const third = anApplicant({
  role: 'third-parties',
  givenName: 'Marco',
  familyName: 'Verdi',
  fiscalCode: 'VRDMRC79S23F257F',
});
const withoutId = (({ personId: _personId, ...party }) => party)(third);
const dossier: Dossier = aDossier({ parties: [anApplicant(), withoutId], tasks: [aTask()] });

const answer = (grant: Grant): true | DenialReason => (grant.granted ? true : grant.reason);

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

describe('an office of another body', () => {
  const arpae = { bodyId: 'arpae', code: 'pareri', name: 'ARPAE, Pareri' };
  const task = aTask({ audience: { type: 'office', officeCode: 'pareri', bodyId: 'arpae', role: 'officer' } });
  const of = (role: Role, officeCode = 'pareri', bodyId = 'arpae') =>
    aClerk([], { personId: 'rita', memberships: [{ bodyId, officeCode, role }] });
  const dossierFor = (sees: 'tasks' | 'dossier') => ({ ...dossier, tasks: [task], guests: [{ ...arpae, sees }] });
  const asked = (actor: Actor, sees: 'tasks' | 'dossier') => ({
    visit: answer(may(actor, 'visit-dossier', { dossier: dossierFor(sees) })),
    read: answer(may(actor, 'read-dossier', { dossier: dossierFor(sees) })),
    record: answer(may(actor, 'read-record', { dossier: dossierFor(sees) })),
    document: answer(
      may(actor, 'read-document', { dossier: dossierFor(sees), document: { readableBy: ['applicant'] } }),
    ),
    task: answer(may(actor, 'read-task', { dossier: dossierFor(sees), task })),
    claim: answer(may(actor, 'claim', { dossier: dossierFor(sees), task })),
  });
  const no = 'not-of-the-office';

  it('that sees its tasks reads and claims them, and visits', () => {
    const expected = { visit: true, read: no, record: no, document: no, task: true, claim: true };
    expect(asked(of('officer'), 'tasks')).toEqual(expected);
  });

  it('that sees the dossier reads all of it', () => {
    const expected = { visit: true, read: true, record: true, document: true, task: true, claim: true };
    expect(asked(of('officer'), 'dossier')).toEqual(expected);
  });

  it('has to be that one, in that body, with a role that is high enough', () => {
    const nothing = { visit: no, read: no, record: no, document: no, task: no, claim: no };
    expect(asked(of('manager', 'altro'), 'tasks')).toEqual(nothing);
    expect(asked(of('manager', 'pareri', 'ausl'), 'tasks')).toEqual(nothing);
    expect(asked(of('manager', 'pareri', dossier.bodyId), 'tasks')).toEqual(nothing);
    expect(asked(of('administrator'), 'dossier')).toEqual(nothing);
    expect(asked(of('clerk'), 'tasks')).toEqual({ ...nothing, visit: true });
  });

  it('leaves the tasks of the body to the body, and the body its own to it', () => {
    expect(answer(may(of('manager'), 'claim', { dossier: dossierFor('dossier'), task: aTask() }))).toBe(no);
    expect(answer(may(manager, 'claim', { dossier: dossierFor('dossier'), task }))).toBe(no);
    expect(answer(may(manager, 'read-task', { dossier: dossierFor('dossier'), task }))).toBe(true);
  });

  it('keeps off a dossier of which its reader is a party', () => {
    const party = { ...of('officer'), fiscalCode: 'VRDMRC79S23F257F' };
    expect(asked(party, 'tasks')).toMatchObject({ visit: 'is-a-party', task: 'is-a-party', claim: 'is-a-party' });
  });

  it('that visits sees heading and own tasks only', () => {
    const seen = seenBy(of('officer'), { ...dossierFor('tasks'), tasks: [task, aTask({ taskId: 'other' })] });
    expect(seen).toMatchObject({
      variables: {},
      terms: {},
      waits: [],
      headHash: '',
      registration: dossier.registration,
    });
    expect(seen.tasks.map(({ taskId }) => taskId)).toEqual([task.taskId]);
    expect(seen.parties).toEqual([{ role: 'applicant', givenName: 'Giulia', familyName: 'Bianchi' }]);
    expect(seenBy(of('officer'), dossierFor('dossier'))).toEqual(dossierFor('dossier'));
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

describe('working on a task', () => {
  const officerTask = aTask({ audience: { type: 'office', officeCode: 'urp', role: 'officer' } });
  const mine = aTask({ claimedBy: { personId: 'paola', name: 'Paola Conti', at: '2026-03-02T09:00:00.000Z' } });

  it('follows the order of roles', () => {
    const officer = aClerk([{ officeCode: 'urp', role: 'officer' }]);
    expect(answer(may(aClerk(), 'claim', { dossier, task: officerTask }))).toBe('not-of-the-office');
    expect(answer(may(officer, 'claim', { dossier, task: officerTask }))).toBe(true);
    expect(answer(may(manager, 'claim', { dossier, task: officerTask }))).toBe(true);
    expect(answer(may(officer, 'claim', { dossier, task: aTask() }))).toBe(true);
  });

  it('is not for auditors, administrators and citizens', () => {
    for (const actor of [auditor, administrator, aCitizen(), theTimer]) {
      expect(grantsOnTask(actor, dossier, aTask())).toEqual({ claim: false, release: false, complete: false });
    }
  });

  it('needs the task in one’s own hands to complete it', () => {
    expect(answer(may(aClerk(), 'complete', { dossier, task: aTask() }))).toBe('not-claimed');
    expect(answer(may(aClerk(), 'complete', { dossier, task: mine }))).toBe(true);
    expect(answer(may(manager, 'complete', { dossier, task: mine }))).toBe('claimed-by-another');
  });

  it('lets a manager put back a colleague’s task', () => {
    expect(grantsOnTask(manager, dossier, mine)).toEqual({ claim: false, release: true, complete: false });
    const colleague = aClerk(undefined, { personId: 'gino' });
    expect(grantsOnTask(colleague, dossier, mine)).toEqual({ claim: false, release: false, complete: false });
  });

  it('gives a party its own tasks only', () => {
    const task = aTask({ audience: { type: 'party', role: 'third-parties' } });
    const both = { ...dossier, tasks: [task, aTask()] };
    expect(tasksFor(marco, both)).toEqual([task]);
    expect(tasksFor(aCitizen(), both)).toEqual([]);
    expect(answer(may(aCitizen(), 'read-task', { dossier: both, task }))).toBe('not-a-party');
  });

  it('is over when the dossier is closed', () => {
    const closed = { ...dossier, closedAt: '2026-03-03T09:00:00.000Z' };
    expect(answer(may(aClerk(), 'complete', { dossier: closed, task: mine }))).toBe('dossier-closed');
    expect(answer(may(stranger, 'complete', { dossier: closed, task: mine }))).toBe('not-of-the-office');
  });
});

describe('who is a party, at the desk,', () => {
  const asMarco = { personId: 'clerk-marco', fiscalCode: 'VRDMRC79S23F257F' };
  const officer = aClerk([{ officeCode: 'urp', role: 'officer' }], asMarco);
  const held = aTask({ claimedBy: { personId: 'clerk-marco', name: 'Marco Verdi', at: '2026-03-02T09:00:00.000Z' } });

  it('works no task of the dossier', () => {
    expect(answer(may(officer, 'claim', { dossier, task: aTask() }))).toBe('is-a-party');
    expect(answer(may(officer, 'complete', { dossier, task: held }))).toBe('is-a-party');
    expect(
      answer(may(aClerk(undefined, { personId: anApplicant().personId ?? '' }), 'claim', { dossier, task: aTask() })),
    ).toBe('is-a-party');
  });

  it.each(['clerk', 'officer', 'manager', 'auditor'] as const)('reads nothing of it as %s', (role) => {
    const reader = aClerk([{ officeCode: 'urp', role }], asMarco);
    expect(answer(may(reader, 'read-dossier', { dossier }))).toBe('is-a-party');
    expect(answer(may(reader, 'read-record', { dossier }))).toBe('is-a-party');
    expect(answer(may(reader, 'read-task', { dossier, task: held }))).toBe('is-a-party');
    expect(answer(may(reader, 'read-document', { dossier, document: { readableBy: ['third-parties'] } }))).toBe(
      'is-a-party',
    );
  });

  it('of no office of the dossier is told no more than anybody', () => {
    const elsewhere = aClerk([{ officeCode: 'altrove', role: 'manager' }], asMarco);
    expect(answer(may(elsewhere, 'read-dossier', { dossier }))).toBe('not-of-the-office');
  });

  it('gives back what they hold', () => {
    expect(grantsOnTask(officer, dossier, held)).toEqual({ claim: false, release: true, complete: false });
  });

  it('keeps the task that they have as a party', () => {
    const task = aTask({ audience: { type: 'party', role: 'third-parties' } });
    expect(answer(may(marco, 'complete', { dossier, task }))).toBe(true);
  });
});

describe('acts of a party', () => {
  it('are offered while their message waits, to their role', async () => {
    const procedure = await aProcedure();
    const waiting = { ...dossier, waits: [aMessageWait('withdrawal'), aMessageWait('silence')] };
    expect(offeredActs(aCitizen(), waiting, procedure).map(({ elementId }) => elementId)).toEqual(['withdrawal']);
    expect(offeredActs(marco, waiting, procedure)).toEqual([]);
    expect(offeredActs(aClerk(), waiting, procedure)).toEqual([]);
    expect(offeredActs(aCitizen(), dossier, procedure)).toEqual([]);
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

describe('reading a task', () => {
  it('is for its party, or for whoever reads the dossier', () => {
    const ofParty = aTask({ audience: { type: 'party', role: 'applicant' } });
    expect(answer(may(aCitizen(), 'read-task', { dossier, task: ofParty }))).toBe(true);
    expect(answer(may(auditor, 'read-task', { dossier, task: ofParty }))).toBe('not-a-party');
    expect(answer(may(auditor, 'read-task', { dossier, task: aTask() }))).toBe(true);
    expect(answer(may(luca, 'read-task', { dossier, task: aTask() }))).toBe('not-a-party');
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

describe('claiming and giving back', () => {
  const mine = aTask({ claimedBy: { personId: 'paola', name: 'Paola Conti', at: '2026-03-02T09:00:00.000Z' } });
  const ofParty = aTask({ audience: { type: 'party', role: 'applicant' } });
  const colleague = aClerk(undefined, { personId: 'gino' });

  it('are of tasks of the office only', () => {
    expect(answer(may(aCitizen(), 'claim', { dossier, task: ofParty }))).toBe('wrong-audience');
    expect(answer(may(aCitizen(), 'release', { dossier, task: ofParty }))).toBe('wrong-audience');
  });

  it('leave a task with whoever has it', () => {
    expect(answer(may(aClerk(), 'claim', { dossier, task: mine }))).toBe(true);
    expect(answer(may(colleague, 'claim', { dossier, task: mine }))).toBe('claimed-by-another');
    expect(answer(may(colleague, 'release', { dossier, task: mine }))).toBe('claimed-by-another');
    expect(answer(may(aClerk(), 'release', { dossier, task: mine }))).toBe(true);
    expect(answer(may(manager, 'release', { dossier, task: aTask() }))).toBe('not-claimed');
    expect(answer(may(stranger, 'release', { dossier, task: mine }))).toBe('not-of-the-office');
  });

  it('are offered for a free task only', () => {
    expect(grantsOnTask(aClerk(), dossier, aTask())).toEqual({ claim: true, release: false, complete: false });
    expect(grantsOnTask(aClerk(), dossier, mine)).toEqual({ claim: false, release: true, complete: true });
  });

  it('are not for a party who holds nothing', () => {
    const asMarco = aClerk(undefined, { personId: 'clerk-marco', fiscalCode: 'VRDMRC79S23F257F' });
    expect(answer(may(asMarco, 'release', { dossier, task: mine }))).toBe('is-a-party');
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
    expect(() => demand(actor, 'complete', { dossier: where, task })).toThrow(
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
    author: { type: 'person', id: 'giulia', name: 'Giulia Bianchi' },
  } as const;
  const answered = { kind: 'task', author: { type: 'person', id: 'paola', name: 'Paola Conti' } } as const;
  const opposed = { kind: 'task', author: { type: 'person', id: 'marco', name: 'Marco Verdi' } } as const;

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
});
