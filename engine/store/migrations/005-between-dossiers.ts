import type { Migration } from './migration.ts';

/**
 * What passes between dossiers: by which name and key a dossier waits, messages on their way, and what published
 * procedures listen for and call each other by.
 */
export const betweenDossiers: Migration = {
  number: 5,
  name: 'between-dossiers',
  sql: /* sql */ `
-- The message or signal that is awaited; null where no other dossier is heard.
ALTER TABLE waits ADD COLUMN name text, ADD COLUMN correlation_key text;
CREATE INDEX waits_by_name ON waits (name, type) WHERE name IS NOT NULL;

CREATE TABLE thrown_messages (
  message_id text PRIMARY KEY,
  -- Of the dossier that threw it; null for one that came from outside.
  dossier_id uuid REFERENCES dossiers,
  body_id uuid REFERENCES bodies,
  name text NOT NULL,
  correlation_key text,
  payload jsonb NOT NULL,
  thrown_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  state text NOT NULL CHECK (state IN ('waiting', 'received', 'undelivered')),
  received_by uuid,
  settled_at timestamptz
);
CREATE INDEX thrown_messages_waiting ON thrown_messages (name) WHERE state = 'waiting';
CREATE INDEX thrown_messages_expiring ON thrown_messages (expires_at) WHERE state = 'waiting';

CREATE TABLE start_subscriptions (
  procedure_id text NOT NULL,
  process_id text NOT NULL,
  element_id text NOT NULL,
  part integer NOT NULL,
  version integer NOT NULL,
  type text NOT NULL CHECK (type IN ('message', 'signal', 'timer', 'condition')),
  -- The message or signal.
  name text,
  condition text,
  due_at timestamptz,
  cycle jsonb,
  PRIMARY KEY (procedure_id, process_id, element_id, part),
  FOREIGN KEY (procedure_id, version) REFERENCES procedure_versions
);
CREATE INDEX start_subscriptions_by_name ON start_subscriptions (name, type) WHERE name IS NOT NULL;

CREATE TABLE published_processes (
  process_id text NOT NULL,
  procedure_id text NOT NULL,
  version integer NOT NULL,
  version_tag text,
  PRIMARY KEY (process_id, procedure_id, version),
  FOREIGN KEY (procedure_id, version) REFERENCES procedure_versions
);
INSERT INTO published_processes (process_id, procedure_id, version, version_tag)
  SELECT procedure_id, procedure_id, version, substring(files->>'procedure.bpmn' FROM 'versionTag value="([^"]*)"')
    FROM procedure_versions;

-- A dossier opened without an application is registered, too.
ALTER TABLE registrations DROP CONSTRAINT registrations_direction_check,
  ADD CONSTRAINT registrations_direction_check CHECK (direction IN ('in', 'out', 'internal'));
`,
};
