import type { Migration } from './migration.ts';

/** The mail addresses of people, and which of them are known to be theirs: only those get more than a link. */
export const mailAddresses: Migration = {
  number: 33,
  name: 'mail-addresses',
  sql: /* sql */ `
CREATE TABLE mail_addresses (
  person_id uuid NOT NULL REFERENCES people,
  -- In small letters.
  address text NOT NULL CHECK (address = lower(address)),
  -- Since when it is known to be theirs; null while it is not.
  confirmed_at timestamptz,
  -- The hash of the token in the last link, and until when it works; null when there is none, or it was used.
  token_hash text UNIQUE,
  expires_at timestamptz,
  -- When the last link went out.
  sent_at timestamptz,
  -- Whether a mail was due meanwhile.
  held boolean NOT NULL DEFAULT false,
  PRIMARY KEY (person_id, address)
);
CREATE INDEX mail_addresses_by_address ON mail_addresses (address, sent_at);
`,
};
