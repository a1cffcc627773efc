import type { Migration } from './migration.ts';

/** A person's own sessions are found by the person. */
export const ownSessions: Migration = {
  number: 17,
  name: 'own-sessions',
  sql: /* sql */ `
CREATE INDEX sessions_of_person ON sessions ((data ->> 'personId'));
`,
};
