import { z } from 'zod';
import { serviceCard, type ServiceCard } from '../../../forms/contract/procedures.ts';
import type { BodyLayer } from '../../../forms/contract/body-layer.ts';
import { rowsOf, type Db } from '../db.ts';

/** A published procedure, as far as its roles go. */
export type KnownProcedure = Pick<ServiceCard, 'title' | 'competence'> & {
  readonly roles: NonNullable<ServiceCard['roles']>;
  /** What it leaves to the bodies; of each parameter also the kind of its value. */
  readonly ofBodies: BodyLayer;
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

function procedureIn(card: string, file: string): KnownProcedure {
  const { title, competence, roles = {}, ofBodies } = serviceCard.parse(JSON.parse(card));
  const { parameters = {}, texts = {} } = ofBodies ?? {};
  const given = values.parse(JSON.parse(file));
  const kinds = Object.entries(parameters).map(([name, left]) => [
    name,
    { ...left, kind: left.kind ?? kindOf(given[name]?.[0]?.value) },
  ]);
  return { title, competence, roles, ofBodies: { parameters: Object.fromEntries(kinds), texts } };
}

function kindOf(value: unknown): 'number' | 'string' | 'boolean' {
  if (typeof value === 'number') return 'number';
  return typeof value === 'boolean' ? 'boolean' : 'string';
}
