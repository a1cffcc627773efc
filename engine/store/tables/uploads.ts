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
  declare readonly createdAt: Instant;
  /** The dossier that holds the file; null as long as none does. */
  declare readonly dossierId: string | null;
}

/** Notes a file that a person has put up and no dossier holds yet. */
export async function addUpload(
  db: Db,
  upload: Upload & { readonly personId: string; readonly at: Instant },
): Promise<void> {
  const { uploadId, personId, name, size, mediaType, sha256, at } = upload;
  await UploadRow.query(db).insert({ uploadId, personId, name, size, mediaType, sha256, createdAt: at });
}

/** Removes a file of one's own that no dossier holds; gives its hash, and whether nothing else needs those bytes. */
export async function dropUpload(
  db: Db,
  upload: { readonly uploadId: string; readonly personId: string },
): Promise<{ readonly sha256: string; readonly lastUse: boolean } | undefined> {
  const [row] = await rowsOf<{ sha256: string; lastUse: boolean }>(
    db,
    `WITH gone AS (
       DELETE FROM uploads WHERE upload_id = :uploadId AND person_id = :personId AND dossier_id IS NULL RETURNING upload_id, sha256)
     SELECT g.sha256,
            NOT EXISTS (SELECT 1 FROM uploads u WHERE u.sha256 = g.sha256 AND u.upload_id <> g.upload_id)
        AND NOT EXISTS (SELECT 1 FROM documents d WHERE d.sha256 = g.sha256) AS "lastUse"
       FROM gone g`,
    { ...upload },
  );
  return row;
}
