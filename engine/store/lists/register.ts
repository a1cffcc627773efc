import type { Variables } from '../../kernel/types.ts';
import type { Day } from '../../core/dossier.ts';
import type { Db } from '../db.ts';

/** A request as the public register needs it: what the columns are computed from never leaves the server. */
export interface RegisterRow {
  readonly submittedOn: Day;
  readonly bodyName: string;
  /** The code of the outcome; null while there is none. */
  readonly outcome: string | null;
  readonly decidedOn: Day | null;
  readonly variables: Variables;
}

/** Of which procedure, and the days of submission, both included, in Rome. */
export interface RegisterQuery {
  readonly procedureId: string;
  readonly from: Day;
  readonly to: Day;
}

/** The requests of a procedure, in the order in which they came in. */
export async function listRegister(db: Db, { procedureId, from, to }: RegisterQuery): Promise<readonly RegisterRow[]> {
  const { rows } = await db.raw<{ rows: RegisterRow[] }>(
    `SELECT to_char(submitted_at AT TIME ZONE 'Europe/Rome', 'YYYY-MM-DD') AS "submittedOn",
            bodies.name AS "bodyName",
            outcome,
            to_char((snapshot->'outcome'->>'decidedAt')::timestamptz AT TIME ZONE 'Europe/Rome', 'YYYY-MM-DD')
              AS "decidedOn",
            snapshot->'variables' AS variables
       FROM dossiers JOIN bodies USING (body_id)
      WHERE procedure_id = ?
        AND submitted_at >= ?::timestamp AT TIME ZONE 'Europe/Rome'
        AND submitted_at < (?::date + 1)::timestamp AT TIME ZONE 'Europe/Rome'
      ORDER BY submitted_at, dossier_id`,
    [procedureId, from, to],
  );
  return rows;
}
