import type { Day } from '../../core/dossier.ts';
import { rowsOf, type Db } from '../db.ts';

/** The lines of the public register for the requests of one day. */
export interface RegisterDay {
  readonly day: Day;
  /** CSV without the number of the line, in the order in which the requests came in. */
  readonly lines: readonly string[];
}

/** By what kept lines are told from those that hold no more. */
export interface RegisterEdition {
  readonly procedureId: string;
  readonly version: number;
  readonly madeOn: Day;
}

/** The kept days of an edition in a period, both ends included, in their order. */
export function findRegisterDays(
  db: Db,
  edition: RegisterEdition,
  period: { readonly from: Day; readonly to: Day },
): Promise<readonly RegisterDay[]> {
  return rowsOf<RegisterDay>(
    db,
    `SELECT day, lines FROM register_days
      WHERE procedure_id = :procedureId AND day BETWEEN CAST(:from AS date) AND CAST(:to AS date)
        AND version = :version AND made_on = CAST(:madeOn AS date)
      ORDER BY day`,
    { ...edition, ...period },
  );
}

/** Keeps the lines of a day in the place of older ones. */
export async function keepRegisterDay(db: Db, edition: RegisterEdition, { day, lines }: RegisterDay): Promise<void> {
  await rowsOf(
    db,
    `INSERT INTO register_days (procedure_id, day, version, made_on, lines)
     VALUES (:procedureId, CAST(:day AS date), :version, CAST(:madeOn AS date), CAST(:lines AS json))
     ON CONFLICT (procedure_id, day)
       DO UPDATE SET version = excluded.version, made_on = excluded.made_on, lines = excluded.lines`,
    { ...edition, day, lines: JSON.stringify(lines) },
  );
}
