import { serviceCard, type ServiceCard } from '../../../forms/contract/procedures.ts';
import { rowsOf, type Db } from '../db.ts';

/** A published procedure, as far as its roles go. */
export type KnownProcedure = Pick<ServiceCard, 'title' | 'competence'> & {
  readonly roles: NonNullable<ServiceCard['roles']>;
};

/** What rows to be stored may refer to. */
export interface Known {
  /** Their names by IPA code. */
  readonly bodies: ReadonlyMap<string, string>;
  /** Their names by `<IPA code>/<code>`. */
  readonly offices: ReadonlyMap<string, string>;
  /** Published procedures that take applications, by id. */
  readonly procedures: ReadonlyMap<string, KnownProcedure>;
}

/** What there is now, of bodies and offices that have not ended. */
export async function readKnown(db: Db): Promise<Known> {
  const [bodies, offices, cards] = await Promise.all([
    rowsOf<{ code: string; name: string }>(db, 'SELECT ipa_code AS code, name FROM bodies WHERE last_on IS NULL'),
    rowsOf<{ code: string; name: string }>(
      db,
      `SELECT b.ipa_code || '/' || o.code AS code, o.name FROM offices o JOIN bodies b USING (body_id)
        WHERE o.last_on IS NULL`,
    ),
    rowsOf<{ procedureId: string; card: string }>(
      db,
      `SELECT p.procedure_id AS "procedureId", v.files ->> 'service.json' AS card
         FROM procedures p JOIN procedure_versions v ON v.procedure_id = p.procedure_id AND v.version = p.current_version
        WHERE p.retired_at IS NULL ORDER BY p.procedure_id`,
    ),
  ]);
  return {
    bodies: new Map(bodies.map(({ code, name }) => [code, name])),
    offices: new Map(offices.map(({ code, name }) => [code, name])),
    procedures: new Map(cards.map(({ procedureId, card }) => [procedureId, procedureIn(card)])),
  };
}

function procedureIn(card: string): KnownProcedure {
  const { title, competence, roles = {} } = serviceCard.parse(JSON.parse(card));
  return { title, competence, roles };
}
