import type { Migration } from './migration.ts';

/** Which submission a correction corrects. */
export const corrections: Migration = {
  number: 86,
  name: 'corrections',
  sql: /* sql */ `
ALTER TABLE submissions ADD COLUMN corrects integer CHECK (corrects > 0 AND corrects < sequence);
`,
};
