import type { Migration } from './migration.ts';

/** Which waits get messages of other bodies: those whose procedure says so. */
export const waitsOfOtherBodies: Migration = {
  number: 70,
  name: 'waits-of-other-bodies',
  sql: /* sql */ `
ALTER TABLE waits ADD COLUMN hears_others boolean NOT NULL DEFAULT false;
`,
};
