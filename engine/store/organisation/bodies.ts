import type { Body } from '../../../forms/contract/bodies.ts';
import type { Day } from '../../core/dossier.ts';
import { rowsOf, type Db } from '../db.ts';
import { bodyIdOf } from '../seed/bodies.ts';
import { soughtRows, type Sought } from './sought.ts';

/** A body as it is administered, known by its code in the index of public administrations. */
export interface GivenBody {
  readonly ipaCode: string;
  readonly name: string;
  readonly kind: Body['kind'];
  readonly istatCode?: string;
  readonly province?: string;
}

/** A body with its last day; null until further notice. */
export interface ListedBody extends Omit<GivenBody, 'istatCode' | 'province'> {
  readonly bodyId: string;
  readonly istatCode: string | null;
  readonly province: string | null;
  readonly lastOn: Day | null;
}

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
export function findBodies(db: Db, sought: Sought): Promise<readonly ListedBody[]> {
  return soughtRows<ListedBody>(
    db,
    `SELECT body_id AS "bodyId", ipa_code AS "ipaCode", name, kind, istat_code AS "istatCode", province,
            last_on AS "lastOn", name || ' ' || ipa_code AS words, row_number() OVER (ORDER BY name, ipa_code) AS place
       FROM bodies`,
    sought,
  );
}

/** Says on which day a body can be applied to for the last time; gives whether there is one of that code. */
export async function endBody(db: Db, ipaCode: string, lastOn: Day): Promise<boolean> {
  const sql = 'UPDATE bodies SET last_on = CAST(:lastOn AS date) WHERE ipa_code = :ipaCode RETURNING body_id';
  return (await rowsOf(db, sql, { ipaCode, lastOn })).length > 0;
}

/** The body whose administrators look after all; undefined where none leads. */
export async function leadingBody(db: Db): Promise<string | undefined> {
  const [row] = await rowsOf<{ bodyId: string }>(db, 'SELECT body_id AS "bodyId" FROM bodies WHERE leads');
  return row?.bodyId;
}

/** Lets a body lead in place of the one before; gives whether there is one of that code. */
export async function letLead(db: Db, ipaCode: string): Promise<boolean> {
  return db.transaction(async (transaction) => {
    const found = await rowsOf(transaction, 'SELECT 1 FROM bodies WHERE ipa_code = :ipaCode', { ipaCode });
    if (found.length === 0) return false;
    await rowsOf(transaction, 'UPDATE bodies SET leads = false WHERE leads');
    await rowsOf(transaction, 'UPDATE bodies SET leads = true WHERE ipa_code = :ipaCode', { ipaCode });
    return true;
  });
}

/** Codes and names of bodies by their ids, by name. */
export function bodiesById(
  db: Db,
  bodyIds: readonly string[],
): Promise<readonly { readonly ipaCode: string; readonly name: string }[]> {
  return rowsOf(
    db,
    `SELECT ipa_code AS "ipaCode", name FROM bodies WHERE CAST(:ids AS jsonb) @> to_jsonb(CAST(body_id AS text)) ORDER BY name`,
    { ids: JSON.stringify(bodyIds) },
  );
}
