import type { Migration } from './migration.ts';

const tables = [
  ...['dossiers', 'events', 'submissions', 'tasks', 'waits', 'messages', 'documents', 'registrations', 'commands'],
  ...['dossier_reads', 'task_answers', 'ratings', 'dossier_readers', 'dossier_words'],
];

/** Evaluated once for a statement, not for each row. */
const isAll = `(SELECT coalesce(current_setting('iter.bodies', true), '') = '*')`;
const named = `(SELECT string_to_array(replace(coalesce(current_setting('iter.bodies', true), ''), '*', ''), ',')::uuid[])`;
const isSeen = (column: string): string => `(${isAll} OR ${column} = ANY (${named}::uuid[]))`;

/**
 * Row level security by body: who is not the owner sees and writes rows of the bodies that `iter.bodies` names, separated
 * by commas, or of all for `*` (engine/store/wall.ts).
 */
export const wall: Migration = {
  number: 64,
  name: 'wall',
  sql: /* sql */ `
${tables
  .map(
    (table) => `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
CREATE POLICY ${table}_of_bodies ON ${table} USING ${isSeen('body_id')};`,
  )
  .join('\n')}

-- An index of words may be asked before row level security only by the owner: the function has the wall in itself.
CREATE OR REPLACE FUNCTION found_dossiers(by_bodies uuid[], by_readers text[], query tsquery, states boolean[], most integer)
RETURNS TABLE (body_id uuid, dossier_id uuid, submitted_at timestamptz) LANGUAGE sql STABLE SECURITY DEFINER
SET enable_seqscan = off SET search_path = public, pg_temp AS $$
  SELECT DISTINCT body_id, dossier_id, submitted_at FROM (
    SELECT w.body_id, w.dossier_id, w.submitted_at FROM dossier_words w
     WHERE w.readers && by_readers AND w.words @@ query AND w.concluded = ANY (states)
       AND (by_bodies IS NULL OR w.body_id = ANY (by_bodies)) AND ${isSeen('w.body_id')} LIMIT most) AS found
$$;
`,
};
