import type { Instant } from '../../kernel/types.ts';
import { rowsOf, type Db } from '../db.ts';

/** Notes that a member of an office read a dossier, or one of its documents (`what`). */
export async function noteRead(
  db: Db,
  read: {
    readonly dossierId: string;
    readonly bodyId: string;
    readonly personId: string;
    readonly what: string;
    readonly at: Instant;
  },
): Promise<void> {
  await rowsOf(
    db,
    `INSERT INTO dossier_reads (dossier_id, body_id, person_id, what, at)
     VALUES (:dossierId, :bodyId, :personId, :what, :at)`,
    { ...read },
  );
}
