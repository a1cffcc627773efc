import type { Migration } from './migration.ts';

/** Addresses to which the notices of a dossier go once their person has confirmed them. */
export const addressChanges: Migration = {
  number: 85,
  name: 'address-changes',
  sql: /* sql */ `
CREATE TABLE address_changes (
  person_id uuid NOT NULL,
  -- In small letters.
  address text NOT NULL,
  dossier_id uuid NOT NULL,
  asked_at timestamptz NOT NULL,
  -- Whoever asks again means the last one.
  PRIMARY KEY (person_id, dossier_id),
  FOREIGN KEY (person_id, address) REFERENCES mail_addresses
);
CREATE INDEX address_changes_by_address ON address_changes (person_id, address);
`,
};
