import type { Migration } from './migration.ts';

/** Of a signed file it is kept who signed it, by the names in the certificates, and what was wrong with the signature. */
export const uploadSigners: Migration = {
  number: 6,
  name: 'upload-signers',
  sql: /* sql */ `
ALTER TABLE uploads
  ADD COLUMN signers text[] NOT NULL DEFAULT '{}',
  ADD COLUMN signature_fault text;
`,
};
