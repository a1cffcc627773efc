import type { Migration } from './migration.ts';

/** How easy applicants found a service; one rating for each dossier, the last that was given. */
export const ratings: Migration = {
  number: 7,
  name: 'ratings',
  sql: /* sql */ `
CREATE TABLE ratings (
  dossier_id uuid PRIMARY KEY REFERENCES dossiers,
  body_id uuid NOT NULL,
  procedure_id text NOT NULL,
  stars integer NOT NULL CHECK (stars BETWEEN 1 AND 5),
  aspect text CHECK (aspect IN ('clear', 'complete', 'on-track', 'no-faults', 'other')),
  comment text CHECK (length(comment) <= 200),
  rated_at timestamptz NOT NULL
);
CREATE INDEX ratings_of_procedure ON ratings (procedure_id, body_id, rated_at);
`,
};
