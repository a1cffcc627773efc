import type { Migration } from './migration.ts';

/** A person may have several open drafts of one procedure. */
export const severalDrafts: Migration = {
  number: 13,
  name: 'several-drafts',
  sql: /* sql */ `
DROP INDEX drafts_one_open;

-- The list of a person's drafts, and how many there are.
CREATE INDEX drafts_open_by_person ON drafts (person_id, saved_at DESC) WHERE dossier_id IS NULL;
`,
};
