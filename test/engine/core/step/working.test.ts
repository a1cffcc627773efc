import { beforeAll, describe, expect, it } from 'vitest';
import {
  application,
  complete,
  dueAt,
  fire,
  giulia,
  paola,
  problemOf,
  submit,
  taskOf,
  types,
  work,
} from '../../../support/access-way.ts';
import type { World } from '../../../support/access-way.ts';
import { aCitizen, aClerk, dossierId, play } from '../../../support/builders.ts';
import type { Play } from '../../../support/builders.ts';

describe('working on a task', () => {
  let opened: Play;
  beforeAll(async () => {
    opened = await submit();
  });

  it('begins with claiming it, once', async () => {
    const taskId = taskOf(opened.dossier, 'check-request');
    const claim = { type: 'claim', dossierId, taskId } as const;
    const claimed = await play(opened, { by: paola, command: claim });
    expect(claimed.dossier.tasks[0]?.claimedBy).toMatchObject({ personId: 'paola', name: 'Paola Conti' });
    expect(types(claimed)).toEqual(['task.claimed']);
    expect(types(await play(claimed, { by: paola, command: claim }))).toEqual([]);
    const gino = aClerk(undefined, { personId: 'gino' });
    expect((await problemOf(play(claimed, { by: gino, command: claim }))).code).toBe('task.claimed-by-another');
    const released = await play(claimed, { by: paola, command: { type: 'release', dossierId, taskId } });
    expect(released.dossier.tasks[0]?.claimedBy).toBeUndefined();
    expect(types(released)).toEqual(['task.released']);
  });

  it('cannot be completed without claiming', async () => {
    const attempt = complete(opened, { by: paola, task: 'check-request', answers: { esitoVerifica: 'regolare' } });
    expect((await problemOf(attempt)).code).toBe('task.not-claimed');
  });

  it('cannot be completed twice', async () => {
    const taskId = taskOf(opened.dossier, 'check-request');
    const checked = await work(opened, ['check-request', { esitoVerifica: 'regolare' }]);
    const again = play(checked, { by: paola, command: { type: 'complete', dossierId, taskId, answers: {} } });
    expect((await problemOf(again)).code).toBe('task.already-completed');
  });

  it('tells a stranger nothing about it', async () => {
    const luca = aCitizen({ personId: 'luca', fiscalCode: 'X' });
    expect((await problemOf(complete(opened, { by: luca, task: 'check-request', answers: {} }))).code).toBe(
      'permission.denied',
    );
  });

  it('opens the next and lets its office take part', async () => {
    const checked = await work(opened, ['check-request', { esitoVerifica: 'regolare' }]);
    expect(checked.last.tasksClosed).toEqual([{ taskId: taskOf(opened.dossier, 'check-request'), as: 'completed' }]);
    expect(checked.dossier.tasks.map(({ elementId }) => elementId)).toEqual(['evaluate']);
    expect(checked.dossier.officeCodes).toEqual(['urp', 'documenti']);
  });
});

describe('asking to clarify', () => {
  const at10March: World = { now: '2026-03-10T09:00:00.000Z' };
  const at20March: World = { now: '2026-03-20T09:00:00.000Z' };

  it('interrupts the term of document access, which starts anew', async () => {
    const asked = await work(await submit(), ['check-request', { esitoVerifica: 'da-precisare' }], at10March);
    expect(asked.dossier.terms['risposta']?.state).toBe('interrupted');
    expect(dueAt(asked, 'silence')).toBeNull();
    expect(asked.last.jobsDropped).toContain(
      `timer:${dossierId}:${asked.dossier.waits.find(({ wait }) => wait.elementId === 'silence')?.wait.id}`,
    );
    expect(asked.dossier.tasks[0]).toMatchObject({
      audience: { type: 'party', role: 'applicant' },
      dueOn: '2026-03-20',
    });
    const clarified = await complete(
      asked,
      { by: giulia, task: 'clarify-request', answers: { oggetto: 'Verbale n. 3' } },
      at20March,
    );
    expect(clarified.dossier.terms['risposta']).toMatchObject({ state: 'running', startedOn: '2026-03-20' });
    expect(dueAt(clarified, 'silence')).toBe('2026-04-20T22:00:00.000Z');
    expect(clarified.dossier.variables).toMatchObject({ oggetto: 'Verbale n. 3', interesse: 'Sono il confinante' });
  });

  it('suspends the term of other access, for thirty days at most', async () => {
    const opened = await submit({ ...application, tipo: 'generalizzato' });
    const asked = await work(opened, ['check-request', { esitoVerifica: 'da-precisare' }], at10March);
    expect(asked.dossier.terms['risposta']?.state).toBe('suspended');
    expect(dueAt(asked, 'overdue')).toBe('2026-05-02T22:00:00.000Z');
    const clarified = await complete(
      asked,
      { by: giulia, task: 'clarify-request', answers: { oggetto: 'Verbale n. 3' } },
      at20March,
    );
    expect(dueAt(clarified, 'overdue')).toBe('2026-04-11T22:00:00.000Z');
  });

  it('archives the request when nobody answers in time', async () => {
    const asked = await work(await submit(), ['check-request', { esitoVerifica: 'da-precisare' }], at10March);
    const taskId = taskOf(asked.dossier, 'clarify-request');
    const expired = await fire(asked, 'clarification-expired', '2026-03-20T09:00:00.000Z');
    expect(expired.last.tasksClosed).toEqual([{ taskId, as: 'cancelled' }]);
    expect(expired.dossier).toMatchObject({
      outcome: { code: 'archiviata' },
      milestone: 'conclusa',
      closedAt: '2026-03-20T09:00:00.000Z',
    });
    expect(expired.dossier.terms['risposta']?.state).toBe('ended');
    expect(expired.dossier.waits).toEqual([]);
  });
});

describe('a term that passes', () => {
  it('refuses document access by silence, on the day after', async () => {
    const opened = await submit();
    expect((await problemOf(fire(opened, 'silence', '2026-04-01T21:59:59.999Z'))).code).toBe('wait.not-open');
    const silent = await fire(opened, 'silence', '2026-04-01T22:00:00.000Z');
    expect(silent.dossier).toMatchObject({ outcome: { code: 'diniego-tacito' }, closedAt: '2026-04-01T22:00:00.000Z' });
    expect(types(silent)).toEqual([
      'timer.fired',
      'term.ended',
      'outcome.reached',
      'task.cancelled',
      'milestone.reached',
      'dossier.closed',
    ]);
  });

  it('takes effect on its day however late the worker comes', async () => {
    const silent = await fire(await submit(), 'silence', '2026-04-05T10:00:00.000Z');
    expect(silent.dossier.terms['risposta']?.endedOn).toBe('2026-04-02');
  });

  it('tells the office in charge of transparency in other access', async () => {
    const opened = await submit({ ...application, tipo: 'generalizzato' });
    expect((await problemOf(fire(opened, 'silence', '2026-05-01T00:00:00.000Z'))).code).toBe('wait.not-open');
    const overdue = await fire(opened, 'overdue', '2026-04-01T22:00:00.000Z');
    expect(overdue.last.messages[0]).toMatchObject({
      audience: 'office:rpct',
      to: [{ name: 'Responsabile della trasparenza' }],
    });
    expect(overdue.last.jobs).toEqual([]);
    expect(overdue.dossier.officeCodes).toContain('rpct');
    expect(overdue.dossier.tasks).toHaveLength(1);
  });
});
