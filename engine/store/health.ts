import { rowsOf, type Db } from './db.ts';

/** How the database is found to be. */
export interface Health {
  readonly reachable: boolean;
  /** Whether somebody works on the jobs; false when the database does not say so. */
  readonly moving: boolean;
}

/**
 * Gives a look at the database that ends within `withinMs`, whatever the database does: those who ask at the same time
 * look together, and a look that does not end is left to itself.
 */
export function healthOf(db: Db, withinMs: number): () => Promise<Health> {
  let looking: Promise<Health> | undefined;
  return () => {
    looking ??= look(db).finally(() => {
      looking = undefined;
    });
    return Promise.race([looking, silence(withinMs)]);
  };
}

async function look(db: Db): Promise<Health> {
  try {
    return { reachable: true, moving: await isQueueMoving(db) };
  } catch {
    return { reachable: false, moving: false };
  }
}

function silence(ms: number): Promise<Health> {
  return new Promise((resolve) => {
    setTimeout(() => resolve({ reachable: false, moving: false }), ms).unref();
  });
}

/** Whether somebody works on the jobs: none has been waiting for five minutes without being taken. */
async function isQueueMoving(db: Db): Promise<boolean> {
  const [row] = await rowsOf<{ moving: boolean }>(
    db,
    `SELECT NOT EXISTS (
       SELECT 1 FROM graphile_worker.jobs
        WHERE locked_at IS NULL AND attempts < max_attempts AND run_at < now() - interval '5 minutes') AS moving`,
  );
  return row?.moving === true;
}
