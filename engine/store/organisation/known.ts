import { z } from 'zod';
import { serviceCard, type ServiceCard } from '../../../forms/contract/procedures.ts';
import { rowsOf, type Db } from '../db.ts';

/** A published procedure, as far as its roles go. */
export type KnownProcedure = Pick<ServiceCard, 'title' | 'competence'> & {
  readonly roles: NonNullable<ServiceCard['roles']>;
  /** The kind of its value, by the name of each parameter. */
  readonly parameters: Readonly<Record<string, 'number' | 'string' | 'boolean'>>;
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
    rowsOf<{ procedureId: string; card: string; parameters: string | null }>(
      db,
      `SELECT p.procedure_id AS "procedureId", v.files ->> 'service.json' AS card,
              v.files ->> 'parameters.json' AS parameters
         FROM procedures p JOIN procedure_versions v ON v.procedure_id = p.procedure_id AND v.version = p.current_version
        WHERE p.retired_at IS NULL ORDER BY p.procedure_id`,
    ),
  ]);
  return {
    bodies: new Map(bodies.map(({ code, name }) => [code, name])),
    offices: new Map(offices.map(({ code, name }) => [code, name])),
    procedures: new Map(
      cards.map(({ procedureId, card, parameters }) => [procedureId, procedureIn(card, parameters ?? '{}')]),
    ),
  };
}

const values = z.record(z.string(), z.array(z.object({ value: z.union([z.number(), z.string(), z.boolean()]) })));

function procedureIn(card: string, parameters: string): KnownProcedure {
  const { title, competence, roles = {} } = serviceCard.parse(JSON.parse(card));
  const kinds = Object.entries(values.parse(JSON.parse(parameters))).map(([name, [first]]) => [
    name,
    kindOf(first?.value),
  ]);
  return { title, competence, roles, parameters: Object.fromEntries(kinds) };
}

function kindOf(value: unknown): 'number' | 'string' | 'boolean' {
  if (typeof value === 'number') return 'number';
  return typeof value === 'boolean' ? 'boolean' : 'string';
}
