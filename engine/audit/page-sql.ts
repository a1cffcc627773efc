import { readsSql } from '../run/reads-sql.ts';
import { sealableSql } from '../run/sealable-sql.ts';
import { instantSql } from '../store/instant-sql.ts';

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
    ${instantSql('submitted_at')}, 'closedAt', ${instantSql('closed_at')}, 'milestone', milestone, 'outcome', outcome,
    'deadlineOn', deadline_on, 'termState', term_state, 'partyIds', party_ids, 'partyFiscalCodes', party_fiscal_codes,
    'mandates', mandates, 'conflictedIds', conflicted_ids, 'eventCount', event_count, 'headHash', head_hash) AS columns,
  coalesce((SELECT json_agg(jsonb_build_object('dossierId', dossier_id, 'sequence', sequence, 'type', type, 'at',
      ${instantSql('at')}, 'actor', actor, 'data', data, 'previousHash', previous_hash, 'hash', hash)
      || CASE WHEN seals IS NULL THEN '{}' ELSE jsonb_build_object('seals', seals) END ORDER BY sequence)
    FROM events WHERE body_id = page.body_id AND dossier_id = page.dossier_id), '[]') AS events,
  (${sealableSql('page.body_id', 'page.dossier_id')}) AS beside,
  coalesce((SELECT json_agg(json_build_object('bodyId', body_id, 'waitId', wait_id, 'type', type, 'elementId', element_id,
      'dueAt', ${instantSql('due_at')}, 'name', name, 'correlationKey', correlation_key,
      'hearsOthers', hears_others) ORDER BY wait_id)
    FROM waits WHERE body_id = page.body_id AND dossier_id = page.dossier_id), '[]') AS waits,
  (SELECT json_build_object('before', before, 'text', ${readsSql('page.body_id', 'page.dossier_id', 'before')})
     FROM (SELECT max(substr(name, length('dossier_reads ') + 1)) AS before
             FROM events e, jsonb_object_keys(CASE jsonb_typeof(e.seals) WHEN 'object' THEN e.seals ELSE '{}' END) AS name
            WHERE e.body_id = page.body_id AND e.dossier_id = page.dossier_id AND name LIKE 'dossier\\_reads %') AS last) AS reads
  FROM page ORDER BY page.dossier_id`;
