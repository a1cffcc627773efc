import type { Dossier, DossierDocument, Message } from '../../core/dossier.ts';
import type { DossierEvent } from '../../core/event.ts';
import { rowsOf, type Db } from '../db.ts';

/** A dossier with the names that its readers see. */
export interface NamedDossier {
  readonly dossier: Dossier;
  readonly bodyName: string;
  /** Code to name, of every office of the body. */
  readonly offices: Readonly<Record<string, string>>;
}

/** The snapshot of a dossier; undefined when there is none. Who may see it is for `core/policy.ts` to say. */
export async function loadDossier(db: Db, dossierId: string): Promise<NamedDossier | undefined> {
  const [row] = await rowsOf<NamedDossier>(
    db,
    `SELECT d.snapshot || jsonb_build_object('eventCount', d.event_count, 'headHash', d.head_hash) AS dossier,
            b.name AS "bodyName",
            (SELECT jsonb_object_agg(o.code, o.name) FROM offices o WHERE o.body_id = d.body_id) AS offices
       FROM dossiers d JOIN bodies b USING (body_id)
      WHERE d.dossier_id = :dossierId`,
    { dossierId },
  );
  return row;
}

/** The record of a dossier, in order. */
export function loadEvents(db: Db, dossierId: string): Promise<readonly DossierEvent[]> {
  return rowsOf<DossierEvent>(
    db,
    `SELECT dossier_id AS "dossierId", sequence, type, at, actor, data, previous_hash AS "previousHash", hash
       FROM events WHERE dossier_id = :dossierId ORDER BY sequence`,
    { dossierId },
  );
}

/** The documents of a dossier, in the order in which they came. */
export async function loadDocuments(db: Db, dossierId: string): Promise<readonly DossierDocument[]> {
  type Row = Omit<DossierDocument, 'registration'> & { readonly registration: string | null };
  const rows = await rowsOf<Row>(
    db,
    `SELECT document_id AS "documentId", kind, title, file_name AS "fileName", media_type AS "mediaType", size, sha256,
            added_at AS "addedAt", added_by AS "addedBy", readable_by AS "readableBy", registration
       FROM documents WHERE dossier_id = :dossierId ORDER BY added_at, document_id`,
    { dossierId },
  );
  return rows.map(({ registration, ...document }) =>
    registration === null ? document : { ...document, registration },
  );
}

/** The communications of a dossier, the newest first. */
export function loadMessages(db: Db, dossierId: string): Promise<readonly Message[]> {
  return rowsOf<Message>(
    db,
    `SELECT message_id AS "messageId", template_id AS "templateId", subject, body, recipients AS "to", audience,
            sent_at AS "sentAt"
       FROM messages WHERE dossier_id = :dossierId ORDER BY sent_at DESC, message_id DESC`,
    { dossierId },
  );
}

/** The dossier and the state of a task, open or not; undefined when there never was one of that id. */
export async function findTaskPlace(
  db: Db,
  taskId: string,
): Promise<{ readonly dossierId: string; readonly state: 'open' | 'completed' | 'cancelled' } | undefined> {
  const [row] = await rowsOf<{ dossierId: string; state: 'open' | 'completed' | 'cancelled' }>(
    db,
    'SELECT dossier_id AS "dossierId", state FROM tasks WHERE task_id = :taskId',
    { taskId },
  );
  return row;
}
