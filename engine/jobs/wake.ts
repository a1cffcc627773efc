import type { RunDeps } from '../run.ts';
import { rowsOf } from '../store/db.ts';

/** As many as are woken at a time; the rest follow a minute later. */
const MOST = 10_000;

/**
 * Puts every timer that is due by the engine's clock to work now, and gives how many. The queue runs jobs by the clock
 * of the database: this wakes those whose instant has come only for an engine with a shifted clock, and those whose job
 * was lost. Jobs that wait for a new attempt, are being done, or have failed for good are left as they are.
 */
export async function wakeDueTimers({ db, clock }: Pick<RunDeps, 'db' | 'clock'>): Promise<number> {
  const [row] = await rowsOf<{ woken: number }>(db, wakeSql, { now: clock(), most: MOST });
  return row?.woken ?? 0;
}

// The keys are those of `timerKey` in core/step/timers.ts: the job that a step will drop or replace.
const wakeSql = `
WITH due AS (
  SELECT dossier_id, wait_id, 'timer:' || dossier_id || ':' || wait_id AS key
    FROM waits WHERE type = 'timer' AND due_at <= CAST(:now AS timestamptz)),
asleep AS (
  SELECT due.* FROM due LEFT JOIN graphile_worker.jobs job USING (key)
   WHERE job.id IS NULL OR (job.attempts = 0 AND job.locked_at IS NULL AND job.run_at > now())
   LIMIT :most)
SELECT count(woken.*) AS woken
  FROM asleep, graphile_worker.add_job('fire-timer',
         payload := json_build_object('dossierId', asleep.dossier_id, 'waitId', asleep.wait_id), job_key := asleep.key) woken`;
