import type { Migration } from './migration.ts';

/** What somebody did of what is limited, for a while. Nothing is lost with it: the table need not survive a crash. */
export const rateLimits: Migration = {
  number: 18,
  name: 'rate-limits',
  sql: /* sql */ `
CREATE UNLOGGED TABLE rate_limits (
  key text PRIMARY KEY,
  points integer NOT NULL DEFAULT 0,
  -- Milliseconds since 1970.
  expire bigint
);
CREATE INDEX rate_limits_by_expiry ON rate_limits (expire);

CREATE INDEX uploads_unsent_of_person ON uploads (person_id) WHERE dossier_id IS NULL;

CREATE TRIGGER dossier_reads_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON dossier_reads
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE dossier_reads ENABLE ALWAYS TRIGGER dossier_reads_append_only;
`,
};
