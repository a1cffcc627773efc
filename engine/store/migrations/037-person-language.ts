import type { Migration } from './migration.ts';

/** In which language a person is written to: the one they chose last at the portal; Italian when they chose none. */
export const personLanguage: Migration = {
  number: 37,
  name: 'person-language',
  sql: /* sql */ `
ALTER TABLE people ADD COLUMN language text CHECK (language IN ('it', 'en'));
`,
};
