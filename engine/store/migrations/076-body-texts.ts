import type { Migration } from './migration.ts';

/** What a body says of its own on the card of a procedure: contacts, opening hours, costs, notes, from a day on. */
export const bodyTexts: Migration = {
  number: 76,
  name: 'body-texts',
  sql: /* sql */ `
CREATE TABLE body_texts (
  body_id uuid NOT NULL REFERENCES bodies,
  procedure_id text NOT NULL,
  name text NOT NULL,
  first_on date NOT NULL,
  -- The last day on which it is shown; until further notice without one.
  last_on date CHECK (last_on >= first_on),
  value jsonb NOT NULL,
  -- The act of the body that sets it.
  source text NOT NULL,
  PRIMARY KEY (body_id, procedure_id, name, first_on)
);
`,
};
