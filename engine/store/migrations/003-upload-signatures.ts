import type { Migration } from './migration.ts';

/** Of every file it is kept whether a signature was found in it; of those put up before nobody looked. */
export const uploadSignatures: Migration = {
  number: 3,
  name: 'upload-signatures',
  sql: `
ALTER TABLE uploads ADD COLUMN signed boolean NOT NULL DEFAULT false;
`,
};
