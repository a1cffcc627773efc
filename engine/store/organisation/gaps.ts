import type { Day } from '../../core/dossier.ts';
import { rowsOf, type Db } from '../db.ts';

/** A role of a procedure, with the office that its card names for it and what somebody there has to be. */
export interface OfferedRole {
  readonly procedureId: string;
  readonly role: string;
  /** A code; absent where the card leaves it to the bodies or an expression gives it. */
  readonly office?: string | undefined;
  /** The roles of people that may play it. */
  readonly members: readonly string[];
  /** The office follows from the answers of each dossier: only an assignment can be judged. */
  readonly isComputed: boolean;
}

/** A role that nobody plays in a body: no office does, or the office has no people for it. */
export interface Gap {
  readonly ipaCode: string;
  readonly procedureId: string;
  readonly role: string;
  /** The body and the office that should play it; absent where none does. */
  readonly officeIpaCode: string | null;
  readonly officeCode: string | null;
  readonly kind: 'no-office' | 'no-people';
}

/** Which of some roles nobody plays on a day in some bodies: what they have assigned prevails over the card. */
export function findGaps(
  db: Db,
  of: { readonly ipaCodes: readonly string[]; readonly roles: readonly OfferedRole[] },
  on: Day,
): Promise<readonly Gap[]> {
  return rowsOf<Gap>(db, gapsSql, { ipaCodes: JSON.stringify(of.ipaCodes), roles: JSON.stringify(of.roles), on });
}

const holds = (row: string): string => `(${row}.last_on IS NULL OR ${row}.last_on >= CAST(:on AS date))`;

const gapsSql = `
WITH wanted AS (
  SELECT b.body_id, b.ipa_code, r."procedureId", r.role, r.office, r.members, r."isComputed"
    FROM jsonb_to_recordset(CAST(:roles AS jsonb)) AS r("procedureId" text, role text, office text, members jsonb,
           "isComputed" boolean),
         bodies b
   WHERE CAST(:ipaCodes AS jsonb) @> to_jsonb(b.ipa_code)),
played AS (
  SELECT w.*, coalesce(a.office_body_id, w.body_id) AS at_body, coalesce(a.office_code, w.office) AS at_office
    FROM wanted w
    LEFT JOIN office_assignments a ON a.body_id = w.body_id AND a.procedure_id = w."procedureId" AND a.role = w.role
     AND a.first_on <= CAST(:on AS date) AND ${holds('a')}),
judged AS (
  SELECT p.*, h.ipa_code AS office_ipa_code, o.code AS found,
         EXISTS (SELECT 1 FROM memberships m WHERE m.body_id = p.at_body AND m.office_code = p.at_office
                    AND p.members @> to_jsonb(m.role) AND m.first_on <= CAST(:on AS date) AND ${holds('m')}) AS peopled
    FROM played p JOIN bodies h ON h.body_id = p.at_body
    LEFT JOIN offices o ON o.body_id = p.at_body AND o.code = p.at_office AND ${holds('o')}
   WHERE p.at_office IS NOT NULL OR NOT p."isComputed")
SELECT ipa_code AS "ipaCode", "procedureId", role, CASE WHEN at_office IS NOT NULL THEN office_ipa_code END AS "officeIpaCode",
       at_office AS "officeCode", CASE WHEN found IS NULL THEN 'no-office' ELSE 'no-people' END AS kind
  FROM judged WHERE found IS NULL OR NOT peopled
 ORDER BY (found IS NOT NULL), ipa_code, "procedureId", role`;
