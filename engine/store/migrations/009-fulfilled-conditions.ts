import type { Migration } from './migration.ts';

/** The conditions of start events that hold, for a body: each opens a dossier when it comes to hold, and not again. */
export const fulfilledConditions: Migration = {
  number: 9,
  name: 'fulfilled-conditions',
  sql: /* sql */ `
CREATE TABLE fulfilled_conditions (
  procedure_id text NOT NULL,
  process_id text NOT NULL,
  element_id text NOT NULL,
  part integer NOT NULL,
  -- Another text is another condition, also under the same element.
  condition text NOT NULL,
  body_id uuid NOT NULL REFERENCES bodies,
  PRIMARY KEY (procedure_id, process_id, element_id, part, condition, body_id)
);
`,
};
