import type { RegisterName } from '../../../forms/contract/administration.ts';
import type { Instant } from '../../kernel/types.ts';
import { rowsOf, type Db } from '../db.ts';

/** Who changes the organisation: a person at the desk, or the command line. */
export interface Author {
  readonly personId: string | null;
  readonly name: string;
}

/** A row of a list of the organisation that was kept or ended. */
export interface ChangedRow {
  readonly register: RegisterName;
  readonly act: 'kept' | 'ended';
  /** The body whose row it is. */
  readonly ipaCode: string;
  readonly cells: Readonly<Record<string, string>>;
}

/** Records changes with who made them. They cannot be altered afterwards. */
export async function recordChanges(
  db: Db,
  changes: readonly ChangedRow[],
  by: { readonly author: Author; readonly at: Instant },
): Promise<void> {
  await rowsOf(
    db,
    `INSERT INTO administration_events (happened_at, person_id, author, register, act, body_id, cells)
     SELECT CAST(:at AS timestamptz), CAST(:personId AS uuid), :name, c.register, c.act, b.body_id, c.cells
       FROM jsonb_to_recordset(CAST(:changes AS jsonb)) AS c(register text, act text, "ipaCode" text, cells jsonb)
       JOIN bodies b ON b.ipa_code = c."ipaCode"`,
    { ...by.author, at: by.at, changes: JSON.stringify(changes) },
  );
}

/** A change with who made it and when. */
export interface RecordedChange extends ChangedRow {
  readonly eventId: number;
  readonly at: Instant;
  readonly author: string;
  readonly bodyName: string;
}

/** The newest changes of some bodies, or of all, before an event. */
export function findChanges(
  db: Db,
  of: {
    readonly ipaCodes?: readonly string[] | undefined;
    readonly before?: number | undefined;
    readonly limit: number;
  },
): Promise<readonly RecordedChange[]> {
  const { ipaCodes, before = null, limit } = of;
  return rowsOf<RecordedChange>(
    db,
    `SELECT e.event_id AS "eventId", e.happened_at AS at, e.author, e.register, e.act, b.ipa_code AS "ipaCode",
            b.name AS "bodyName", e.cells
       FROM administration_events e JOIN bodies b USING (body_id)
      WHERE (CAST(:ipaCodes AS jsonb) IS NULL OR CAST(:ipaCodes AS jsonb) @> to_jsonb(b.ipa_code))
        AND (CAST(:before AS bigint) IS NULL OR e.event_id < CAST(:before AS bigint))
      ORDER BY e.event_id DESC LIMIT :limit`,
    { ipaCodes: ipaCodes === undefined ? null : JSON.stringify(ipaCodes), before, limit },
  );
}
