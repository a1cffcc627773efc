import type { Day } from '../../core/dossier.ts';
import type { Instant, Variables } from '../../kernel/types.ts';
import { rowsOf, type Db } from '../db.ts';

/** A request as the public register needs it: what the columns are computed from never leaves the server. */
export interface RegisterRow {
  readonly submittedOn: Day;
  readonly bodyName: string;
  /** The code of the outcome; null while there is none. */
  readonly outcome: string | null;
  readonly decidedOn: Day | null;
  /** An answered one as it was last submitted (`core/submitted.ts`). */
  readonly variables: Variables;
}

/** Of which procedure, and the days of submission, both included, in Rome. */
export interface RegisterQuery {
  readonly procedureId: string;
  readonly from: Day;
  readonly to: Day;
  /** How many requests at a time; 500 unless told. */
  readonly pageLength?: number;
}

/**
 * The requests of a procedure, in the order in which they came in, page by page: between two pages others have their
 * turn, and never are all variables in memory at once.
 */
export async function* readRegisterPages(
  db: Db,
  { pageLength = 500, ...query }: RegisterQuery,
): AsyncGenerator<readonly RegisterRow[]> {
  let place: Pick<RegisterRecord, 'submittedAt' | 'dossierId'> | undefined;
  for (;;) {
    const rows = await rowsOf<RegisterRecord>(db, pageSql, {
      ...query,
      at: place?.submittedAt ?? null,
      dossierId: place?.dossierId ?? null,
      limit: pageLength,
    });
    yield rows;
    if (rows.length < pageLength) return;
    place = rows.at(-1);
  }
}

/** The day on which the first request of a procedure came in, in Rome; undefined while there is none. */
export async function firstRegisterDay(db: Db, procedureId: string): Promise<Day | undefined> {
  const [row] = await rowsOf<{ day: Day | null }>(
    db,
    `SELECT to_char(min(submitted_at) AT TIME ZONE 'Europe/Rome', 'YYYY-MM-DD') AS day FROM dossiers
      WHERE procedure_id = :procedureId`,
    { procedureId },
  );
  return row?.day ?? undefined;
}

interface RegisterRecord extends RegisterRow {
  readonly submittedAt: Instant;
  readonly dossierId: string;
}

const pageSql = `SELECT d.dossier_id AS "dossierId", d.submitted_at AS "submittedAt",
         to_char(d.submitted_at AT TIME ZONE 'Europe/Rome', 'YYYY-MM-DD') AS "submittedOn",
         b.name AS "bodyName", d.outcome,
         to_char(CAST(d.decided_at AS timestamptz) AT TIME ZONE 'Europe/Rome', 'YYYY-MM-DD') AS "decidedOn",
         (d.snapshot -> 'variables') || coalesce(d.snapshot -> 'overwritten', '{}') AS variables
    FROM dossiers d JOIN bodies b USING (body_id)
   WHERE d.procedure_id = :procedureId
     AND d.submitted_at >= CAST(:from AS timestamp) AT TIME ZONE 'Europe/Rome'
     AND d.submitted_at < CAST(CAST(:to AS date) + 1 AS timestamp) AT TIME ZONE 'Europe/Rome'
     AND (CAST(:at AS timestamptz) IS NULL
          OR (d.submitted_at, d.dossier_id) > (CAST(:at AS timestamptz), CAST(:dossierId AS uuid)))
   ORDER BY d.submitted_at, d.dossier_id LIMIT :limit`;
