import { rowsOf, type Db } from '../store/db.ts';

/** A job that another job asks for. `key` makes it once-only while it is in the queue. */
export interface FollowingJob {
  readonly task: string;
  readonly key: string;
  readonly payload: unknown;
}

/** Puts jobs into the queue, in the transaction of `db` when it is one. */
export async function addJobs(db: Db, jobs: readonly FollowingJob[]): Promise<void> {
  if (jobs.length === 0) return;
  await rowsOf(
    db,
    `SELECT count(*) FROM graphile_worker.add_jobs(ARRAY(
       SELECT ROW(j.task, j.payload, NULL, NULL, 25, j.key, NULL, NULL)::graphile_worker.job_spec
         FROM jsonb_to_recordset(CAST(:jobs AS jsonb)) AS j(task text, payload json, key text)))`,
    { jobs: JSON.stringify(jobs) },
  );
}
