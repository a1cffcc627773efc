import { instantSql } from '../store/instant-sql.ts';
import type { Statement } from '../store/transaction.ts';

/**
 * Waits for everybody who uses the same key ($1), works on the same dossier ($2 of body $4) or submits the same draft
 * ($3), and for whoever publishes or retires the procedure of a submission ($5, `publicationLock`).
 */
export const lockSql: Statement = {
  name: 'iter-lock',
  text: /* sql */ `
SELECT pg_advisory_xact_lock(hashtextextended($1, 0)),
  CASE WHEN $5::text IS NOT NULL THEN pg_advisory_xact_lock_shared(hashtext($5::text)) END,
  (SELECT 1 FROM dossiers WHERE body_id = $4::uuid AND dossier_id = $2::uuid FOR UPDATE) AS dossier,
  (SELECT 1 FROM drafts WHERE draft_id = $3::uuid FOR UPDATE) AS draft`,
};

/**
 * Reads what a step needs: of actor $1 with key $2, dossier $3 of body $4, draft $5 of a submission, uploads $6, and
 * the offices that roles of the procedure are assigned to on the day $8, that of the dossier or $7 of a new one, and
 * the values that the body gives on that day to parameters of $7, and whether $7 is retired.
 */
export const loadSql: Statement = {
  name: 'iter-load',
  text: /* sql */ `
WITH earlier AS (
  SELECT command_hash, answer FROM commands WHERE body_id = $4::uuid AND actor_id = $1 AND key = $2),
place AS (
  SELECT procedure_id, snapshot || jsonb_build_object('eventCount', event_count, 'headHash', head_hash) AS dossier
    FROM dossiers WHERE body_id = $4::uuid AND dossier_id = $3::uuid),
body AS (
  SELECT body_id, name, ipa_code FROM bodies WHERE body_id = $4::uuid),
draft AS (
  SELECT person_id, dossier_id, known FROM drafts WHERE draft_id = $5::uuid)
SELECT
  (SELECT jsonb_build_object('commandHash', command_hash, 'answer', answer) FROM earlier) AS earlier,
  (SELECT dossier FROM place) AS dossier,
  (SELECT jsonb_build_object('personId', person_id, 'dossierId', dossier_id, 'known', known) FROM draft) AS draft,
  (SELECT jsonb_build_object('bodyId', body_id, 'name', name, 'ipaCode', ipa_code) FROM body) AS body,
  (SELECT jsonb_object_agg(o.code, o.name) FROM offices o JOIN body USING (body_id)
    WHERE o.last_on IS NULL OR o.last_on >= $8::date) AS offices,
  (SELECT jsonb_object_agg(a.role, jsonb_build_object('bodyId', a.office_body_id, 'code', a.office_code,
            'name', CASE WHEN a.office_body_id = a.body_id THEN o.name ELSE b.name || ', ' || o.name END) ORDER BY a.first_on)
     FROM office_assignments a
     JOIN body USING (body_id)
     JOIN offices o ON o.body_id = a.office_body_id AND o.code = a.office_code
     JOIN bodies b ON b.body_id = a.office_body_id
    WHERE a.procedure_id = coalesce((SELECT procedure_id FROM place), $7::text)
      AND a.first_on <= $8::date AND (a.last_on IS NULL OR a.last_on >= $8::date)) AS assigned,
  (SELECT ${instantSql('retired_at')} FROM procedures WHERE procedure_id = $7::text) AS retired_at,
  (SELECT jsonb_agg(jsonb_build_object('name', p.name, 'value', p.value, 'source', p.source) ORDER BY p.name)
     FROM body_parameters p JOIN body USING (body_id)
    WHERE p.procedure_id = $7::text AND p.first_on <= $8::date AND (p.last_on IS NULL OR p.last_on >= $8::date))
    AS body_parameters,
  (SELECT jsonb_agg(jsonb_build_object('uploadId', upload_id, 'name', name, 'size', size, 'mediaType', media_type,
            'sha256', sha256, 'personId', person_id, 'createdAt', ${instantSql('created_at')}, 'signed', signed,
            'signers', signers, 'signatureFault', signature_fault, 'dossierId', dossier_id))
     FROM uploads
    WHERE upload_id = ANY ($6::uuid[])
      AND (dossier_id = $3::uuid OR (dossier_id IS NULL AND person_id::text = $1))) AS uploads`,
};
