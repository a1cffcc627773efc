import type { Migration } from './migration.ts';

/**
 * Municipalities are kept with the days on which they existed under a name, suppressed ones too. The rows themselves come
 * with the seed, which replaces them all when its list has changed.
 */
export const municipalityHistory: Migration = {
  number: 2,
  name: 'municipality-history',
  sql: `
ALTER TABLE municipalities
  ADD COLUMN valid_from date NOT NULL DEFAULT '0001-01-01',
  ADD COLUMN valid_to date,
  DROP CONSTRAINT municipalities_pkey,
  ADD PRIMARY KEY (istat_code, name);
`,
};
