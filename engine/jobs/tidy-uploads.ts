import { storeParts } from '../connect/sweep-files.ts';
import { rowsOf, type Db } from '../store/db.ts';
import type { JobDeps } from './job.ts';

/** A file that was put up and never sent is kept this long, and longer while a draft or a task in hand names it. */
const KEPT_DAYS = 30;

/** As many as are dropped at a time; the rest follow with the next round. */
const MOST = 1000;

/** The bytes of one part of the store are looked through in this time, all of them in an hour and a half. */
const PART_MS = 20_000;

/** What went. */
export interface Tidied {
  readonly uploads: number;
  readonly files: number;
}

/**
 * Drops what people put up and never sent, and bytes that nothing names any more. Which part of the store is looked
 * through follows from the clock, so that processes that are restarted often do not always begin with the same.
 */
export async function tidyUploads({ db, clock, files }: Pick<JobDeps, 'db' | 'clock' | 'files'>): Promise<Tidied> {
  const now = clock();
  const dropped = await rowsOf(db, dropSql, { now, days: KEPT_DAYS, most: MOST });
  const part = Math.floor(Date.parse(now) / PART_MS) % storeParts;
  return { uploads: dropped.length, files: await files.sweep(part, (hashes) => hashesInUse(db, hashes)) };
}

// An upload that a command takes at this moment is locked by it and has its dossier when this statement gets to it.
const dropSql = `
DELETE FROM uploads
 WHERE dossier_id IS NULL
   AND upload_id IN (
     SELECT u.upload_id FROM uploads u
      WHERE u.dossier_id IS NULL
        AND u.created_at < CAST(:now AS timestamptz) - make_interval(days => :days)
        AND NOT EXISTS (
          SELECT 1 FROM drafts d
           WHERE d.person_id = u.person_id AND d.dossier_id IS NULL
             AND jsonb_path_query_array(d.answers, '$.**.uploadId') @> to_jsonb(u.upload_id))
        AND NOT EXISTS (
          SELECT 1 FROM task_answers a
           WHERE a.person_id = u.person_id
             AND jsonb_path_query_array(a.answers, '$.**.uploadId') @> to_jsonb(u.upload_id))
      ORDER BY u.created_at LIMIT :most)
RETURNING upload_id`;

async function hashesInUse(db: Db, hashes: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await rowsOf<{ sha256: string }>(
    db,
    `SELECT sha256 FROM jsonb_array_elements_text(CAST(:hashes AS jsonb)) AS stored(sha256)
      WHERE EXISTS (SELECT 1 FROM uploads u WHERE u.sha256 = stored.sha256)
         OR EXISTS (SELECT 1 FROM documents d WHERE d.sha256 = stored.sha256)`,
    { hashes: JSON.stringify(hashes) },
  );
  return new Set(rows.map(({ sha256 }) => sha256));
}
