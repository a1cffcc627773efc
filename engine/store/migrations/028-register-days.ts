import type { Migration } from './migration.ts';

/**
 * The lines of the public register, kept by day. They can be made anew at any time, so the table need not survive a
 * crash. What somebody sent is found by the dossier that it became.
 */
export const registerDays: Migration = {
  number: 28,
  name: 'register-days',
  sql: /* sql */ `
CREATE UNLOGGED TABLE register_days (
  procedure_id text NOT NULL,
  -- On which the requests came in.
  day date NOT NULL,
  -- Of the procedure whose columns the lines have.
  version integer NOT NULL,
  made_on date NOT NULL,
  lines json NOT NULL,
  PRIMARY KEY (procedure_id, day)
);

CREATE INDEX drafts_of_dossier ON drafts (dossier_id) WHERE dossier_id IS NOT NULL;
`,
};
