import type { Migration } from './migration.ts';

/**
 * Who acts for which party until when, where a mandate ends: the list of a person's own dossiers counts what is theirs
 * to do by it. Null where every mandate of a dossier is without end.
 */
export const mandates: Migration = {
  number: 87,
  name: 'mandates',
  sql: /* sql */ `
ALTER TABLE dossiers ADD COLUMN mandates jsonb;
`,
};
