/** An instant as all our JSON has it: UTC with milliseconds. */
const instant = (column: string): string => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** All rows of a table that say they belong to a dossier, as one JSON list; members that have no value are left out. */
const rowsOf = (table: string, members: string, order: string): string => `
  coalesce((SELECT json_agg(json_strip_nulls(json_build_object('dossierId', dossier_id, ${members})) ORDER BY ${order})
              FROM ${table} WHERE body_id = page.body_id AND dossier_id = page.dossier_id), '[]')`;

/**
 * Some dossiers with every row that the audit compares: read in one statement, so that what moves meanwhile does not
 * look altered.
 */
export const pageSql = `
WITH page AS MATERIALIZED (
  SELECT * FROM dossiers
   WHERE dossier_id > CAST(:after AS uuid) AND (CAST(:dossierId AS uuid) IS NULL OR dossier_id = CAST(:dossierId AS uuid))
   ORDER BY dossier_id LIMIT :page)
SELECT page.dossier_id AS "dossierId", page.snapshot,
  json_build_object('bodyId', body_id, 'procedureId', procedure_id, 'procedureVersion', procedure_version, 'officeCode',
    office_code, 'registration', registration, 'subject', subject, 'applicantName', applicant_name, 'submittedAt',
    ${instant('submitted_at')}, 'closedAt', ${instant('closed_at')}, 'milestone', milestone, 'outcome', outcome,
    'deadlineOn', deadline_on, 'termState', term_state, 'partyIds', party_ids, 'partyFiscalCodes', party_fiscal_codes,
    'eventCount', event_count, 'headHash', head_hash) AS columns,
  coalesce((SELECT json_agg(json_build_object('dossierId', dossier_id, 'sequence', sequence, 'type', type, 'at',
      ${instant('at')}, 'actor', actor, 'data', data, 'previousHash', previous_hash, 'hash', hash) ORDER BY sequence)
    FROM events WHERE body_id = page.body_id AND dossier_id = page.dossier_id), '[]') AS events,
  coalesce((SELECT json_agg(jsonb_build_object('bodyId', body_id, 'sequence', sequence, 'kind', kind, 'elementId',
      element_id, 'procedureId', procedure_id, 'procedureVersion', procedure_version, 'formId', form_id, 'answers', answers,
      'context', context, 'author', author, 'at', ${instant('at')})
      || jsonb_strip_nulls(jsonb_build_object('waitId', wait_id, 'hash', hash)) ORDER BY sequence)
    FROM submissions WHERE body_id = page.body_id AND dossier_id = page.dossier_id), '[]') AS submissions,
  (SELECT array_agg(DISTINCT body_id) FROM events WHERE body_id = page.body_id AND dossier_id = page.dossier_id) AS "eventBodies",
  ${rowsOf(
    'documents',
    `'bodyId', body_id, 'documentId', document_id, 'kind', kind, 'title', title, 'fileName', file_name, 'mediaType',
     media_type, 'size', size, 'sha256', sha256, 'addedAt', ${instant('added_at')}, 'addedBy', added_by, 'readableBy',
     readable_by, 'registration', registration`,
    'document_id',
  )} AS documents,
  ${rowsOf(
    'messages',
    `'bodyId', body_id, 'messageId', message_id, 'templateId', template_id, 'subject', subject, 'body', body, 'to',
     recipients, 'audience', audience, 'sentAt', ${instant('sent_at')}`,
    'message_id',
  )} AS messages,
  coalesce((SELECT json_agg(json_build_object('bodyId', body_id, 'taskId', task_id, 'procedureId', procedure_id, 'elementId',
      element_id, 'name', name, 'audience', audience, 'officeBodyId', office_body_id, 'officeCode', office_code, 'role', role,
      'openedAt', ${instant('opened_at')}, 'dueOn', due_on, 'deadlineOn', deadline_on, 'claimedBy', claimed_by,
      'claimedName', claimed_name, 'state', state, 'closedAt', ${instant('closed_at')}) ORDER BY task_id)
    FROM tasks WHERE body_id = page.body_id AND dossier_id = page.dossier_id), '[]') AS tasks,
  coalesce((SELECT json_agg(json_build_object('bodyId', body_id, 'waitId', wait_id, 'type', type, 'elementId', element_id,
      'dueAt', ${instant('due_at')}, 'name', name, 'correlationKey', correlation_key,
      'hearsOthers', hears_others) ORDER BY wait_id)
    FROM waits WHERE body_id = page.body_id AND dossier_id = page.dossier_id), '[]') AS waits
  FROM page ORDER BY page.dossier_id`;
