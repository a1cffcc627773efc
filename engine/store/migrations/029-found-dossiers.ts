import type { Migration } from './migration.ts';

/**
 * The dossiers that some readers find, up to a number. The planner may take a word for so frequent that it would read
 * the table from its beginning until it has that many; where all that are found lie at the end it reads everything.
 */
export const foundDossiers: Migration = {
  number: 29,
  name: 'found-dossiers',
  sql: /* sql */ `
CREATE FUNCTION found_dossiers(by_readers text[], query tsquery, states boolean[], most integer)
RETURNS TABLE (dossier_id uuid, submitted_at timestamptz) LANGUAGE sql STABLE
SET enable_seqscan = off AS $$
  SELECT DISTINCT dossier_id, submitted_at FROM (
    SELECT w.dossier_id, w.submitted_at FROM dossier_words w
     WHERE w.readers && by_readers AND w.words @@ query AND w.concluded = ANY (states) LIMIT most) AS found
$$;
`,
};
