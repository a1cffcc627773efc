import type { Migration } from './migration.ts';

/** The public register reads the dossiers of a procedure by the days on which they came in. */
export const register: Migration = {
  number: 8,
  name: 'register',
  sql: /* sql */ `
CREATE INDEX dossiers_of_procedure ON dossiers (procedure_id, submitted_at, dossier_id);
`,
};
