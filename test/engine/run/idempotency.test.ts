import { afterEach, beforeEach, expect, it } from 'vitest';
import { rowsOf } from '../../../engine/store/db.ts';
import { applicationOf } from '../../support/course.ts';
import { aRunningIter, type RunningIter } from '../../support/harness.ts';

let iter: RunningIter;
beforeEach(async () => {
  iter = await aRunningIter();
});
afterEach(() => iter.stop());

const countOf = async (table: string): Promise<number> => {
  const [row] = await rowsOf<{ count: number }>(iter.deps.db, `SELECT count(*) AS count FROM ${table}`);
  return row?.count ?? 0;
};

it('a repeated key is answered as the first time', async () => {
  const { command, actor } = await iter.submission('giulia', applicationOf('giulia', iter.bodyId));
  const first = await iter.run(command, actor, 'send-1');
  const events = await countOf('events');
  await iter.advanceTo('2026-03-02T09:30:00.000Z');
  expect(await iter.run(command, actor, 'send-1')).toEqual(first);
  expect(await countOf('events')).toBe(events + 2); // the delivery of the one mail, and the receipt
  expect(await countOf('dossiers')).toBe(1);
});

it('a key used for another command is refused', async () => {
  const { command, actor } = await iter.submission('luca', applicationOf('luca', iter.bodyId));
  await iter.run(command, actor, 'send-2');
  const other = { type: 'claim', dossierId: command.dossierId, taskId: `${command.dossierId}.w1` } as const;
  await expect(iter.run(other, actor, 'send-2')).rejects.toMatchObject({ code: 'request.idempotency-key-reused' });
});

it('the same key of another person is another key', async () => {
  const theirs = await iter.submission('giulia', applicationOf('giulia', iter.bodyId));
  await iter.run(theirs.command, theirs.actor, 'send-1');
  const { command, actor } = await iter.submission('marco', applicationOf('marco', iter.bodyId));
  const answer = await iter.run(command, actor, 'send-1');
  expect(answer.dossierId).toBe(command.dossierId);
});

it('ten requests with one key at once open one dossier', async () => {
  const before = { dossiers: await countOf('dossiers'), registrations: await countOf('registrations') };
  const { command, actor } = await iter.submission('luca', applicationOf('luca', iter.bodyId));
  const answers = await Promise.all(Array.from({ length: 10 }, () => iter.run(command, actor, 'send-3')));
  for (const answer of answers) expect(answer).toEqual(answers[0]);
  expect(await countOf('dossiers')).toBe(before.dossiers + 1);
  expect(await countOf('registrations')).toBe(before.registrations + 1);
});

it('a refused command leaves its key free', async () => {
  const complete = applicationOf('giulia', iter.bodyId);
  const incomplete = await iter.submission('giulia', { ...complete, oggetto: '' });
  await expect(iter.run(incomplete.command, incomplete.actor, 'send-4')).rejects.toMatchObject({
    code: 'answers.invalid',
  });
  const { command, actor } = await iter.submission('giulia', complete);
  expect((await iter.run(command, actor, 'send-4')).dossierId).toBe(command.dossierId);
});
