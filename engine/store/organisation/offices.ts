import type { Day } from '../../core/dossier.ts';
import { rowsOf, type Db } from '../db.ts';
import { soughtRows, type Sought } from './sought.ts';

/** An office of a body, both by their codes. */
export interface OfficeCode {
  readonly ipaCode: string;
  readonly code: string;
}

/** An office as it is administered. */
export interface GivenOffice extends OfficeCode {
  readonly name: string;
}

/** Adds offices, and gives those of the same code their new names; one that had ended goes on. */
export async function keepOffices(db: Db, offices: readonly GivenOffice[]): Promise<void> {
  await rowsOf(
    db,
    `INSERT INTO offices (body_id, code, name)
     SELECT b.body_id, o.code, o.name
       FROM jsonb_to_recordset(CAST(:offices AS jsonb)) AS o("ipaCode" text, code text, name text)
       JOIN bodies b ON b.ipa_code = o."ipaCode"
     ON CONFLICT (body_id, code) DO UPDATE SET name = excluded.name, last_on = NULL`,
    { offices: JSON.stringify(offices) },
  );
}

/** An office with its last day, and what its body is called. */
export interface ListedOffice extends GivenOffice {
  readonly bodyName: string;
  readonly lastOn: Day | null;
}

/** The offices whose name or code, or whose body, holds a text. */
export function findOffices(db: Db, sought: Sought): Promise<readonly ListedOffice[]> {
  return soughtRows<ListedOffice>(
    db,
    `SELECT b.ipa_code AS "ipaCode", b.name AS "bodyName", o.code, o.name, o.last_on AS "lastOn",
            concat_ws(' ', o.name, o.code, b.name, b.ipa_code) AS words,
            row_number() OVER (ORDER BY b.name, o.code) AS place
       FROM offices o JOIN bodies b USING (body_id)`,
    sought,
  );
}

/** What in an office is not finished. */
export interface Unfinished {
  readonly openTasks: number;
  readonly openDossiers: number;
}

/** Tasks that wait in an office, and dossiers for which it answers; undefined for an unknown office. */
export async function unfinishedIn(
  db: Db,
  { ipaCode, code }: OfficeCode,
): Promise<(Unfinished & { readonly bodyId: string }) | undefined> {
  const [office] = await rowsOf<Unfinished & { readonly bodyId: string }>(
    db,
    `SELECT o.body_id AS "bodyId", (SELECT count(*)::int FROM tasks t WHERE t.office_body_id = o.body_id
         AND t.office_code = o.code AND t.state = 'open' AND t.audience = 'office') AS "openTasks",
       (SELECT count(*)::int FROM dossiers d WHERE d.body_id = o.body_id AND d.office_code = o.code
         AND d.closed_at IS NULL) AS "openDossiers"
       FROM offices o JOIN bodies b USING (body_id) WHERE b.ipa_code = :ipaCode AND o.code = :code`,
    { ipaCode, code },
  );
  return office;
}

/** What became of an office that was to end. */
export type EndOfOffice = 'ended' | 'unknown' | Unfinished;

/**
 * Ends an office with a day, and with it the roles of its people and what is assigned to it. One that has open tasks,
 * or answers for open dossiers, stays: nobody could work on them.
 */
export async function endOffice(db: Db, office: OfficeCode, lastOn: Day): Promise<EndOfOffice> {
  const found = await unfinishedIn(db, office);
  if (found === undefined) return 'unknown';
  const { bodyId, openTasks, openDossiers } = found;
  if (openTasks + openDossiers > 0) return { openTasks, openDossiers };
  const values = { bodyId, code: office.code, lastOn };
  await db.transaction(async (transaction) => {
    await rowsOf(
      transaction,
      'UPDATE offices SET last_on = CAST(:lastOn AS date) WHERE body_id = :bodyId AND code = :code',
      values,
    );
    for (const [table, body, code] of [
      ['memberships', 'body_id', 'office_code'],
      ['office_assignments', 'office_body_id', 'office_code'],
    ]) {
      await rowsOf(
        transaction,
        `UPDATE ${table} SET last_on = greatest(CAST(:lastOn AS date), first_on)
          WHERE ${body} = :bodyId AND ${code} = :code AND (last_on IS NULL OR last_on > CAST(:lastOn AS date))`,
        values,
      );
    }
  });
  return 'ended';
}
