import type { Migration } from './migration.ts';

/**
 * Who administers what: the body that leads an installation, functions that a body has given to another one, and every
 * change of bodies, offices, people and assignments with who made it.
 */
export const administration: Migration = {
  number: 69,
  name: 'administration',
  sql: /* sql */ `
-- Its administrators look after all bodies; those of any other after their own.
ALTER TABLE bodies ADD COLUMN leads boolean NOT NULL DEFAULT false;
CREATE UNIQUE INDEX bodies_leading ON bodies (leads) WHERE leads;
UPDATE bodies SET leads = true WHERE kind = 'region' AND (SELECT count(*) FROM bodies WHERE kind = 'region') = 1;

-- A function that a body has performed by another, as municipalities do by their union (TUEL, art. 32).
CREATE TABLE delegations (
  body_id uuid NOT NULL REFERENCES bodies,
  function_code text NOT NULL,
  first_on date NOT NULL,
  -- The last day on which it holds; until further notice without one.
  last_on date CHECK (last_on >= first_on),
  to_body_id uuid NOT NULL REFERENCES bodies CHECK (to_body_id <> body_id),
  PRIMARY KEY (body_id, function_code, first_on)
);

CREATE TABLE administration_events (
  event_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  happened_at timestamptz NOT NULL,
  -- Nobody who signed in, where the command line did it.
  person_id uuid,
  author text NOT NULL,
  register text NOT NULL,
  act text NOT NULL CHECK (act IN ('kept', 'ended')),
  body_id uuid NOT NULL,
  -- The cells of the row by the names of their columns.
  cells jsonb NOT NULL
);
CREATE INDEX administration_events_of_body ON administration_events (body_id, event_id);
CREATE TRIGGER administration_events_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON administration_events
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE administration_events ENABLE ALWAYS TRIGGER administration_events_append_only;
`,
};
