import type { Migration } from './migration.ts';

/** Tables whose rows belong to one dossier, with the columns of their key after body and dossier. */
const keys: Readonly<Record<string, readonly string[]>> = {
  events: ['sequence'],
  tasks: ['task_id'],
  waits: ['wait_id'],
  messages: ['message_id'],
  documents: ['document_id'],
  dossier_reads: ['read_id'],
  task_answers: ['task_id'],
  ratings: [],
  dossier_readers: ['reader'],
  dossier_words: ['audience'],
};

/** Their references to the dossier, and those of tables that have another key. */
const references = [...Object.keys(keys), 'submissions', 'registrations', 'thrown_messages'];

const each = (tables: readonly string[], statement: (table: string) => string): string =>
  tables.map(statement).join('\n');

/**
 * Keys, references and unique constraints of the rows of a dossier begin with its body, so that a database can place the
 * rows of a body together. No table is written anew, but commands and the answers of tasks in hand, which had no body.
 * References are checked afterwards by `references-with-body`, when nobody is kept waiting by it.
 */
export const keysWithBody: Migration = {
  number: 62,
  name: 'keys-with-body',
  sql: /* sql */ `
${each(references, (table) => `ALTER TABLE ${table} DROP CONSTRAINT ${table}_dossier_id_fkey;`)}

ALTER TABLE dossiers DROP CONSTRAINT dossiers_pkey, DROP CONSTRAINT dossiers_registration_key,
  ADD PRIMARY KEY (body_id, dossier_id), ADD UNIQUE (body_id, registration);
-- By which the body of a dossier is found.
CREATE INDEX dossiers_by_id ON dossiers (dossier_id) INCLUDE (body_id);

ALTER TABLE task_answers ADD COLUMN body_id uuid;
UPDATE task_answers a SET body_id = d.body_id FROM dossiers d WHERE d.dossier_id = a.dossier_id;
ALTER TABLE task_answers ALTER COLUMN body_id SET NOT NULL;

ALTER TABLE commands ADD COLUMN body_id uuid;
UPDATE commands c SET body_id = d.body_id FROM dossiers d WHERE d.dossier_id = CAST(c.answer ->> 'dossierId' AS uuid);
-- A command whose dossier is gone is never asked again.
DELETE FROM commands WHERE body_id IS NULL;
ALTER TABLE commands ALTER COLUMN body_id SET NOT NULL, DROP CONSTRAINT commands_pkey,
  ADD PRIMARY KEY (body_id, actor_id, key);

ALTER TABLE registrations DROP CONSTRAINT registrations_pkey, ADD PRIMARY KEY (body_id, registration);

-- What the new keys answer as well.
DROP INDEX tasks_of_dossier, tasks_open_of_dossier, messages_of_dossier, documents_of_dossier, dossier_reads_of_dossier,
  submissions_of_dossier;
${each(
  Object.keys(keys),
  (table) => `ALTER TABLE ${table} DROP CONSTRAINT ${table}_pkey,
  ADD PRIMARY KEY (${['body_id', 'dossier_id', ...(keys[table] ?? [])].join(', ')});`,
)}
CREATE INDEX tasks_open_of_dossier ON tasks (body_id, dossier_id) WHERE state = 'open';

-- Lists know the body of a row without reading the row.
DROP INDEX dossier_readers_in_order, tasks_queue, tasks_queue_by_opening;
CREATE INDEX dossier_readers_in_order ON dossier_readers (reader, concluded, submitted_at DESC, dossier_id DESC)
  INCLUDE (body_id);
CREATE INDEX tasks_queue ON tasks (office_body_id, office_code, role, sort_on, opened_at, task_id) INCLUDE (body_id)
  WHERE state = 'open' AND audience = 'office';
CREATE INDEX tasks_queue_by_opening ON tasks (office_body_id, office_code, role, opened_at, task_id) INCLUDE (body_id)
  WHERE state = 'open' AND audience = 'office';

DROP FUNCTION found_dossiers;
-- As \`found-dossiers\` says, in some bodies; in all of them without any.
CREATE FUNCTION found_dossiers(by_bodies uuid[], by_readers text[], query tsquery, states boolean[], most integer)
RETURNS TABLE (body_id uuid, dossier_id uuid, submitted_at timestamptz) LANGUAGE sql STABLE
SET enable_seqscan = off AS $$
  SELECT DISTINCT body_id, dossier_id, submitted_at FROM (
    SELECT w.body_id, w.dossier_id, w.submitted_at FROM dossier_words w
     WHERE w.readers && by_readers AND w.words @@ query AND w.concluded = ANY (states)
       AND (by_bodies IS NULL OR w.body_id = ANY (by_bodies)) LIMIT most) AS found
$$;

-- In whose dossiers offices of another body were ever to take part. An assignment may be corrected, what it began goes on.
CREATE TABLE guest_bodies (
  office_body_id uuid NOT NULL REFERENCES bodies,
  body_id uuid NOT NULL REFERENCES bodies,
  PRIMARY KEY (office_body_id, body_id)
);
CREATE FUNCTION note_guest() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO guest_bodies VALUES (NEW.office_body_id, NEW.body_id) ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER office_assignments_guests AFTER INSERT OR UPDATE ON office_assignments
  FOR EACH ROW WHEN (NEW.office_body_id <> NEW.body_id) EXECUTE FUNCTION note_guest();
INSERT INTO guest_bodies
  SELECT office_body_id, body_id FROM office_assignments WHERE office_body_id <> body_id
  UNION SELECT office_body_id, body_id FROM tasks WHERE office_body_id <> body_id;

${each(
  references,
  (table) =>
    `ALTER TABLE ${table} ADD CONSTRAINT ${table}_dossier_fkey FOREIGN KEY (body_id, dossier_id) REFERENCES dossiers NOT VALID;`,
)}
`,
};

/** Checks the references of before; reading and writing go on meanwhile. */
export const referencesWithBody: Migration = {
  number: 63,
  name: 'references-with-body',
  sql: each(references, (table) => `ALTER TABLE ${table} VALIDATE CONSTRAINT ${table}_dossier_fkey;`),
};
