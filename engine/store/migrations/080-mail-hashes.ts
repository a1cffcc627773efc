import type { Migration } from './migration.ts';

/** The hash of a courtesy mail as it went out, for the record of its dossier. */
export const mailHashes: Migration = {
  number: 80,
  name: 'mail-hashes',
  sql: /* sql */ `
-- Of subject, empty line and text (SHA-256, hexadecimal); null for a mail of before.
ALTER TABLE mail_handovers ADD COLUMN text_hash text;
`,
};
