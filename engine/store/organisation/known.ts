import { serviceCard } from '../../../forms/contract/procedures.ts';
import { rowsOf, type Db } from '../db.ts';

/**
 * What rows to be stored may refer to: bodies by code, offices as `<body>/<office>`, the roles of published procedures.
 */
export interface Known {
  readonly bodies: ReadonlySet<string>;
  readonly offices: ReadonlySet<string>;
  /** Role to the office that the card names for it, by procedure; absent for a procedure that is not published yet. */
  readonly roles: ReadonlyMap<string, ReadonlyMap<string, string | undefined>>;
}

/** What there is now, of bodies and offices that have not ended. */
export async function readKnown(db: Db): Promise<Known> {
  const [bodies, offices, cards] = await Promise.all([
    rowsOf<{ ipaCode: string }>(db, 'SELECT ipa_code AS "ipaCode" FROM bodies WHERE last_on IS NULL'),
    rowsOf<{ office: string }>(
      db,
      `SELECT b.ipa_code || '/' || o.code AS office FROM offices o JOIN bodies b USING (body_id) WHERE o.last_on IS NULL`,
    ),
    rowsOf<{ procedureId: string; card: string }>(
      db,
      `SELECT p.procedure_id AS "procedureId", v.files ->> 'service.json' AS card
         FROM procedures p JOIN procedure_versions v ON v.procedure_id = p.procedure_id AND v.version = p.current_version`,
    ),
  ]);
  return {
    bodies: new Set(bodies.map(({ ipaCode }) => ipaCode)),
    offices: new Set(offices.map(({ office }) => office)),
    roles: new Map(cards.map(({ procedureId, card }) => [procedureId, rolesIn(card)])),
  };
}

function rolesIn(card: string): ReadonlyMap<string, string | undefined> {
  const { roles = {} } = serviceCard.parse(JSON.parse(card));
  return new Map(Object.entries(roles).map(([code, { office }]) => [code, office]));
}
