import { rowsOf, type Db } from './db.ts';

/** Whether the database answers a trivial question. */
export async function isDatabaseReachable(db: Db): Promise<boolean> {
  try {
    await rowsOf(db, 'SELECT 1');
    return true;
  } catch {
    return false;
  }
}

/** Whether somebody works on the jobs: none has been waiting for five minutes without being taken. */
export async function isQueueMoving(db: Db): Promise<boolean> {
  const [row] = await rowsOf<{ moving: boolean }>(
    db,
    `SELECT NOT EXISTS (
       SELECT 1 FROM graphile_worker.jobs
        WHERE locked_at IS NULL AND attempts < max_attempts AND run_at < now() - interval '5 minutes') AS moving`,
  );
  return row?.moving === true;
}
