import type { Day } from '../../core/dossier.ts';
import { rowsOf, type Db } from '../db.ts';
import { soughtRows, type Sought } from './sought.ts';

/** A role of a procedure that a body has played by an office, its own or another body's, from a day on. */
export interface GivenAssignment {
  readonly ipaCode: string;
  readonly procedureId: string;
  readonly role: string;
  readonly officeIpaCode: string;
  readonly officeCode: string;
  readonly firstOn: Day;
  /** The last day; until further notice without one. */
  readonly lastOn?: Day;
}

/** Assigns roles. What was assigned before ends with the day before. */
export async function keepAssignments(db: Db, given: readonly GivenAssignment[]): Promise<void> {
  const values = { given: JSON.stringify(given) };
  const listed = `jsonb_to_recordset(CAST(:given AS jsonb)) AS g("ipaCode" text, "procedureId" text, role text,
         "officeIpaCode" text, "officeCode" text, "firstOn" date, "lastOn" date)
       JOIN bodies b ON b.ipa_code = g."ipaCode"`;
  await rowsOf(
    db,
    `UPDATE office_assignments AS a SET last_on = g."firstOn" - 1 FROM ${listed}
      WHERE a.body_id = b.body_id AND a.procedure_id = g."procedureId" AND a.role = g.role
        AND a.first_on < g."firstOn" AND (a.last_on IS NULL OR a.last_on >= g."firstOn")`,
    values,
  );
  await rowsOf(
    db,
    `INSERT INTO office_assignments (body_id, procedure_id, role, first_on, last_on, office_body_id, office_code)
     SELECT b.body_id, g."procedureId", g.role, g."firstOn", g."lastOn", o.body_id, g."officeCode"
       FROM ${listed} JOIN bodies o ON o.ipa_code = g."officeIpaCode"
     ON CONFLICT (body_id, procedure_id, role, first_on) DO UPDATE SET last_on = excluded.last_on,
       office_body_id = excluded.office_body_id, office_code = excluded.office_code`,
    values,
  );
}

/** An assignment with the names of its places, and its last day. */
export interface ListedAssignment extends Omit<GivenAssignment, 'lastOn'> {
  readonly bodyName: string;
  readonly officeBodyName: string;
  readonly officeName: string;
  readonly lastOn: Day | null;
}

/** What is assigned of the procedures, roles and bodies that hold a text. */
export function findAssignments(db: Db, sought: Sought): Promise<readonly ListedAssignment[]> {
  return soughtRows<ListedAssignment>(
    db,
    `SELECT b.ipa_code AS "ipaCode", b.name AS "bodyName", a.procedure_id AS "procedureId", a.role,
            h.ipa_code AS "officeIpaCode", h.name AS "officeBodyName", a.office_code AS "officeCode",
            o.name AS "officeName", a.first_on AS "firstOn", a.last_on AS "lastOn",
            concat_ws(' ', b.name, b.ipa_code, a.procedure_id, a.role, h.name, a.office_code, o.name) AS words,
            row_number() OVER (ORDER BY b.name, a.procedure_id, a.role, a.first_on) AS place
       FROM office_assignments a JOIN bodies b USING (body_id) JOIN bodies h ON h.body_id = a.office_body_id
       JOIN offices o ON o.body_id = a.office_body_id AND o.code = a.office_code`,
    sought,
  );
}

/** Ends what a body has assigned of a role. Gives the first days of what had not ended yet. */
export function endAssignment(
  db: Db,
  of: Pick<GivenAssignment, 'ipaCode' | 'procedureId' | 'role'>,
  lastOn: Day,
): Promise<readonly { readonly firstOn: Day }[]> {
  return rowsOf(
    db,
    `UPDATE office_assignments AS a SET last_on = greatest(CAST(:lastOn AS date), first_on) FROM bodies b
      WHERE b.body_id = a.body_id AND b.ipa_code = :ipaCode AND a.procedure_id = :procedureId AND a.role = :role
        AND (a.last_on IS NULL OR a.last_on > CAST(:lastOn AS date))
     RETURNING a.first_on AS "firstOn"`,
    { ...of, lastOn },
  );
}

/** The office that a body has assigned a role to on a day; undefined where it has assigned none. */
export async function findPlaying(
  db: Db,
  of: Pick<GivenAssignment, 'ipaCode' | 'procedureId' | 'role'>,
  on: Day,
): Promise<{ readonly ipaCode: string; readonly code: string; readonly name: string } | undefined> {
  const [found] = await rowsOf<{ ipaCode: string; code: string; name: string }>(
    db,
    `SELECT h.ipa_code AS "ipaCode", o.code, o.name
       FROM office_assignments a JOIN bodies b USING (body_id) JOIN bodies h ON h.body_id = a.office_body_id
       JOIN offices o ON o.body_id = a.office_body_id AND o.code = a.office_code
      WHERE b.ipa_code = :ipaCode AND a.procedure_id = :procedureId AND a.role = :role
        AND a.first_on <= CAST(:on AS date) AND (a.last_on IS NULL OR a.last_on >= CAST(:on AS date))`,
    { ...of, on },
  );
  return found;
}
