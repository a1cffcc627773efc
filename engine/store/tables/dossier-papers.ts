import type { DossierDocument, Message } from '../../core/dossier.ts';
import type { DossierEvent } from '../../core/event.ts';
import type { KeptSubmission } from '../../core/submission.ts';
import type { Instant } from '../../kernel/types.ts';
import { rowsOf, type Db } from '../db.ts';
import { instantSql } from '../instant-sql.ts';
import { within } from '../wall.ts';
import type { DossierKey } from './dossier-key.ts';

/** What stands beside the snapshot of a dossier, whoever may read it. */
export interface DossierPapers {
  /** In the order in which they came. */
  readonly documents: readonly DossierDocument[];
  /** The newest first. */
  readonly messages: readonly Message[];
  /** In order. */
  readonly events: readonly DossierEvent[];
  /** Every answered form, in order. */
  readonly submissions: readonly KeptSubmission[];
  /** The names of the bodies that the submissions mention, by id. */
  readonly bodyNames: Readonly<Record<string, string>>;
}

/** A reading by a member of an office. */
export interface NotedReading {
  readonly personId: string;
  readonly what: string;
  readonly at: Instant;
}

const ofDossier = 'body_id = CAST(:bodyId AS uuid) AND dossier_id = CAST(:dossierId AS uuid)';

const documents = `
SELECT json_agg(json_strip_nulls(json_build_object('documentId', document_id, 'kind', kind, 'title', title,
    'fileName', file_name, 'mediaType', media_type, 'size', size, 'sha256', sha256, 'addedAt', ${instantSql('added_at')},
    'addedBy', added_by, 'readableBy', readable_by, 'registration', registration))
    ORDER BY added_at, document_id)
  FROM documents WHERE ${ofDossier}`;

const messages = `
SELECT json_agg(json_build_object('messageId', message_id, 'templateId', template_id, 'subject', subject, 'body', body,
    'to', recipients, 'audience', audience, 'sentAt', ${instantSql('sent_at')})
    ORDER BY sent_at DESC, message_id DESC)
  FROM messages WHERE ${ofDossier}`;

const events = `
SELECT json_agg(json_build_object('dossierId', dossier_id, 'sequence', sequence, 'type', type, 'at', ${instantSql('at')},
    'actor', actor, 'data', data, 'previousHash', previous_hash, 'hash', hash)
    ORDER BY sequence)
  FROM events WHERE ${ofDossier}`;

// Only what has no value by its type is taken away, not what was answered with null.
const submissions = `
SELECT json_agg(jsonb_build_object('sequence', sequence, 'kind', kind, 'elementId', element_id, 'procedureId', procedure_id,
    'procedureVersion', procedure_version, 'formId', form_id, 'answers', answers, 'context', context, 'author', author,
    'at', ${instantSql('at')})
    || jsonb_strip_nulls(jsonb_build_object('waitId', wait_id, 'hash', hash, 'corrects', corrects))
    ORDER BY sequence)
  FROM submissions WHERE ${ofDossier}`;

const uuidPattern = '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$';

/** Ids that stand anywhere in the answers; some of them are those of bodies. */
const idsInAnswers = `
SELECT CAST(jsonb_path_query(answers, '$.** \\? (@.type() == "string" && @ like_regex "${uuidPattern}")') #>> '{}' AS uuid)
  FROM submissions WHERE ${ofDossier}`;

const papersSql = `
WITH noted AS (
  INSERT INTO dossier_reads (dossier_id, body_id, person_id, what, at)
  SELECT CAST(:dossierId AS uuid), CAST(:bodyId AS uuid), CAST(:personId AS uuid), CAST(:what AS text),
      CAST(:at AS timestamptz)
   WHERE CAST(:personId AS uuid) IS NOT NULL)
SELECT coalesce((${documents}), '[]') AS documents,
  coalesce((${messages}), '[]') AS messages,
  coalesce((${events}), '[]') AS events,
  coalesce((${submissions}), '[]') AS submissions,
  coalesce((SELECT json_object_agg(body_id, name) FROM bodies WHERE body_id IN (${idsInAnswers})), '{}')
    AS "bodyNames"`;

const nobody = { personId: null, what: null, at: null };

/**
 * Everything that a page about a dossier shows beside its snapshot, in one statement, which also notes who read it.
 * @param asked without `reading` nothing is noted
 */
export async function loadPapers(
  db: Db,
  asked: DossierKey & { readonly reading?: NotedReading },
): Promise<DossierPapers> {
  const { dossierId, bodyId, reading = nobody } = asked;
  const [papers] = await within([bodyId], () =>
    rowsOf<DossierPapers>(db, papersSql, { dossierId, bodyId, ...reading }),
  );
  if (papers === undefined) throw new Error('a SELECT without FROM gave no row');
  return papers;
}
