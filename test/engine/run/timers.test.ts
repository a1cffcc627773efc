import { afterEach, beforeEach, expect, it } from 'vitest';
import { rowsOf } from '../../../engine/store/db.ts';
import { anOpenDossier, askClarification, grantDossier } from '../../support/course.ts';
import { aRunningIter, type RunningIter } from '../../support/harness.ts';

let iter: RunningIter;
beforeEach(async () => {
  iter = await aRunningIter();
});
afterEach(() => iter.stop());

/**
 * Timers of the dossier submitted last, by element, with the instant in the dossier and that of the job in the queue.
 */
async function timers(): Promise<Readonly<Record<string, readonly [string | null, string | null]>>> {
  const { dossierId } = await iter.dossier();
  const rows = await rowsOf<{ elementId: string; dueAt: string | null; runAt: string | null }>(
    iter.deps.db,
    `SELECT w.element_id AS "elementId", w.due_at AS "dueAt", j.run_at AS "runAt"
       FROM waits w LEFT JOIN graphile_worker.jobs j ON j.key = 'timer:' || w.dossier_id || ':' || w.wait_id
      WHERE w.type = 'timer' AND w.dossier_id = :dossierId`,
    { dossierId },
  );
  return Object.fromEntries(rows.map(({ elementId, dueAt, runAt }) => [elementId, [dueAt, runAt] as const]));
}

const jobs = async (): Promise<number> => {
  const { dossierId } = await iter.dossier();
  const sql = `SELECT count(*) AS count FROM graphile_worker.jobs WHERE key LIKE 'timer:' || :dossierId || ':%'`;
  const [row] = await rowsOf<{ count: number }>(iter.deps.db, sql, { dossierId });
  return row?.count ?? 0;
};

it('a timer is due when the last day is over in Italy', async () => {
  await anOpenDossier(iter);
  const lastDayOver = '2026-04-01T22:00:00.000Z';
  expect(await timers()).toEqual({ silence: [lastDayOver, lastDayOver], 'answer-overdue': [null, null] });
});

it('a term that stands still disarms its timer', async () => {
  await anOpenDossier(iter);
  await askClarification(iter);
  expect(await timers()).toMatchObject({
    silence: [null, null],
    'supplement-expired': ['2026-03-12T23:00:00.000Z', '2026-03-12T23:00:00.000Z'],
  });
  expect(await jobs()).toBe(1);
});

it('the end of the examination drops its timers', async () => {
  await anOpenDossier(iter);
  await grantDossier(iter);
  await iter.drainJobs();
  expect(Object.keys(await timers())).toEqual(['review-expired']);
  expect(await jobs()).toBe(1);
});

it('a term that starts anew arms its timer later', async () => {
  await anOpenDossier(iter);
  await askClarification(iter);
  await iter.advanceTo('2026-03-09T10:00:00.000Z');
  await iter.complete('giulia', 'correct', { oggetto: 'I verbali del concorso per istruttori contabili' });
  expect(await timers()).toEqual({
    silence: ['2026-04-08T22:00:00.000Z', '2026-04-08T22:00:00.000Z'],
    'answer-overdue': [null, null],
  });
  expect(await jobs()).toBe(1);
});
