import type { Role } from '../../core/actor.ts';
import type { Day } from '../../core/dossier.ts';
import { rowsOf, type Db } from '../db.ts';
import { soughtRows, type Sought } from './sought.ts';

/** A person who works for a body, with one role in one office from a day on. */
export interface GivenRole {
  readonly fiscalCode: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly email?: string;
  readonly ipaCode: string;
  readonly officeCode: string;
  readonly role: Role;
  readonly firstOn: Day;
  /** The last day; until further notice without one. */
  readonly lastOn?: Day;
}

/** Names people and gives them roles; a role that begins on the same day is given anew, with its last day. */
export async function keepRoles(db: Db, given: readonly GivenRole[]): Promise<void> {
  const values = { given: JSON.stringify(given) };
  await rowsOf(
    db,
    `INSERT INTO staff (fiscal_code, given_name, family_name, email)
     SELECT DISTINCT ON ("fiscalCode") "fiscalCode", "givenName", "familyName", email
       FROM jsonb_to_recordset(CAST(:given AS jsonb)) AS g("fiscalCode" text, "givenName" text, "familyName" text, email text)
      ORDER BY "fiscalCode"
     ON CONFLICT (fiscal_code) DO UPDATE SET given_name = excluded.given_name, family_name = excluded.family_name,
       email = excluded.email`,
    values,
  );
  await rowsOf(
    db,
    `INSERT INTO memberships (fiscal_code, body_id, office_code, role, first_on, last_on)
     SELECT "fiscalCode", b.body_id, "officeCode", role, "firstOn", "lastOn"
       FROM jsonb_to_recordset(CAST(:given AS jsonb)) AS g("fiscalCode" text, "ipaCode" text, "officeCode" text, role text,
         "firstOn" date, "lastOn" date)
       JOIN bodies b ON b.ipa_code = g."ipaCode"
     ON CONFLICT (fiscal_code, body_id, office_code, role, first_on) DO UPDATE SET last_on = excluded.last_on`,
    values,
  );
}

/** A role with the name of its place, and its last day. */
export interface ListedRole extends Omit<GivenRole, 'email' | 'lastOn'> {
  readonly email: string | null;
  readonly bodyName: string;
  readonly officeName: string;
  readonly lastOn: Day | null;
}

/** The roles of those whose name or code, or whose body or office, holds a text. */
export function findRoles(db: Db, sought: Sought): Promise<readonly ListedRole[]> {
  return soughtRows<ListedRole>(
    db,
    `SELECT s.fiscal_code AS "fiscalCode", s.given_name AS "givenName", s.family_name AS "familyName", s.email,
            b.ipa_code AS "ipaCode", b.name AS "bodyName", m.office_code AS "officeCode", o.name AS "officeName", m.role,
            m.first_on AS "firstOn", m.last_on AS "lastOn",
            concat_ws(' ', s.given_name, s.family_name, s.fiscal_code, b.name, b.ipa_code, m.office_code) AS words,
            row_number() OVER (ORDER BY s.family_name, s.given_name, s.fiscal_code, b.name, m.office_code, m.role,
              m.first_on) AS place
       FROM memberships m JOIN staff s USING (fiscal_code) JOIN bodies b USING (body_id)
       JOIN offices o ON o.body_id = m.body_id AND o.code = m.office_code`,
    sought,
  );
}

/** Which roles of a person; whatever is absent may be any. */
export interface RolesOf {
  readonly fiscalCode: string;
  readonly ipaCode?: string | undefined;
  readonly officeCode?: string | undefined;
  readonly role?: Role | undefined;
}

/** A role that was ended. */
export type EndedRole = Pick<GivenRole, 'fiscalCode' | 'ipaCode' | 'officeCode' | 'role' | 'firstOn'>;

/** Ends the roles of a person with a day. Gives those that had not ended yet. */
export function endRoles(db: Db, of: RolesOf, lastOn: Day): Promise<readonly EndedRole[]> {
  const { fiscalCode, ipaCode = null, officeCode = null, role = null } = of;
  return rowsOf<EndedRole>(
    db,
    `UPDATE memberships AS m SET last_on = greatest(CAST(:lastOn AS date), first_on) FROM bodies b
      WHERE b.body_id = m.body_id AND m.fiscal_code = :fiscalCode
        AND b.ipa_code = coalesce(CAST(:ipaCode AS text), b.ipa_code)
        AND m.office_code = coalesce(CAST(:officeCode AS text), m.office_code)
        AND m.role = coalesce(CAST(:role AS text), m.role)
        AND (m.last_on IS NULL OR m.last_on > CAST(:lastOn AS date))
     RETURNING m.fiscal_code AS "fiscalCode", b.ipa_code AS "ipaCode", m.office_code AS "officeCode", m.role,
       m.first_on AS "firstOn"`,
    { fiscalCode, ipaCode, officeCode, role, lastOn },
  );
}

/** How many open tasks of an office a person has claimed. */
export async function claimedIn(
  db: Db,
  { fiscalCode, ipaCode, officeCode }: Pick<GivenRole, 'fiscalCode' | 'ipaCode' | 'officeCode'>,
): Promise<number> {
  const [found] = await rowsOf<{ tasks: number }>(
    db,
    `SELECT count(*)::int AS tasks FROM tasks t JOIN bodies b ON b.body_id = t.office_body_id
       JOIN people p ON p.person_id = t.claimed_by
      WHERE b.ipa_code = :ipaCode AND t.office_code = :officeCode AND t.state = 'open' AND t.audience = 'office'
        AND p.fiscal_code = :fiscalCode`,
    { fiscalCode, ipaCode, officeCode },
  );
  return found?.tasks ?? 0;
}
