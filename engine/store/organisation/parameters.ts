import type { Day } from '../../core/dossier.ts';
import { rowsOf, type Db } from '../db.ts';
import { soughtRows, type Sought } from './sought.ts';

/** A value that a body gives to a parameter of a procedure, from a day on. */
export interface GivenParameter {
  readonly ipaCode: string;
  readonly procedureId: string;
  readonly name: string;
  readonly value: number | string | boolean;
  /** The act that sets it. */
  readonly source: string;
  readonly firstOn: Day;
  /** The last day; until further notice without one. */
  readonly lastOn?: Day;
}

/** Sets values. What held before ends with the day before. */
export async function keepParameters(db: Db, given: readonly GivenParameter[]): Promise<void> {
  const values = { given: JSON.stringify(given) };
  const listed = `jsonb_to_recordset(CAST(:given AS jsonb)) AS g("ipaCode" text, "procedureId" text, name text,
         value jsonb, source text, "firstOn" date, "lastOn" date)
       JOIN bodies b ON b.ipa_code = g."ipaCode"`;
  await rowsOf(
    db,
    `UPDATE body_parameters AS p SET last_on = g."firstOn" - 1 FROM ${listed}
      WHERE p.body_id = b.body_id AND p.procedure_id = g."procedureId" AND p.name = g.name
        AND p.first_on < g."firstOn" AND (p.last_on IS NULL OR p.last_on >= g."firstOn")`,
    values,
  );
  await rowsOf(
    db,
    `INSERT INTO body_parameters (body_id, procedure_id, name, first_on, last_on, value, source)
     SELECT b.body_id, g."procedureId", g.name, g."firstOn", g."lastOn", g.value, g.source FROM ${listed}
     ON CONFLICT (body_id, procedure_id, name, first_on) DO UPDATE SET last_on = excluded.last_on,
       value = excluded.value, source = excluded.source`,
    values,
  );
}

/** A value with the name of its body, and its last day. */
export interface ListedParameter extends Omit<GivenParameter, 'lastOn'> {
  readonly bodyName: string;
  readonly lastOn: Day | null;
}

/** The values whose body, procedure, name or source holds a text. */
export function findParameters(db: Db, sought: Sought): Promise<readonly ListedParameter[]> {
  return soughtRows<ListedParameter>(
    db,
    `SELECT b.ipa_code AS "ipaCode", b.name AS "bodyName", p.procedure_id AS "procedureId", p.name, p.value, p.source,
            p.first_on AS "firstOn", p.last_on AS "lastOn",
            concat_ws(' ', b.name, b.ipa_code, p.procedure_id, p.name, p.source) AS words,
            row_number() OVER (ORDER BY b.name, p.procedure_id, p.name, p.first_on) AS place
       FROM body_parameters p JOIN bodies b USING (body_id)`,
    sought,
  );
}

/** Ends the value of a body: that of the procedure holds again. Gives the first days of what had not ended yet. */
export function endParameter(
  db: Db,
  of: Pick<GivenParameter, 'ipaCode' | 'procedureId' | 'name'>,
  lastOn: Day,
): Promise<readonly { readonly firstOn: Day }[]> {
  return rowsOf(
    db,
    `UPDATE body_parameters AS p SET last_on = greatest(CAST(:lastOn AS date), first_on) FROM bodies b
      WHERE b.body_id = p.body_id AND b.ipa_code = :ipaCode AND p.procedure_id = :procedureId AND p.name = :name
        AND (p.last_on IS NULL OR p.last_on > CAST(:lastOn AS date))
     RETURNING p.first_on AS "firstOn"`,
    { ...of, lastOn },
  );
}
