import type { Day } from '../../core/dossier.ts';
import { rowsOf, type Db } from '../db.ts';
import { soughtRows, type Sought } from './sought.ts';

/** A function that a body has performed by another, its union, from a day on (TUEL, artt. 30 and 32). */
export interface GivenDelegation {
  readonly ipaCode: string;
  readonly functionCode: string;
  readonly toIpaCode: string;
  readonly firstOn: Day;
  /** The last day; until further notice without one. */
  readonly lastOn?: Day;
}

/** Delegates functions. What was delegated before ends with the day before. */
export async function keepDelegations(db: Db, given: readonly GivenDelegation[]): Promise<void> {
  const values = { given: JSON.stringify(given) };
  const listed = `jsonb_to_recordset(CAST(:given AS jsonb)) AS g("ipaCode" text, "functionCode" text, "toIpaCode" text,
         "firstOn" date, "lastOn" date)
       JOIN bodies b ON b.ipa_code = g."ipaCode"`;
  await rowsOf(
    db,
    `UPDATE delegations AS d SET last_on = g."firstOn" - 1 FROM ${listed}
      WHERE d.body_id = b.body_id AND d.function_code = g."functionCode"
        AND d.first_on < g."firstOn" AND (d.last_on IS NULL OR d.last_on >= g."firstOn")`,
    values,
  );
  await rowsOf(
    db,
    `INSERT INTO delegations (body_id, function_code, first_on, last_on, to_body_id)
     SELECT b.body_id, g."functionCode", g."firstOn", g."lastOn", u.body_id
       FROM ${listed} JOIN bodies u ON u.ipa_code = g."toIpaCode"
     ON CONFLICT (body_id, function_code, first_on) DO UPDATE SET last_on = excluded.last_on,
       to_body_id = excluded.to_body_id`,
    values,
  );
}

/** A delegation with the names of both bodies, and its last day. */
export interface ListedDelegation extends Omit<GivenDelegation, 'lastOn'> {
  readonly bodyName: string;
  readonly toBodyName: string;
  readonly lastOn: Day | null;
}

/** The delegations whose bodies or functions hold a text. */
export function findDelegations(db: Db, sought: Sought): Promise<readonly ListedDelegation[]> {
  return soughtRows<ListedDelegation>(
    db,
    `SELECT b.ipa_code AS "ipaCode", b.name AS "bodyName", d.function_code AS "functionCode",
            u.ipa_code AS "toIpaCode", u.name AS "toBodyName", d.first_on AS "firstOn", d.last_on AS "lastOn",
            concat_ws(' ', b.name, b.ipa_code, d.function_code, u.name, u.ipa_code) AS words,
            row_number() OVER (ORDER BY b.name, d.function_code, d.first_on) AS place
       FROM delegations d JOIN bodies b USING (body_id) JOIN bodies u ON u.body_id = d.to_body_id`,
    sought,
  );
}

/** Ends the delegation of a function. Gives the first days of what had not ended yet. */
export function endDelegation(
  db: Db,
  of: Pick<GivenDelegation, 'ipaCode' | 'functionCode'>,
  lastOn: Day,
): Promise<readonly { readonly firstOn: Day }[]> {
  return rowsOf(
    db,
    `UPDATE delegations AS d SET last_on = greatest(CAST(:lastOn AS date), first_on) FROM bodies b
      WHERE b.body_id = d.body_id AND b.ipa_code = :ipaCode AND d.function_code = :functionCode
        AND (d.last_on IS NULL OR d.last_on > CAST(:lastOn AS date))
     RETURNING d.first_on AS "firstOn"`,
    { ...of, lastOn },
  );
}
