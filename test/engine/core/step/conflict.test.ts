import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../../../engine/core/actor.ts';
import { whyKeptOff } from '../../../../engine/core/concerned.ts';
import { grantsOnTask, mayDo, tasksFor } from '../../../../engine/core/policy.ts';
import { seenBy } from '../../../../engine/core/visit.ts';
import { problemOf } from '../../../support/access-way.ts';
import { aClerk, aDossier, anApplicant, aTask, bodyId, dossierId, play, type Play } from '../../../support/builders.ts';

const paola = aClerk();
const gino = aClerk(undefined, { personId: 'gino', givenName: 'Gino', familyName: 'Rossi' });
const manager = aClerk([{ officeCode: 'urp', role: 'manager' }], {
  personId: 'carlo',
  givenName: 'Carlo',
  familyName: 'Fabbri',
});
const stranger = aClerk([{ officeCode: 'altrove', role: 'manager' }], { personId: 'piero' });
const today = '2026-03-02';
const held = (taskId: string) =>
  aTask({ taskId, claimedBy: { personId: 'paola', name: 'Paola Conti', at: '2026-03-02T09:00:00.000Z' } });
const dossier = aDossier({ parties: [anApplicant()], tasks: [held('one'), held('two'), aTask({ taskId: 'free' })] });

const started: Pick<Play, 'dossier'> = { dossier };
const declare = (by: Actor, before = started, reason = 'È mia cugina') =>
  play(before as Play, { by, command: { type: 'declare-conflict', dossierId, reason } });
const assess = (by: Actor, before: Play, decision: 'confirmed' | 'lifted') =>
  play(before, {
    by,
    command: { type: 'assess-conflict', dossierId, personId: 'paola', decision, reason: 'Non sono parenti' },
  });

describe('a conflict of interest that a clerk declares', () => {
  let declared: Play;
  beforeAll(async () => {
    declared = await declare(paola);
  });

  it('is on record with the reason, and all that they had in hand goes back to the queue', () => {
    expect(declared.last.events).toMatchObject([
      {
        type: 'conflict.declared',
        actor: { name: 'Paola Conti' },
        data: { personId: 'paola', personName: 'Paola Conti', reason: 'È mia cugina' },
      },
      { type: 'task.released', data: { taskId: 'one', claimedBy: 'Paola Conti' } },
      { type: 'task.released', data: { taskId: 'two' } },
    ]);
    expect(declared.dossier.tasks.every(({ claimedBy }) => claimedBy === undefined)).toBe(true);
  });

  it('keeps them off the work, and leaves it to colleagues and them to read', () => {
    expect(whyKeptOff(paola, declared.dossier)).toBe('has-conflict');
    expect(tasksFor(paola, declared.dossier, today)).toEqual([]);
    expect(tasksFor(gino, declared.dossier, today)).toHaveLength(3);
    expect(mayDo(paola, 'read-dossier', { dossier: declared.dossier })).toBe(true);
    const [party] = dossier.parties;
    if (party === undefined) throw new Error('no party');
    expect(mayDo(paola, 'change-address', { dossier: declared.dossier, party, today })).toBe(false);
    expect(mayDo(gino, 'change-address', { dossier: declared.dossier, party, today })).toBe(true);
  });

  it('is why the door refuses what they do from a page of before', async () => {
    const claiming = play(declared, { by: paola, command: { type: 'claim', dossierId, taskId: 'one' } });
    expect(await problemOf(claiming)).toMatchObject({ code: 'task.conflict', details: { reason: 'has-conflict' } });
    const claimed = await play(declared, { by: gino, command: { type: 'claim', dossierId, taskId: 'one' } });
    expect(claimed.dossier.tasks[0]?.claimedBy?.name).toBe('Gino Rossi');
  });

  it('lets them give back what they hold all the same', () => {
    const again = { ...declared.dossier, tasks: [held('one')] };
    const [task = held('one')] = again.tasks;
    expect(grantsOnTask(paola, { dossier: again, task, today })).toEqual({
      claim: false,
      release: true,
      complete: false,
    });
  });

  it('is declared once, with a reason, by whoever works here, on an open dossier', async () => {
    expect((await problemOf(declare(paola, declared))).code).toBe('task.conflict');
    expect((await problemOf(declare(paola, started, '  '))).code).toBe('request.invalid');
    expect((await problemOf(declare(stranger))).code).toBe('permission.denied');
    const auditor = aClerk([{ officeCode: 'urp', role: 'auditor' }]);
    expect((await problemOf(declare(auditor))).code).toBe('permission.denied');
    const closed = { dossier: { ...dossier, closedAt: '2026-03-02T10:00:00.000Z' } };
    expect((await problemOf(declare(paola, closed))).code).toBe('dossier.closed');
  });

  it('is not declared by a party, who keeps off as it is', async () => {
    const asGiulia = aClerk(undefined, { personId: 'giulia' });
    expect((await problemOf(declare(asGiulia))).code).toBe('task.own-dossier');
  });

  it('is declared by somebody of another body who has a task here, and seen there by them alone', async () => {
    const arpae = { bodyId: 'arpae', code: 'pareri', name: 'ARPAE', sees: 'tasks' } as const;
    const of = (personId: string) =>
      aClerk([], { personId, memberships: [{ bodyId: 'arpae', officeCode: 'pareri', role: 'clerk' }] });
    const task = aTask({ audience: { type: 'office', officeCode: 'pareri', bodyId: 'arpae', role: 'clerk' } });
    const visited = { ...declared.dossier, tasks: [task], guests: [arpae] };
    const after = await declare(of('rita'), { dossier: visited });
    expect(tasksFor(of('rita'), after.dossier, today)).toEqual([]);
    expect(tasksFor(of('ugo'), after.dossier, today)).toHaveLength(1);
    expect(seenBy(of('rita'), after.dossier, today).conflicts?.map(({ personId }) => personId)).toEqual(['rita']);
    expect(seenBy(of('ugo'), after.dossier, today).conflicts).toEqual([]);
  });
});

describe('what a manager decides on it', () => {
  let declared: Play;
  beforeAll(async () => {
    declared = await declare(paola);
  });

  it('confirms that they keep off, with the reason on record', async () => {
    const confirmed = await assess(manager, declared, 'confirmed');
    expect(confirmed.last.events).toMatchObject([
      {
        type: 'conflict.assessed',
        actor: { name: 'Carlo Fabbri' },
        data: { personId: 'paola', personName: 'Paola Conti', decision: 'confirmed', reason: 'Non sono parenti' },
      },
    ]);
    expect(confirmed.dossier.conflicts).toMatchObject([{ personId: 'paola', confirmed: { name: 'Carlo Fabbri' } }]);
    expect(whyKeptOff(paola, confirmed.dossier)).toBe('has-conflict');
  });

  it('lets them work again, from now or after a confirmation', async () => {
    const lifted = await assess(manager, declared, 'lifted');
    expect(lifted.last.events).toMatchObject([{ type: 'conflict.assessed', data: { decision: 'lifted' } }]);
    expect(lifted.dossier.conflicts).toEqual([]);
    expect(tasksFor(paola, lifted.dossier, today)).toHaveLength(3);
    const late = await assess(manager, await assess(manager, declared, 'confirmed'), 'lifted');
    expect(whyKeptOff(paola, late.dossier)).toBeUndefined();
  });

  it('is for the manager of their office or of the office that answers, never for themself', async () => {
    expect((await problemOf(assess(gino, declared, 'lifted'))).code).toBe('permission.denied');
    expect((await problemOf(assess(stranger, declared, 'lifted'))).code).toBe('permission.denied');
    const self = aClerk([{ officeCode: 'urp', role: 'manager' }]);
    expect((await problemOf(assess(self, await declare(self), 'lifted'))).code).toBe('task.conflict');
    const [conflict] = declared.dossier.conflicts ?? [];
    expect(conflict?.offices).toEqual([{ bodyId, code: 'urp' }]);
  });

  it('is about a conflict that there is', async () => {
    const lifted = await assess(manager, declared, 'lifted');
    expect((await problemOf(assess(manager, lifted, 'lifted'))).code).toBe('conflict.not-found');
  });
});
