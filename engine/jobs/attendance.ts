import pg from 'pg';
import { rowsOf, type Db } from '../store/db.ts';

/**
 * Who of the workers is still there. The queue would wait four hours before it takes a job from a worker that does not
 * answer for it; a process that was killed should not cost that. So every process holds, in a session of its own, an
 * advisory lock for each of its workers, which PostgreSQL lets go when the process has gone. A session lost while the
 * process lives may cost a job done twice, which every job endures.
 */
export interface Attendance {
  /** Holds the locks of these workers from now on; again, when the session was lost meanwhile. */
  answerFor(workerIds: readonly string[]): Promise<void>;
  leave(): Promise<void>;
}

/** The text of which a worker's lock is made. */
const LOCK = `hashtextextended('iter-worker ' || id, 0)`;

/** Opens the book for one process; the session begins with the first `answerFor`. */
export function openAttendance(databaseUrl: string): Attendance {
  let session: pg.Client | undefined;
  let held = '';
  const leave = async (): Promise<void> => {
    const leaving = session;
    session = undefined;
    held = '';
    await leaving?.end().catch(() => undefined);
  };
  return {
    answerFor: async (workerIds) => {
      const wanted = workerIds.join(' ');
      if (session && held === wanted) return;
      await leave();
      const next = new pg.Client({
        connectionString: databaseUrl,
        application_name: 'iter-attendance',
        keepAlive: true,
      });
      next.on('error', () => {
        if (session === next) session = undefined;
      });
      await next.connect();
      session = next;
      await next.query(`SELECT pg_advisory_lock(${LOCK}) FROM unnest($1::text[]) AS id`, [workerIds]);
      held = wanted;
    },
    leave,
  };
}

/** Gives the jobs of workers that are no longer there back to the queue; gives how many workers those were. */
export async function releaseAbandoned(db: Db): Promise<number> {
  const [row] = await rowsOf<{ gone: number }>(db, releaseSql);
  return row?.gone ?? 0;
}

// A worker that has just begun may not hold its lock yet.
const releaseSql = `
WITH working AS MATERIALIZED (
  SELECT DISTINCT locked_by AS id FROM graphile_worker.jobs WHERE locked_at < now() - interval '2 seconds'),
gone AS MATERIALIZED (
  SELECT id FROM working WHERE pg_try_advisory_xact_lock(${LOCK})),
released AS MATERIALIZED (
  SELECT graphile_worker.force_unlock_workers(ARRAY(SELECT id FROM gone)))
SELECT count(gone.id) AS gone FROM released, gone`;
