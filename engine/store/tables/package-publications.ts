import type { Instant } from '../../kernel/types.ts';
import { rowsOf, type Db } from '../db.ts';
import type { Author } from './packages.ts';

/** From which package a version came. */
export interface PackagePublication {
  readonly packageId: string;
  readonly revision: number;
  readonly author: Author;
}

/** Notes from which package a version came. To be called in the transaction that adds the version. */
export async function notePublication(
  db: Db,
  { packageId, revision, author }: PackagePublication,
  version: { readonly procedureId: string; readonly version: number; readonly publishedAt: Instant },
): Promise<void> {
  await rowsOf(
    db,
    `INSERT INTO package_publications (procedure_id, version, package_id, revision, person_id, author, published_at)
     VALUES (:procedureId, :version, :packageId, :revision, :personId, :name, :publishedAt)`,
    { ...version, packageId, revision, personId: author.personId, name: author.name },
  );
}

/** The name of the lock of whoever publishes or retires a procedure; those who apply share it. */
export const publicationLock = (procedureId: string): string => `publish ${procedureId}`;

/**
 * Lets no two people publish or retire a procedure at once, and nobody apply meanwhile, until the end of the
 * transaction.
 */
export async function lockPublication(transaction: Db, procedureId: string): Promise<void> {
  const name = publicationLock(procedureId);
  await rowsOf(transaction, 'SELECT pg_advisory_xact_lock(hashtext(:name))', { name });
}

/**
 * Notes the files of the product that are not published, unless some version of the procedure has them.
 * @returns whether they are new here: nobody has seen them in use
 */
export async function noteHeldBack(
  db: Db,
  {
    procedureId,
    contentHash,
    at,
  }: { readonly procedureId: string; readonly contentHash: string; readonly at: Instant },
): Promise<boolean> {
  const rows = await rowsOf(
    db,
    `UPDATE procedures q
        SET held_hash = :contentHash, held_at = CASE WHEN held_hash = :contentHash THEN held_at ELSE :at END
      WHERE procedure_id = :procedureId AND NOT EXISTS (
        SELECT 1 FROM procedure_versions v WHERE v.procedure_id = q.procedure_id AND v.content_hash = :contentHash)
      RETURNING 1`,
    { procedureId, contentHash, at },
  );
  return rows.length > 0;
}

/** Whether an analyst has published the current version of a procedure, or retired it. */
export async function isHeldByAnalysts(db: Db, procedureId: string): Promise<boolean> {
  const rows = await rowsOf(
    db,
    `SELECT 1 FROM procedures q
      WHERE q.procedure_id = :procedureId AND (q.retired_at IS NOT NULL OR EXISTS (
        SELECT 1 FROM package_publications u
         WHERE u.procedure_id = q.procedure_id AND u.version = q.current_version))`,
    { procedureId },
  );
  return rows.length > 0;
}

/** Lets a retired procedure take applications again in its current version. */
export async function reopenProcedure(transaction: Db, procedureId: string): Promise<void> {
  await rowsOf(transaction, 'UPDATE procedures SET retired_at = NULL WHERE procedure_id = :procedureId', {
    procedureId,
  });
}

/** Lets a procedure take no more applications; its dossiers go on. */
export async function retireProcedure(db: Db, procedureId: string, at: Instant): Promise<void> {
  await db.transaction(async (transaction) => {
    await lockPublication(transaction, procedureId);
    await rowsOf(
      transaction,
      'UPDATE procedures SET retired_at = :at WHERE procedure_id = :procedureId AND retired_at IS NULL',
      { procedureId, at },
    );
    await rowsOf(transaction, 'DELETE FROM start_subscriptions WHERE procedure_id = :procedureId', { procedureId });
  });
}
