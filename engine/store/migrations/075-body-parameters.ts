import type { Migration } from './migration.ts';

/** Values that a body gives to parameters of a procedure, from a day on: they prevail over those of the procedure. */
export const bodyParameters: Migration = {
  number: 75,
  name: 'body-parameters',
  sql: /* sql */ `
CREATE TABLE body_parameters (
  body_id uuid NOT NULL REFERENCES bodies,
  procedure_id text NOT NULL,
  name text NOT NULL,
  first_on date NOT NULL,
  -- The last day on which it holds; until further notice without one.
  last_on date CHECK (last_on >= first_on),
  value jsonb NOT NULL,
  -- The act of the body that sets it.
  source text NOT NULL,
  PRIMARY KEY (body_id, procedure_id, name, first_on)
);
`,
};
