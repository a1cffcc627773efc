import type { Upload } from '../../core/dossier.ts';
import type { Instant } from '../../kernel/types.ts';
import { rowsOf, type Db } from '../db.ts';
import { Row } from './row.ts';

class UploadRow extends Row {
  static override tableName = 'uploads';
  static override idColumn = 'uploadId';

  declare readonly uploadId: string;
  declare readonly personId: string;
  declare readonly name: string;
  /** In bytes. */
  declare readonly size: number;
  declare readonly mediaType: string;
  declare readonly sha256: string;
  declare readonly signed: boolean;
  declare readonly signers: readonly string[];
  declare readonly signatureFault: string | null;
  declare readonly createdAt: Instant;
  /** The dossier that holds the file; null as long as none does. */
  declare readonly dossierId: string | null;
}

/** Notes a file that a person has put up and no dossier holds yet. */
export async function addUpload(
  db: Db,
  upload: Upload & { readonly personId: string; readonly at: Instant },
): Promise<void> {
  const { dossierId: _none, at, signed = false, signers = [], signatureFault = null, ...file } = upload;
  await UploadRow.query(db).insert({ ...file, signed, signers, signatureFault, createdAt: at });
}

/** A file with whose it is, and the dossier that holds it. */
export async function findUpload(
  db: Db,
  uploadId: string,
): Promise<Pick<UploadRow, 'personId' | 'dossierId' | 'name' | 'mediaType' | 'size' | 'sha256'> | undefined> {
  return UploadRow.query(db).select('personId', 'dossierId', 'name', 'mediaType', 'size', 'sha256').findById(uploadId);
}

/** How many files of a person no dossier holds, and how many bytes they are. */
export async function unsentOf(db: Db, personId: string): Promise<{ readonly count: number; readonly bytes: number }> {
  const [found] = await rowsOf<{ count: number; bytes: number }>(
    db,
    `SELECT count(*) AS count, coalesce(sum(size), 0)::bigint AS bytes
     FROM uploads WHERE person_id = :personId AND dossier_id IS NULL`,
    { personId },
  );
  return found ?? { count: 0, bytes: 0 };
}

/**
 * Removes a file of one's own that no dossier holds; tells whether there was one. Its bytes are swept by the worker.
 */
export async function dropUpload(
  db: Db,
  { uploadId, personId }: { readonly uploadId: string; readonly personId: string },
): Promise<boolean> {
  const dropped = await UploadRow.query(db).delete().where({ uploadId, personId }).whereNull('dossierId');
  return dropped > 0;
}
