import type { Migration } from './migration.ts';

/** By what the saving statement of the door refuses a step, and what is known of the mails that were handed over. */
export const underLoad: Migration = {
  number: 21,
  name: 'under-load',
  sql: /* sql */ `
CREATE FUNCTION refuse_step(reason text) RETURNS integer LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '%', reason USING ERRCODE = 'ITR02';
END $$;

CREATE TABLE mail_handovers (
  message_id text PRIMARY KEY,
  begun_at timestamptz NOT NULL,
  -- What the mail server said when it took the mail; null while nobody knows.
  taken text
);
`,
};
