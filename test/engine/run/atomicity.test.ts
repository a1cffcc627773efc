import { afterAll, beforeAll, expect, it } from 'vitest';
import { kernelExecutor } from '../../../engine/executors/kernel.ts';
import { run } from '../../../engine/run.ts';
import { rowsOf } from '../../../engine/store/db.ts';
import { applicationOf } from '../../support/course.ts';
import { aRunningIter, type RunningIter } from '../../support/harness.ts';

let iter: RunningIter;
beforeAll(async () => {
  iter = await aRunningIter();
});
afterAll(() => iter.stop());

const tables = [
  'dossiers',
  'events',
  'tasks',
  'waits',
  'messages',
  'registrations',
  'registration_counters',
  'commands',
];

/** How many rows each table holds, jobs included. */
async function contents(): Promise<unknown> {
  const counts = [...tables, 'graphile_worker._private_jobs'].map(
    (table) => `(SELECT count(*) FROM ${table}) AS "${table}"`,
  );
  const drafts = `(SELECT count(*) FROM drafts WHERE dossier_id IS NOT NULL) AS sent`;
  return rowsOf(iter.deps.db, `SELECT ${[...counts, drafts].join(', ')}`);
}

/** The last number that the register has given out; 0 before the first. */
async function lastNumber(): Promise<number> {
  const [found] = await rowsOf<{ last: number }>(iter.deps.db, 'SELECT last FROM registration_counters');
  return found?.last ?? 0;
}

it('a step that breaks off leaves nothing behind', async () => {
  const { command, actor } = await iter.submission('giulia', applicationOf('giulia', iter.bodyId));
  const before = await contents();
  const broken = { ...kernelExecutor, start: () => Promise.reject(new Error('power cut')) };
  await expect(run({ ...iter.deps, executor: broken }, { command, actor, key: 'one' })).rejects.toThrow('power cut');
  expect(await contents()).toEqual(before);
});

it('a write that is refused takes everything with it', async () => {
  const { command, actor } = await iter.submission('giulia', applicationOf('giulia', iter.bodyId));
  const before = await contents();
  await rowsOf(
    iter.database.owner,
    'ALTER TABLE graphile_worker._private_jobs ADD CONSTRAINT no_more CHECK (false) NOT VALID',
  );
  await expect(iter.run(command, actor, 'two')).rejects.toThrow('violates check constraint');
  await rowsOf(iter.database.owner, 'ALTER TABLE graphile_worker._private_jobs DROP CONSTRAINT no_more');
  expect(await contents()).toEqual(before);
});

it('what broke off succeeds when asked again, and leaves no gap in the register', async () => {
  const { command, actor } = await iter.submission('giulia', applicationOf('giulia', iter.bodyId));
  const broken = { ...kernelExecutor, start: () => Promise.reject(new Error('power cut')) };
  const before = await lastNumber();
  await expect(run({ ...iter.deps, executor: broken }, { command, actor, key: 'three' })).rejects.toThrow('power cut');
  const { registration } = await iter.run(command, actor, 'three');
  expect(Number(registration?.split('/').at(-1))).toBe(before + 1);
});

it('a connection cut in the middle leaves nothing behind', async () => {
  const { command, actor } = await iter.submission('giulia', applicationOf('giulia', iter.bodyId));
  const before = await contents();
  const start: typeof kernelExecutor.start = async (...asked) => {
    await rowsOf(
      iter.deps.db,
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE datname = current_database() AND state = 'idle in transaction'`,
    );
    return kernelExecutor.start(...asked);
  };
  const cutting = { ...iter.deps, executor: { ...kernelExecutor, start } };
  await expect(run(cutting, { command, actor, key: 'four' })).rejects.toThrow();
  expect(await contents()).toEqual(before);
  expect(await iter.run(command, actor, 'four')).toMatchObject({ dossierId: command.dossierId });
});
