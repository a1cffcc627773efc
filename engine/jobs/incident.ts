import { z } from 'zod';
import { Problem } from '../core/problem.ts';
import type { Instant } from '../kernel/types.ts';
import { rowsOf, type Db } from '../store/db.ts';

/** A job whose last attempt went wrong, when the queue has let go of it. */
export interface FailedJob {
  readonly jobId: string;
  readonly task: string;
  readonly payload: unknown;
  /** Attempts so far, this one included, and how many it has. */
  readonly attempts: number;
  readonly maxAttempts: number;
  readonly error: unknown;
}

/**
 * Makes an incident of a failure for good and gives true; gives false when the job will be tried again. For good are
 * the last attempt, and what would be refused the same way every time: a problem of the request, a payload of another
 * shape. The job stays in the queue, out of work, until a later step replaces or drops it.
 */
export async function recordIncident(db: Db, failed: FailedJob, at: Instant): Promise<boolean> {
  if (failed.attempts < failed.maxAttempts && !isHopeless(failed.error)) return false;
  const place = dossierShape.safeParse(failed.payload);
  await rowsOf(
    db,
    `WITH stopped AS MATERIALIZED (
       SELECT count(*) FROM graphile_worker.permanently_fail_jobs(ARRAY[CAST(:jobId AS bigint)], :error)),
     written AS (
       INSERT INTO incidents (job_id, task, dossier_id, payload, attempts, error, at)
       VALUES (:jobId, :task, CAST(:dossierId AS uuid), CAST(:payload AS jsonb), :attempts, :error, :at)
       ON CONFLICT (job_id) DO UPDATE SET attempts = excluded.attempts, error = excluded.error, at = excluded.at)
     SELECT count FROM stopped`,
    {
      jobId: failed.jobId,
      task: failed.task,
      dossierId: place.success ? place.data.dossierId : null,
      payload: JSON.stringify(failed.payload),
      attempts: failed.attempts,
      error: describe(failed.error),
      at,
    },
  );
  return true;
}

const dossierShape = z.object({ dossierId: z.uuid() });

function isHopeless(error: unknown): boolean {
  return error instanceof z.ZodError || (error instanceof Problem && error.status < 500);
}

function describe(error: unknown): string {
  if (error instanceof Problem) return `${error.code} ${JSON.stringify(error.details)}`;
  return error instanceof Error ? error.message : String(error);
}

/** A job that ran out of attempts, as an operator sees it. */
export interface Incident {
  readonly jobId: string;
  readonly task: string;
  /** Null when the job belongs to no dossier. */
  readonly dossierId: string | null;
  readonly attempts: number;
  readonly error: string;
  readonly at: Instant;
}

/** The incidents that are open, the oldest first. */
export async function openIncidents(db: Db): Promise<readonly Incident[]> {
  return rowsOf<Incident>(
    db,
    `SELECT job_id AS "jobId", task, dossier_id AS "dossierId", attempts, error,
            to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS at
       FROM incidents ORDER BY incident_id`,
    {},
  );
}

/**
 * Gives jobs that became incidents all their attempts again, from now on, and forgets the incidents; all that are open
 * when no job is named. Gives the jobs that are tried again. A job that a later step has replaced is gone: its incident
 * is forgotten too.
 */
export async function retryIncidents(db: Db, jobIds: readonly string[] | undefined): Promise<readonly string[]> {
  const rows = await rowsOf<{ readonly jobId: string }>(
    db,
    `WITH chosen AS (
       DELETE FROM incidents WHERE CAST(:jobIds AS text[]) IS NULL OR job_id = ANY(CAST(:jobIds AS text[])) RETURNING job_id)
     SELECT job.id::text AS "jobId"
       FROM graphile_worker.reschedule_jobs(
         ARRAY(SELECT CAST(job_id AS bigint) FROM chosen), run_at := now(), attempts := 0) AS job`,
    { jobIds: jobIds === undefined ? null : [...jobIds] },
  );
  return rows.map(({ jobId }) => jobId);
}
