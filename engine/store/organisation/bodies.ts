import type { Body } from '../../../forms/contract/bodies.ts';
import type { Day } from '../../core/dossier.ts';
import { rowsOf, type Db } from '../db.ts';
import { bodyIdOf } from '../seed/bodies.ts';

/** A body as it is administered, known by its code in the index of public administrations. */
export interface GivenBody {
  readonly ipaCode: string;
  readonly name: string;
  readonly kind: Body['kind'];
  readonly istatCode?: string;
  readonly province?: string;
}

/** A body with its last day; null until further notice. */
export type ListedBody = GivenBody & { readonly bodyId: string; readonly lastOn: Day | null };

/** Adds bodies, and gives those of the same code their new names; one that had ended goes on. */
export async function keepBodies(db: Db, given: readonly GivenBody[]): Promise<void> {
  const bodies = given.map((body) => ({ ...body, bodyId: bodyIdOf(body.ipaCode) }));
  await rowsOf(
    db,
    `INSERT INTO bodies (body_id, name, kind, ipa_code, istat_code, province)
     SELECT "bodyId", name, kind, "ipaCode", "istatCode", province
       FROM jsonb_to_recordset(CAST(:bodies AS jsonb)) AS b("bodyId" uuid, name text, kind text, "ipaCode" text,
         "istatCode" text, province text)
     ON CONFLICT (ipa_code) DO UPDATE SET name = excluded.name, kind = excluded.kind, istat_code = excluded.istat_code,
       province = excluded.province, last_on = NULL`,
    { bodies: JSON.stringify(bodies) },
  );
}

/** The bodies whose name or code holds a text, by name. */
export function findBodies(db: Db, text: string): Promise<readonly ListedBody[]> {
  return rowsOf<ListedBody>(
    db,
    `SELECT body_id AS "bodyId", ipa_code AS "ipaCode", name, kind, istat_code AS "istatCode", province, last_on AS "lastOn"
       FROM bodies
      WHERE position(lower(CAST(:text AS text)) IN lower(name || ' ' || ipa_code)) > 0 ORDER BY name, ipa_code`,
    { text },
  );
}

/** Says on which day a body can be applied to for the last time; gives whether there is one of that code. */
export async function endBody(db: Db, ipaCode: string, lastOn: Day): Promise<boolean> {
  const sql = 'UPDATE bodies SET last_on = CAST(:lastOn AS date) WHERE ipa_code = :ipaCode RETURNING body_id';
  return (await rowsOf(db, sql, { ipaCode, lastOn })).length > 0;
}
