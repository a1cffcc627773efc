import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { timerKey } from '../../../engine/core/step/timers.ts';
import { wakeDueTimers } from '../../../engine/jobs/wake.ts';
import { rowsOf } from '../../../engine/store/db.ts';
import { anOpenDossier } from '../../support/course.ts';
import { aRunningIter, type RunningIter } from '../../support/harness.ts';

/** Far enough that the machine's own clock does not get there. */
const start = '2126-03-04T08:00:00.000Z';
const due = { clock: () => '2126-05-01T00:00:00.000Z' };

let iter: RunningIter;
let key: string;
beforeAll(async () => {
  iter = await aRunningIter({ at: start });
});
afterAll(() => iter.stop());
beforeEach(async () => {
  await rowsOf(iter.deps.db, 'DELETE FROM graphile_worker._private_jobs');
  await rowsOf(iter.deps.db, 'DELETE FROM waits');
  const dossierId = await anOpenDossier(iter);
  const open = (await iter.dossier()).waits.find(({ dueAt }) => dueAt !== null);
  key = timerKey(dossierId, open?.wait.id ?? '');
});

interface JobRow {
  readonly key: string;
  readonly isNow: boolean;
  readonly attempts: number;
}

const jobs = (): Promise<readonly JobRow[]> =>
  rowsOf<JobRow>(iter.deps.db, 'SELECT key, run_at <= now() AS "isNow", attempts FROM graphile_worker.jobs');

const wake = (): Promise<number> => wakeDueTimers({ ...iter.deps, ...due });

it('a timer that is not due sleeps on', async () => {
  expect(await wakeDueTimers(iter.deps)).toBe(0);
  expect(await jobs()).toEqual([{ key, isNow: false, attempts: 0 }]);
});

it('a timer due by the shifted clock is put to work now', async () => {
  expect(await wake()).toBe(1);
  expect(await jobs()).toEqual([{ key, isNow: true, attempts: 0 }]);
});

it('a timer whose job was lost gets another', async () => {
  await rowsOf(iter.deps.db, 'DELETE FROM graphile_worker._private_jobs');
  expect(await wake()).toBe(1);
  expect(await jobs()).toEqual([{ key, isNow: true, attempts: 0 }]);
});

it('a timer that was woken is not woken again', async () => {
  await wake();
  expect(await wake()).toBe(0);
});

const busy = [
  { what: 'waits for its next attempt', change: `attempts = 2, run_at = now() + interval '1 hour'` },
  { what: 'is being done', change: `attempts = 1, locked_at = now(), locked_by = 'somebody'` },
  { what: 'has failed for good', change: 'attempts = max_attempts' },
];

it.each(busy)('a timer whose job $what is left alone', async ({ change }) => {
  await rowsOf(iter.deps.db, `UPDATE graphile_worker._private_jobs SET ${change}`);
  expect(await wake()).toBe(0);
});
