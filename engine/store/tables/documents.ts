import type { DossierDocument } from '../../core/dossier.ts';
import type { Db } from '../db.ts';
import { within } from '../wall.ts';
import type { DossierKey } from './dossier-key.ts';
import { Row } from './row.ts';

class DocumentRow extends Row {
  static override tableName = 'documents';
  static override idColumn = ['bodyId', 'dossierId', 'documentId'];

  declare readonly documentId: string;
  declare readonly dossierId: string;
  declare readonly bodyId: string;
  declare readonly kind: DossierDocument['kind'];
  declare readonly title: string;
  declare readonly fileName: string;
  declare readonly mediaType: string;
  /** In bytes. */
  declare readonly size: number;
  declare readonly sha256: string;
  declare readonly addedAt: DossierDocument['addedAt'];
  declare readonly addedBy: string;
  declare readonly readableBy: DossierDocument['readableBy'];
  declare readonly registration: string | null;
}

/** The documents of a dossier, in the order in which they came. */
export async function loadDocuments(db: Db, { bodyId, dossierId }: DossierKey): Promise<readonly DossierDocument[]> {
  const rows = await within([bodyId], () =>
    DocumentRow.query(db).where({ bodyId, dossierId }).orderBy(['addedAt', 'documentId']),
  );
  return rows.map(documentOf);
}

function documentOf(row: DocumentRow): DossierDocument {
  const { documentId, kind, title, fileName, mediaType, size, sha256, addedAt, addedBy, readableBy, registration } =
    row;
  const document = { documentId, kind, title, fileName, mediaType, size, sha256, addedAt, addedBy, readableBy };
  return registration === null ? document : { ...document, registration };
}
