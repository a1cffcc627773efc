import { mayGet } from '../store/tables/thrown-messages.ts';
import type { Statement } from '../store/transaction.ts';
import { readsSql } from './reads-sql.ts';

/** Keys of other rows are no instants. */
const readsBefore = `CASE row->>'table' WHEN 'dossier_reads' THEN row->>'key' END`;

/**
 * Writes a step of body $4 from one JSON value. All parts see the database as it was before the statement, so no row
 * may be touched by two of them. What another dossier has taken meanwhile makes the statement fail (`refuse_step`).
 * Without a step (null) it does nothing, by which a new connection plans it. Parts that only call functions are named
 * in the final SELECT, without which they would not run.
 */
export const saveSql: Statement = {
  name: 'iter-save',
  text: /* sql */ `
WITH RECURSIVE counter AS (
  INSERT INTO registration_counters AS c (body_id, year, last) SELECT $4::uuid, $5::int, 1 WHERE $2::text IS NOT NULL
  ON CONFLICT (body_id, year) DO UPDATE SET last = c.last + 1
  RETURNING last::text),
number AS MATERIALIZED (
  SELECT lpad(last, greatest(7, length(last)), '0') AS long, last AS short FROM counter),
input AS MATERIALIZED (
  SELECT coalesce((SELECT replace(replace($1::text, $2, long), $3::text, short) FROM number), $1)::jsonb AS step),
place AS MATERIALIZED (
  SELECT (step->>'dossierId')::uuid AS dossier_id, $4::uuid AS body_id, (step->>'at')::timestamptz AS at
    FROM input),
sealed AS MATERIALIZED (
  SELECT position, row->>'table' AS "table", row->>'key' AS key, row->>'name' AS name,
    CASE row->>'table' WHEN 'dossier_reads' THEN jsonb_build_object('rows', reads) ELSE row->'columns' END AS columns
    FROM input, place, jsonb_array_elements(step->'sealed') WITH ORDINALITY AS s(row, position)
    LEFT JOIN LATERAL ${readsSql('place.body_id', 'place.dossier_id', readsBefore)} AS r(reads)
      ON true
   WHERE row->>'table' IS DISTINCT FROM 'dossier_reads' OR reads IS NOT NULL),
seals AS MATERIALIZED (
  SELECT ',"seals":{' || string_agg(to_json(name)::text || ':{' || (
      SELECT string_agg(to_json(c.key)::text || ':"' || encode(sha256(convert_to(c.value, 'UTF8')), 'hex') || '"', ','
               ORDER BY c.key COLLATE "C")
        FROM jsonb_each_text(columns) AS c) || '}', ',' ORDER BY position) || '}' AS text FROM sealed),
chain AS (
  SELECT 0 AS links, step->'head'->>'hash' AS hash, NULL::text AS before, NULL::jsonb AS event FROM input
  UNION ALL
  SELECT links + 1, encode(sha256(convert_to(link.text, 'UTF8')), 'hex'), chain.hash, link.text::jsonb
    FROM chain, input, seals, LATERAL (
      SELECT step->'events'->links->>'before' || chain.hash || '"'
        || CASE WHEN (step->'events'->links->>'isLast')::boolean THEN seals.text ELSE '' END
        || (step->'events'->links->>'after') AS text) AS link
   WHERE link.text IS NOT NULL),
head AS MATERIALIZED (
  SELECT hash, (step->'head'->>'count')::int + links AS events FROM chain, input ORDER BY links DESC LIMIT 1),
dossier AS (
  INSERT INTO dossiers (dossier_id, body_id, procedure_id, procedure_version, office_code, registration, subject,
    applicant_name, submitted_at, closed_at, milestone, outcome, deadline_on, term_state, party_ids, party_fiscal_codes,
    mandates, conflicted_ids, snapshot, event_count, head_hash)
  SELECT place.dossier_id, place.body_id, d."procedureId", d."procedureVersion", d."officeCode", d.registration, d.subject,
    d."applicantName", d."submittedAt", d."closedAt", d.milestone, d.outcome, d."deadlineOn", d."termState", d."partyIds",
    d."partyFiscalCodes", d.mandates, d."conflictedIds", (sealed.columns->>'snapshot')::jsonb, head.events, head.hash
    FROM input, place, head, sealed, jsonb_to_record(step->'dossier') AS d("procedureId" text, "procedureVersion" int, "officeCode" text,
      registration text, subject text, "applicantName" text, "submittedAt" timestamptz, "closedAt" timestamptz,
      milestone text, outcome text, "deadlineOn" date, "termState" text, "partyIds" uuid[], "partyFiscalCodes" text[],
      mandates jsonb, "conflictedIds" uuid[])
   WHERE sealed."table" = 'dossiers'
  ON CONFLICT (body_id, dossier_id) DO UPDATE SET office_code = excluded.office_code, subject = excluded.subject,
    applicant_name = excluded.applicant_name, closed_at = excluded.closed_at, milestone = excluded.milestone,
    outcome = excluded.outcome, deadline_on = excluded.deadline_on, term_state = excluded.term_state,
    party_ids = excluded.party_ids, party_fiscal_codes = excluded.party_fiscal_codes,
    mandates = excluded.mandates, conflicted_ids = excluded.conflicted_ids, snapshot = excluded.snapshot,
    event_count = excluded.event_count, head_hash = excluded.head_hash),
written_events AS (
  INSERT INTO events (dossier_id, sequence, body_id, type, at, actor, data, previous_hash, seals, hash)
  SELECT place.dossier_id, e.sequence, place.body_id, e.type, e.at, e.actor, e.data, chain.before, e.seals, chain.hash
    FROM chain, place, jsonb_to_record(event) AS e(sequence int, type text, at timestamptz, actor jsonb, data jsonb,
      seals jsonb)
   WHERE event IS NOT NULL),
written_submissions AS (
  INSERT INTO submissions (body_id, dossier_id, sequence, kind, element_id, wait_id, procedure_id, procedure_version, form_id,
    answers, context, author, at, hash, corrects)
  SELECT place.body_id, place.dossier_id, sealed.key::int, s.kind, s."elementId", s."waitId", s."procedureId",
    s."procedureVersion", s."formId", s.answers::jsonb, s.context::jsonb, s.author::jsonb, s.at, s.hash,
    s.corrects
    FROM sealed, place, jsonb_to_record(columns) AS s(kind text, "elementId" text, "waitId" text, "procedureId" text,
      "procedureVersion" int, "formId" text, answers text, context text, author text, at timestamptz, hash text, corrects int)
   WHERE sealed."table" = 'submissions'),
open_tasks AS (
  INSERT INTO tasks AS old (task_id, dossier_id, body_id, procedure_id, element_id, name, audience, office_body_id, office_code, role, opened_at,
    due_on, deadline_on, claimed_by, claimed_name, about, only_for, state)
  SELECT t."taskId", place.dossier_id, place.body_id, step->'dossier'->>'procedureId', t."elementId", t.name, t.audience, t."officeBodyId", t."officeCode", t.role,
    t."openedAt", t."dueOn", t."deadlineOn", t."claimedBy", t."claimedName", t.about, t."onlyFor", 'open'
    FROM input, place, jsonb_to_recordset(step->'tasks') AS t("taskId" text, "elementId" text, name text, audience text,
      "officeBodyId" uuid, "officeCode" text, role text, "openedAt" timestamptz, "dueOn" date, "deadlineOn" date, "claimedBy" uuid,
      "claimedName" text, about text, "onlyFor" text[])
  ON CONFLICT (body_id, dossier_id, task_id) DO UPDATE SET due_on = excluded.due_on, deadline_on = excluded.deadline_on,
    claimed_by = excluded.claimed_by, claimed_name = excluded.claimed_name
    WHERE (old.due_on, old.deadline_on, old.claimed_by) IS DISTINCT FROM
          (excluded.due_on, excluded.deadline_on, excluded.claimed_by)),
closed_tasks AS (
  UPDATE tasks SET state = columns->>'state', closed_at = place.at, deadline_on = NULL FROM sealed, place
   WHERE sealed."table" = 'tasks'
     AND tasks.body_id = place.body_id AND tasks.dossier_id = place.dossier_id AND tasks.task_id = sealed.key),
gone_answers AS (
  DELETE FROM task_answers AS old USING sealed, place
   WHERE sealed."table" = 'tasks'
     AND old.body_id = place.body_id AND old.dossier_id = place.dossier_id AND old.task_id = sealed.key),
gone_waits AS (
  DELETE FROM waits USING input, place
   WHERE waits.body_id = place.body_id AND waits.dossier_id = place.dossier_id
     AND NOT EXISTS (SELECT 1 FROM jsonb_to_recordset(step->'waits') AS w("waitId" text) WHERE w."waitId" = waits.wait_id)),
open_waits AS (
  INSERT INTO waits AS old (dossier_id, wait_id, body_id, type, element_id, due_at, name, correlation_key, hears_others)
  SELECT place.dossier_id, w."waitId", place.body_id, w.type, w."elementId", w."dueAt", w.name, w."correlationKey",
    w."hearsOthers"
    FROM input, place, jsonb_to_recordset(step->'waits') AS w("waitId" text, type text, "elementId" text,
      "dueAt" timestamptz, name text, "correlationKey" text, "hearsOthers" boolean)
  ON CONFLICT (body_id, dossier_id, wait_id) DO UPDATE SET due_at = excluded.due_at
    WHERE old.due_at IS DISTINCT FROM excluded.due_at),
new_messages AS (
  INSERT INTO messages (message_id, dossier_id, body_id, template_id, subject, body, recipients, audience, sent_at)
  SELECT sealed.key, place.dossier_id, place.body_id, m."templateId", m.subject, m.body, m.recipients::jsonb, m.audience,
    m."sentAt"
    FROM sealed, place, jsonb_to_record(columns) AS m("templateId" text, subject text, body text, recipients text,
      audience text, "sentAt" timestamptz)
   WHERE sealed."table" = 'messages'),
thrown AS (
  INSERT INTO thrown_messages (message_id, dossier_id, body_id, name, correlation_key, payload, thrown_at, expires_at, state)
  SELECT t."messageId", place.dossier_id, place.body_id, t.message, t."correlationKey", t.payload, place.at, t."expiresAt",
    'waiting'
    FROM input, place, jsonb_to_recordset(step->'messagesThrown') AS t("messageId" text, message text,
      "correlationKey" text, payload jsonb, "expiresAt" timestamptz)),
settled AS (
  UPDATE thrown_messages AS m SET state = s."as", settled_at = place.at, payload = '{}',
    received_by = CASE s."as" WHEN 'received' THEN place.dossier_id END
    FROM input, place, jsonb_to_record(step->'messageSettled') AS s("messageId" text, "as" text)
   WHERE m.message_id = s."messageId" AND m.state = 'waiting'
  RETURNING 1),
kept AS (
  SELECT DISTINCT m.message_id, m.dossier_id
    FROM input, place, jsonb_to_recordset(step->'waits') AS w("waitId" text, type text, name text, "correlationKey" text,
      "hearsOthers" boolean), thrown_messages m
   WHERE w.type = 'message' AND m.name = w.name AND m.state = 'waiting'
     AND ${mayGet({ key: 'w."correlationKey"', body: 'place.body_id', hearsOthers: 'w."hearsOthers"' }, { key: 'm.correlation_key', body: 'm.body_id' })}
     AND NOT EXISTS (SELECT 1 FROM waits old
       WHERE old.body_id = place.body_id AND old.dossier_id = place.dossier_id AND old.wait_id = w."waitId")),
new_documents AS (
  INSERT INTO documents (document_id, dossier_id, body_id, kind, title, file_name, media_type, size, sha256, added_at,
    added_by, readable_by, registration)
  SELECT sealed.key, place.dossier_id, place.body_id, d.kind, d.title, d."fileName", d."mediaType", d.size, d.sha256,
    d."addedAt", d."addedBy", ARRAY(SELECT jsonb_array_elements_text(d."readableBy"::jsonb)), d.registration
    FROM sealed, place, jsonb_to_record(columns) AS d(kind text, title text, "fileName" text, "mediaType" text, size bigint,
      sha256 text, "addedAt" timestamptz, "addedBy" text, "readableBy" text, registration text)
   WHERE sealed."table" = 'documents'),
bound AS (
  UPDATE uploads SET dossier_id = place.dossier_id FROM sealed, place
   WHERE sealed."table" = 'uploads' AND uploads.upload_id = sealed.key::uuid AND uploads.dossier_id IS NULL
  RETURNING 1),
draft AS (
  UPDATE drafts SET dossier_id = place.dossier_id FROM input, place
   WHERE drafts.draft_id = (step->>'draftId')::uuid),
register AS (
  INSERT INTO registrations (registration, body_id, dossier_id, direction, registered_at, subject, correspondent, hashes)
  SELECT sealed.key, place.body_id, place.dossier_id, r.direction, r."registeredAt", r.subject, r.correspondent,
    ARRAY(SELECT jsonb_array_elements_text(r.hashes::jsonb))
    FROM sealed, place, jsonb_to_record(columns) AS r(direction text, "registeredAt" timestamptz, subject text,
      correspondent text, hashes text)
   WHERE sealed."table" = 'registrations'),
readers AS (
  INSERT INTO dossier_readers AS old (reader, concluded, submitted_at, dossier_id, body_id)
  SELECT r.reader, (step->'search'->>'concluded')::boolean, (step->'dossier'->>'submittedAt')::timestamptz,
    place.dossier_id, place.body_id
    FROM input, place, jsonb_array_elements_text(nullif(step->'search'->'readers', 'null')) AS r(reader)
  ON CONFLICT (body_id, dossier_id, reader) DO UPDATE SET concluded = excluded.concluded
    WHERE old.concluded <> excluded.concluded),
gone_readers AS (
  DELETE FROM dossier_readers AS old USING input, place
   WHERE old.body_id = place.body_id AND old.dossier_id = place.dossier_id AND step->'search'->'readers' <> 'null'
     AND NOT jsonb_exists(step->'search'->'readers', old.reader)),
words AS (
  INSERT INTO dossier_words AS old (dossier_id, audience, body_id, readers, concluded, submitted_at, own, files)
  SELECT place.dossier_id, w.audience, place.body_id, w.readers, (step->'search'->>'concluded')::boolean,
    (step->'dossier'->>'submittedAt')::timestamptz,
    strip(to_tsvector('iter_italian', w.written)) || array_to_tsvector(w.plain),
    strip(to_tsvector('iter_italian', w."filesWritten")) || array_to_tsvector(w."filesPlain")
    FROM input, place, jsonb_to_recordset(step->'search'->'words') AS w(audience text, readers text[], written text,
      plain text[], "filesWritten" text, "filesPlain" text[])
  ON CONFLICT (body_id, dossier_id, audience) DO UPDATE SET readers = excluded.readers, concluded = excluded.concluded,
    own = excluded.own, files = old.files || excluded.files),
new_words AS (
  INSERT INTO search_words (word)
  SELECT word FROM input, jsonb_array_elements_text(step->'search'->'newWords') AS word ORDER BY word
  ON CONFLICT DO NOTHING),
command AS (
  INSERT INTO commands (body_id, actor_id, key, command_hash, answer, at)
  SELECT place.body_id, c."actorId", c.key, c."commandHash", c.answer || jsonb_build_object('headHash', head.hash), place.at
    FROM input, place, head, jsonb_to_record(step->'command') AS c("actorId" text, key text, "commandHash" text, answer jsonb)
   WHERE c.key IS NOT NULL),
dropped_jobs AS MATERIALIZED (
  SELECT graphile_worker.remove_job(key) FROM input, jsonb_array_elements_text(step->'jobsDropped') AS key),
new_jobs AS MATERIALIZED (
  SELECT count(*) AS added FROM input, graphile_worker.add_jobs(ARRAY(
    SELECT ROW(j.type, j.payload, NULL, j."runAt", j.attempts, j.key, NULL, NULL)::graphile_worker.job_spec
      FROM jsonb_to_recordset(step->'jobs') AS j(type text, payload json, "runAt" timestamptz, attempts int, key text)
    UNION ALL
    SELECT ROW('deliver-message', json_build_object('messageId', kept.message_id, 'dossierId', kept.dossier_id), NULL, NULL,
      25, 'message:' || kept.message_id, NULL, NULL)::graphile_worker.job_spec
      FROM kept))
   WHERE jsonb_array_length(step->'jobs') > 0 OR EXISTS (SELECT 1 FROM kept))
SELECT (SELECT hash FROM head) AS "headHash", (SELECT long FROM number) AS number,
  (SELECT count(*) FROM dropped_jobs) AS dropped, (SELECT added FROM new_jobs) AS added,
  CASE WHEN step->'messageSettled' ? 'messageId' AND NOT EXISTS (SELECT 1 FROM settled)
       THEN refuse_step('wait.not-open')
       WHEN (SELECT count(*) FROM bound) <> (SELECT count(*) FROM sealed WHERE "table" = 'uploads')
       THEN refuse_step('upload.not-found') END AS refused
  FROM input`,
};
