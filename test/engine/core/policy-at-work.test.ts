import { describe, expect, it } from 'vitest';
import type { Actor, Role } from '../../../engine/core/actor.ts';
import { offeredActs } from '../../../engine/core/offered-acts.ts';
import { grantsOnTask, may, tasksFor } from '../../../engine/core/policy.ts';
import { seenBy } from '../../../engine/core/visit.ts';
import { aCitizen, aClerk, aMessageWait, anApplicant, aProcedure, aTask, theTimer } from '../../support/builders.ts';
import {
  luca,
  marco,
  manager,
  auditor,
  administrator,
  stranger,
  dossier,
  answer,
  today,
} from '../../support/policy-cast.ts';

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
    task: answer(may(actor, 'read-task', { dossier: dossierFor(sees), task, today })),
    claim: answer(may(actor, 'claim', { dossier: dossierFor(sees), task, today })),
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
    expect(answer(may(of('manager'), 'claim', { dossier: dossierFor('dossier'), task: aTask(), today }))).toBe(no);
    expect(answer(may(manager, 'claim', { dossier: dossierFor('dossier'), task, today }))).toBe(no);
    expect(answer(may(manager, 'read-task', { dossier: dossierFor('dossier'), task, today }))).toBe(true);
  });

  it('keeps off a dossier of which its reader is a party', () => {
    const party = { ...of('officer'), fiscalCode: 'VRDMRC79S23F257F' };
    expect(asked(party, 'tasks')).toMatchObject({ visit: 'is-a-party', task: 'is-a-party', claim: 'is-a-party' });
  });

  it('that visits sees heading and own tasks only', () => {
    const seen = seenBy(of('officer'), { ...dossierFor('tasks'), tasks: [task, aTask({ taskId: 'other' })] }, today);
    expect(seen).toMatchObject({
      variables: {},
      terms: {},
      waits: [],
      headHash: '',
      registration: dossier.registration,
    });
    expect(seen.tasks.map(({ taskId }) => taskId)).toEqual([task.taskId]);
    expect(seen.parties).toEqual([{ role: 'applicant', givenName: 'Giulia', familyName: 'Bianchi' }]);
    expect(seenBy(of('officer'), dossierFor('dossier'), today)).toEqual(dossierFor('dossier'));
  });
});

describe('working on a task', () => {
  const officerTask = aTask({ audience: { type: 'office', officeCode: 'urp', role: 'officer' } });
  const mine = aTask({ claimedBy: { personId: 'paola', name: 'Paola Conti', at: '2026-03-02T09:00:00.000Z' } });

  it('follows the order of roles', () => {
    const officer = aClerk([{ officeCode: 'urp', role: 'officer' }]);
    expect(answer(may(aClerk(), 'claim', { dossier, task: officerTask, today }))).toBe('not-of-the-office');
    expect(answer(may(officer, 'claim', { dossier, task: officerTask, today }))).toBe(true);
    expect(answer(may(manager, 'claim', { dossier, task: officerTask, today }))).toBe(true);
    expect(answer(may(officer, 'claim', { dossier, task: aTask(), today }))).toBe(true);
  });

  it('is not for auditors, administrators and citizens', () => {
    for (const actor of [auditor, administrator, aCitizen(), theTimer]) {
      expect(grantsOnTask(actor, { dossier, task: aTask(), today })).toEqual({
        claim: false,
        release: false,
        complete: false,
      });
    }
  });

  it('needs the task in one’s own hands to complete it', () => {
    expect(answer(may(aClerk(), 'complete', { dossier, task: aTask(), today }))).toBe('not-claimed');
    expect(answer(may(aClerk(), 'complete', { dossier, task: mine, today }))).toBe(true);
    expect(answer(may(manager, 'complete', { dossier, task: mine, today }))).toBe('claimed-by-another');
  });

  it('lets a manager put back a colleague’s task', () => {
    expect(grantsOnTask(manager, { dossier, task: mine, today })).toEqual({
      claim: false,
      release: true,
      complete: false,
    });
    const colleague = aClerk(undefined, { personId: 'gino' });
    expect(grantsOnTask(colleague, { dossier, task: mine, today })).toEqual({
      claim: false,
      release: false,
      complete: false,
    });
  });

  it('gives a party its own tasks only', () => {
    const task = aTask({ audience: { type: 'party', role: 'third-parties' } });
    const both = { ...dossier, tasks: [task, aTask()] };
    expect(tasksFor(marco, both, today)).toEqual([task]);
    expect(tasksFor(aCitizen(), both, today)).toEqual([]);
    expect(answer(may(aCitizen(), 'read-task', { dossier: both, task, today }))).toBe('not-a-party');
  });

  it('is over when the dossier is closed', () => {
    const closed = { ...dossier, closedAt: '2026-03-03T09:00:00.000Z' };
    expect(answer(may(aClerk(), 'complete', { dossier: closed, task: mine, today }))).toBe('dossier-closed');
    expect(answer(may(stranger, 'complete', { dossier: closed, task: mine, today }))).toBe('not-of-the-office');
  });
});

describe('who is a party, at the desk,', () => {
  const asMarco = { personId: 'clerk-marco', fiscalCode: 'VRDMRC79S23F257F' };
  const officer = aClerk([{ officeCode: 'urp', role: 'officer' }], asMarco);
  const held = aTask({ claimedBy: { personId: 'clerk-marco', name: 'Marco Verdi', at: '2026-03-02T09:00:00.000Z' } });

  it('works no task of the dossier', () => {
    expect(answer(may(officer, 'claim', { dossier, task: aTask(), today }))).toBe('is-a-party');
    expect(answer(may(officer, 'complete', { dossier, task: held, today }))).toBe('is-a-party');
    expect(
      answer(
        may(aClerk(undefined, { personId: anApplicant().personId ?? '' }), 'claim', { dossier, task: aTask(), today }),
      ),
    ).toBe('is-a-party');
  });

  it.each(['clerk', 'officer', 'manager', 'auditor'] as const)('reads nothing of it as %s', (role) => {
    const reader = aClerk([{ officeCode: 'urp', role }], asMarco);
    expect(answer(may(reader, 'read-dossier', { dossier }))).toBe('is-a-party');
    expect(answer(may(reader, 'read-record', { dossier }))).toBe('is-a-party');
    expect(answer(may(reader, 'read-task', { dossier, task: held, today }))).toBe('is-a-party');
    expect(answer(may(reader, 'read-document', { dossier, document: { readableBy: ['third-parties'] } }))).toBe(
      'is-a-party',
    );
  });

  it('of no office of the dossier is told no more than anybody', () => {
    const elsewhere = aClerk([{ officeCode: 'altrove', role: 'manager' }], asMarco);
    expect(answer(may(elsewhere, 'read-dossier', { dossier }))).toBe('not-of-the-office');
  });

  it('gives back what they hold', () => {
    expect(grantsOnTask(officer, { dossier, task: held, today })).toEqual({
      claim: false,
      release: true,
      complete: false,
    });
  });

  it('keeps the task that they have as a party', () => {
    const task = aTask({ audience: { type: 'party', role: 'third-parties' } });
    expect(answer(may(marco, 'complete', { dossier, task, today }))).toBe(true);
  });
});

describe('acts of a party', () => {
  it('are offered while their message waits, to their role', async () => {
    const procedure = await aProcedure();
    const waiting = { ...dossier, waits: [aMessageWait('withdrawal'), aMessageWait('silence')] };
    expect(offeredActs(aCitizen(), { dossier: waiting, procedure, today }).map(({ elementId }) => elementId)).toEqual([
      'withdrawal',
    ]);
    expect(offeredActs(marco, { dossier: waiting, procedure, today })).toEqual([]);
    expect(offeredActs(aClerk(), { dossier: waiting, procedure, today })).toEqual([]);
    expect(offeredActs(aCitizen(), { dossier, procedure, today })).toEqual([]);
  });
});

describe('reading a task', () => {
  it('is for its party, or for whoever reads the dossier', () => {
    const ofParty = aTask({ audience: { type: 'party', role: 'applicant' } });
    expect(answer(may(aCitizen(), 'read-task', { dossier, task: ofParty, today }))).toBe(true);
    expect(answer(may(auditor, 'read-task', { dossier, task: ofParty, today }))).toBe('not-a-party');
    expect(answer(may(auditor, 'read-task', { dossier, task: aTask(), today }))).toBe(true);
    expect(answer(may(luca, 'read-task', { dossier, task: aTask(), today }))).toBe('not-a-party');
  });
});

describe('claiming and giving back', () => {
  const mine = aTask({ claimedBy: { personId: 'paola', name: 'Paola Conti', at: '2026-03-02T09:00:00.000Z' } });
  const ofParty = aTask({ audience: { type: 'party', role: 'applicant' } });
  const colleague = aClerk(undefined, { personId: 'gino' });

  it('are of tasks of the office only', () => {
    expect(answer(may(aCitizen(), 'claim', { dossier, task: ofParty, today }))).toBe('wrong-audience');
    expect(answer(may(aCitizen(), 'release', { dossier, task: ofParty, today }))).toBe('wrong-audience');
  });

  it('leave a task with whoever has it', () => {
    expect(answer(may(aClerk(), 'claim', { dossier, task: mine, today }))).toBe(true);
    expect(answer(may(colleague, 'claim', { dossier, task: mine, today }))).toBe('claimed-by-another');
    expect(answer(may(colleague, 'release', { dossier, task: mine, today }))).toBe('claimed-by-another');
    expect(answer(may(aClerk(), 'release', { dossier, task: mine, today }))).toBe(true);
    expect(answer(may(manager, 'release', { dossier, task: aTask(), today }))).toBe('not-claimed');
    expect(answer(may(stranger, 'release', { dossier, task: mine, today }))).toBe('not-of-the-office');
  });

  it('are offered for a free task only', () => {
    expect(grantsOnTask(aClerk(), { dossier, task: aTask(), today })).toEqual({
      claim: true,
      release: false,
      complete: false,
    });
    expect(grantsOnTask(aClerk(), { dossier, task: mine, today })).toEqual({
      claim: false,
      release: true,
      complete: true,
    });
  });

  it('are not for a party who holds nothing', () => {
    const asMarco = aClerk(undefined, { personId: 'clerk-marco', fiscalCode: 'VRDMRC79S23F257F' });
    expect(answer(may(asMarco, 'release', { dossier, task: mine, today }))).toBe('is-a-party');
  });
});
