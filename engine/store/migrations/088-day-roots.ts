import type { Migration } from './migration.ts';

/** All events of a day in one hash (engine/core/day-root.ts). */
export const dayRoots: Migration = {
  number: 88,
  name: 'day-roots',
  sql: /* sql */ `
CREATE TABLE day_roots (
  day date PRIMARY KEY,
  event_count integer NOT NULL CHECK (event_count >= 0),
  root text NOT NULL,
  previous_hash text NOT NULL UNIQUE,
  hash text NOT NULL,
  made_at timestamptz NOT NULL
);
CREATE TRIGGER day_roots_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON day_roots
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE day_roots ENABLE ALWAYS TRIGGER day_roots_append_only;

-- Events come in nearly in the order of their instants: a few pages of index for a whole table, at no cost of writing.
CREATE INDEX events_by_instant ON events USING brin (at) WITH (pages_per_range = 32, autosummarize = on);
`,
};
