import type { Answers } from '../../../forms/schema/document.ts';
import type { DossierDocument, Message } from '../../core/dossier.ts';
import type { DossierEvent } from '../../core/event.ts';
import type { KnownFacts } from '../../core/known.ts';
import type { Instant } from '../../kernel/types.ts';
import { rowsOf, type Db } from '../db.ts';

/** What stands beside the snapshot of a dossier, whoever may read it. */
export interface DossierPapers {
  /** In the order in which they came. */
  readonly documents: readonly DossierDocument[];
  /** The newest first. */
  readonly messages: readonly Message[];
  /** In order. */
  readonly events: readonly DossierEvent[];
  /** What was sent as the application; null where nobody applied. */
  readonly sent: SentApplication | null;
  /** The names of the bodies asked for, by id. */
  readonly bodyNames: Readonly<Record<string, string>>;
}

/** A draft that was sent. */
export interface SentApplication {
  readonly answers: Answers;
  readonly known: Partial<KnownFacts>;
}

/** A reading by a member of an office. */
export interface NotedReading {
  readonly bodyId: string;
  readonly personId: string;
  readonly what: string;
  readonly at: Instant;
}

/** An instant as all our JSON has it: UTC with milliseconds. */
const instant = (column: string): string => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const documents = `
SELECT json_agg(json_strip_nulls(json_build_object('documentId', document_id, 'kind', kind, 'title', title,
    'fileName', file_name, 'mediaType', media_type, 'size', size, 'sha256', sha256, 'addedAt', ${instant('added_at')},
    'addedBy', added_by, 'readableBy', readable_by, 'registration', registration))
    ORDER BY added_at, document_id)
  FROM documents WHERE dossier_id = :dossierId`;

const messages = `
SELECT json_agg(json_build_object('messageId', message_id, 'templateId', template_id, 'subject', subject, 'body', body,
    'to', recipients, 'audience', audience, 'sentAt', ${instant('sent_at')})
    ORDER BY sent_at DESC, message_id DESC)
  FROM messages WHERE dossier_id = :dossierId`;

const events = `
SELECT json_agg(json_build_object('dossierId', dossier_id, 'sequence', sequence, 'type', type, 'at', ${instant('at')},
    'actor', actor, 'data', data, 'previousHash', previous_hash, 'hash', hash)
    ORDER BY sequence)
  FROM events WHERE dossier_id = :dossierId`;

const papersSql = `
WITH noted AS (
  INSERT INTO dossier_reads (dossier_id, body_id, person_id, what, at)
  SELECT CAST(:dossierId AS uuid), CAST(:bodyId AS uuid), CAST(:personId AS uuid), CAST(:what AS text),
      CAST(:at AS timestamptz)
   WHERE CAST(:personId AS uuid) IS NOT NULL)
SELECT coalesce((${documents}), '[]') AS documents,
  coalesce((${messages}), '[]') AS messages,
  coalesce((${events}), '[]') AS events,
  (SELECT json_build_object('answers', answers, 'known', known) FROM drafts WHERE dossier_id = :dossierId) AS sent,
  coalesce((SELECT json_object_agg(body_id, name) FROM bodies WHERE body_id = ANY (CAST(:bodyIds AS uuid[]))), '{}')
    AS "bodyNames"`;

const nobody = { bodyId: null, personId: null, what: null, at: null };

/**
 * Everything that a page about a dossier shows beside its snapshot, in one statement, which also notes who read it.
 * @param asked `bodyIds` are those whose names are wanted; without `reading` nothing is noted
 */
export async function loadPapers(
  db: Db,
  asked: { readonly dossierId: string; readonly bodyIds: readonly string[]; readonly reading?: NotedReading },
): Promise<DossierPapers> {
  const { dossierId, bodyIds, reading = nobody } = asked;
  const [papers] = await rowsOf<DossierPapers>(db, papersSql, { dossierId, bodyIds: [...bodyIds], ...reading });
  if (papers === undefined) throw new Error('a SELECT without FROM gave no row');
  return papers;
}
