import type { Migration } from './migration.ts';

/**
 * The first tables. Every table of a dossier carries `body_id`, by which the rows of one body can be placed together.
 * What must never change (events, registrations, published versions) is refused by the database itself.
 */
export const initial: Migration = {
  number: 1,
  name: 'initial',
  sql: /* sql */ `
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'table % is append-only: % is refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'ITR01';
END $$;

-- Bodies, offices, people ------------------------------------------------------------------------------------------

CREATE TABLE bodies (
  body_id uuid PRIMARY KEY,
  name text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('region', 'municipality', 'union', 'health-authority', 'agency')),
  ipa_code text NOT NULL UNIQUE,
  istat_code text,
  province text
);

CREATE TABLE offices (
  body_id uuid NOT NULL REFERENCES bodies,
  code text NOT NULL,
  name text NOT NULL,
  PRIMARY KEY (body_id, code)
);

CREATE TABLE municipalities (
  istat_code text PRIMARY KEY,
  name text NOT NULL,
  province text NOT NULL,
  region_code text NOT NULL,
  cadastral_code text
);
CREATE INDEX municipalities_by_name ON municipalities (lower(name) text_pattern_ops);

CREATE TABLE seeds (
  name text PRIMARY KEY,
  content_hash text NOT NULL,
  applied_at timestamptz NOT NULL
);

CREATE TABLE people (
  person_id uuid PRIMARY KEY,
  issuer text NOT NULL,
  subject text NOT NULL,
  given_name text NOT NULL,
  family_name text NOT NULL,
  fiscal_code text,
  email text,
  created_at timestamptz NOT NULL,
  seen_at timestamptz NOT NULL,
  UNIQUE (issuer, subject)
);
CREATE INDEX people_by_fiscal_code ON people (fiscal_code);

CREATE TABLE memberships (
  person_id uuid NOT NULL REFERENCES people,
  body_id uuid NOT NULL,
  office_code text NOT NULL,
  role text NOT NULL,
  PRIMARY KEY (person_id, body_id, office_code, role),
  FOREIGN KEY (body_id, office_code) REFERENCES offices
);

CREATE TABLE sessions (
  session_id text PRIMARY KEY,
  data jsonb NOT NULL,
  expires_at timestamptz NOT NULL
);
CREATE INDEX sessions_by_expiry ON sessions (expires_at);

-- Procedures ---------------------------------------------------------------------------------------------------------

CREATE TABLE procedures (
  procedure_id text PRIMARY KEY,
  current_version integer NOT NULL
);

CREATE TABLE procedure_versions (
  procedure_id text NOT NULL,
  version integer NOT NULL CHECK (version > 0),
  content_hash text NOT NULL,
  files jsonb NOT NULL,
  published_at timestamptz NOT NULL,
  PRIMARY KEY (procedure_id, version)
);
CREATE TRIGGER procedure_versions_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON procedure_versions
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE procedure_versions ENABLE ALWAYS TRIGGER procedure_versions_append_only;

-- Before the dossier -------------------------------------------------------------------------------------------------

CREATE TABLE drafts (
  draft_id uuid PRIMARY KEY,
  person_id uuid NOT NULL REFERENCES people,
  procedure_id text NOT NULL,
  procedure_version integer NOT NULL,
  revision integer NOT NULL DEFAULT 1,
  answers jsonb NOT NULL DEFAULT '{}',
  page_id text,
  created_at timestamptz NOT NULL,
  saved_at timestamptz NOT NULL,
  dossier_id uuid,
  FOREIGN KEY (procedure_id, procedure_version) REFERENCES procedure_versions
);
CREATE UNIQUE INDEX drafts_one_open ON drafts (person_id, procedure_id) WHERE dossier_id IS NULL;

CREATE TABLE uploads (
  upload_id uuid PRIMARY KEY,
  person_id uuid NOT NULL REFERENCES people,
  name text NOT NULL,
  size bigint NOT NULL CHECK (size > 0),
  media_type text NOT NULL,
  sha256 text NOT NULL,
  created_at timestamptz NOT NULL,
  dossier_id uuid
);
CREATE INDEX uploads_unbound ON uploads (created_at) WHERE dossier_id IS NULL;
CREATE INDEX uploads_by_content ON uploads (sha256);

-- The dossier --------------------------------------------------------------------------------------------------------

CREATE TABLE dossiers (
  dossier_id uuid PRIMARY KEY,
  body_id uuid NOT NULL REFERENCES bodies,
  procedure_id text NOT NULL,
  procedure_version integer NOT NULL,
  office_code text NOT NULL,
  registration text NOT NULL UNIQUE,
  subject text NOT NULL,
  applicant_name text NOT NULL,
  submitted_at timestamptz NOT NULL,
  closed_at timestamptz,
  milestone text NOT NULL,
  outcome text,
  deadline_on date,
  term_state text,
  party_ids uuid[] NOT NULL,
  party_fiscal_codes text[] NOT NULL,
  snapshot jsonb NOT NULL,
  event_count integer NOT NULL,
  head_hash text NOT NULL,
  words tsvector NOT NULL GENERATED ALWAYS AS (
    to_tsvector('simple', applicant_name || ' ' || subject || ' ' || replace(registration, '/', ' ')) ||
    to_tsvector('italian', subject)
  ) STORED,
  FOREIGN KEY (procedure_id, procedure_version) REFERENCES procedure_versions
);
CREATE INDEX dossiers_of_office ON dossiers (body_id, office_code, submitted_at DESC);
CREATE INDEX dossiers_by_party ON dossiers USING gin (party_ids);
CREATE INDEX dossiers_by_fiscal_code ON dossiers USING gin (party_fiscal_codes);
CREATE INDEX dossiers_by_words ON dossiers USING gin (words);

CREATE TABLE events (
  dossier_id uuid NOT NULL REFERENCES dossiers,
  sequence integer NOT NULL CHECK (sequence > 0),
  body_id uuid NOT NULL,
  type text NOT NULL,
  at timestamptz NOT NULL,
  actor jsonb NOT NULL,
  data jsonb NOT NULL,
  previous_hash text NOT NULL,
  hash text NOT NULL,
  PRIMARY KEY (dossier_id, sequence)
);
CREATE TRIGGER events_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON events
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE events ENABLE ALWAYS TRIGGER events_append_only;

CREATE TABLE tasks (
  task_id text PRIMARY KEY,
  dossier_id uuid NOT NULL REFERENCES dossiers,
  body_id uuid NOT NULL,
  element_id text NOT NULL,
  name text NOT NULL,
  audience text NOT NULL CHECK (audience IN ('party', 'office')),
  office_code text,
  role text NOT NULL,
  opened_at timestamptz NOT NULL,
  due_on date,
  deadline_on date,
  claimed_by uuid,
  claimed_name text,
  state text NOT NULL CHECK (state IN ('open', 'completed', 'cancelled')),
  closed_at timestamptz
);
CREATE INDEX tasks_queue ON tasks (body_id, office_code, (coalesce(due_on, deadline_on)), opened_at)
  WHERE state = 'open' AND audience = 'office';
CREATE INDEX tasks_queue_by_opening ON tasks (body_id, office_code, opened_at)
  WHERE state = 'open' AND audience = 'office';
CREATE INDEX tasks_of_dossier ON tasks (dossier_id);

CREATE TABLE waits (
  dossier_id uuid NOT NULL REFERENCES dossiers,
  wait_id text NOT NULL,
  body_id uuid NOT NULL,
  type text NOT NULL,
  element_id text NOT NULL,
  due_at timestamptz,
  PRIMARY KEY (dossier_id, wait_id)
);
CREATE INDEX waits_due ON waits (due_at) WHERE due_at IS NOT NULL;

CREATE TABLE messages (
  message_id text PRIMARY KEY,
  dossier_id uuid NOT NULL REFERENCES dossiers,
  body_id uuid NOT NULL,
  template_id text NOT NULL,
  subject text NOT NULL,
  body text NOT NULL,
  recipients jsonb NOT NULL,
  audience text NOT NULL,
  sent_at timestamptz NOT NULL
);
CREATE INDEX messages_of_dossier ON messages (dossier_id, sent_at);

CREATE TABLE documents (
  document_id text PRIMARY KEY,
  dossier_id uuid NOT NULL REFERENCES dossiers,
  body_id uuid NOT NULL,
  kind text NOT NULL,
  title text NOT NULL,
  file_name text NOT NULL,
  media_type text NOT NULL,
  size bigint NOT NULL,
  sha256 text NOT NULL,
  added_at timestamptz NOT NULL,
  added_by text NOT NULL,
  readable_by text[] NOT NULL,
  registration text
);
CREATE INDEX documents_of_dossier ON documents (dossier_id, added_at);
CREATE INDEX documents_by_content ON documents (sha256);

-- Register (DPR 445/2000, art. 53) -----------------------------------------------------------------------------------

CREATE TABLE registration_counters (
  body_id uuid NOT NULL REFERENCES bodies,
  year integer NOT NULL,
  last integer NOT NULL,
  PRIMARY KEY (body_id, year)
);

CREATE TABLE registrations (
  registration text PRIMARY KEY,
  body_id uuid NOT NULL REFERENCES bodies,
  dossier_id uuid NOT NULL REFERENCES dossiers,
  direction text NOT NULL CHECK (direction IN ('in', 'out')),
  registered_at timestamptz NOT NULL,
  subject text NOT NULL,
  correspondent text NOT NULL,
  hashes text[] NOT NULL
);
CREATE TRIGGER registrations_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON registrations
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE registrations ENABLE ALWAYS TRIGGER registrations_append_only;

-- Beside the dossier -------------------------------------------------------------------------------------------------

CREATE TABLE commands (
  actor_id text NOT NULL,
  key text NOT NULL,
  command_hash text NOT NULL,
  answer jsonb NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (actor_id, key)
);

CREATE TABLE incidents (
  incident_id bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
  job_id text NOT NULL UNIQUE,
  task text NOT NULL,
  dossier_id uuid,
  payload jsonb NOT NULL,
  attempts integer NOT NULL,
  error text NOT NULL,
  at timestamptz NOT NULL
);

CREATE TABLE dossier_reads (
  read_id bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
  dossier_id uuid NOT NULL REFERENCES dossiers,
  body_id uuid NOT NULL,
  person_id uuid NOT NULL,
  what text NOT NULL,
  at timestamptz NOT NULL
);
CREATE INDEX dossier_reads_of_dossier ON dossier_reads (dossier_id, at);

CREATE TABLE task_answers (
  task_id text PRIMARY KEY,
  dossier_id uuid NOT NULL REFERENCES dossiers,
  person_id uuid NOT NULL,
  answers jsonb NOT NULL,
  saved_at timestamptz NOT NULL
);

CREATE TABLE mails (
  mail_id uuid PRIMARY KEY,
  message_header text,
  received_at timestamptz NOT NULL,
  sender text NOT NULL,
  recipients text[] NOT NULL,
  subject text NOT NULL,
  text text NOT NULL
);
CREATE INDEX mails_by_time ON mails (received_at DESC);
`,
};
