import type { Migration } from './migration.ts';

/**
 * The last event of a step holds the hash of every column that the step wrote beside the record. Null on other events,
 * and on those of before, for which the worker adds an event to each dossier (`engine/run/rewrite.ts`).
 */
export const eventSeals: Migration = {
  number: 59,
  name: 'event-seals',
  sql: /* sql */ `
ALTER TABLE events ADD COLUMN seals jsonb;
-- By which the audit finds what belongs to a dossier.
CREATE INDEX registrations_of_dossier ON registrations (body_id, dossier_id);
CREATE INDEX uploads_of_dossier ON uploads (dossier_id) WHERE dossier_id IS NOT NULL;
`,
};
