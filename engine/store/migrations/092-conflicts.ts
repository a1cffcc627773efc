import type { Migration } from './migration.ts';

/**
 * Who has declared a conflict of interest in a dossier (L. 241/1990, art. 6-bis): the queue and the list of an office
 * offer them nothing of it.
 */
export const conflicts: Migration = {
  number: 92,
  name: 'conflicts',
  sql: /* sql */ `
ALTER TABLE dossiers ADD COLUMN conflicted_ids uuid[] NOT NULL DEFAULT '{}';
`,
};
