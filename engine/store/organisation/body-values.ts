import type { Day } from '../../core/dossier.ts';
import { rowsOf, type Db } from '../db.ts';
import { soughtRows, type Sought } from './sought.ts';

/** What a body may give of its own to a procedure: values of parameters, and texts of the card. */
export type BodyValueKind = 'parameters' | 'texts';

const tables: Readonly<Record<BodyValueKind, string>> = { parameters: 'body_parameters', texts: 'body_texts' };

/** What a body gives of its own to a procedure, from a day on. */
export interface BodyValue {
  readonly ipaCode: string;
  readonly procedureId: string;
  readonly name: string;
  readonly value: number | string | boolean;
  /** The act that sets it. */
  readonly source: string;
  readonly firstOn: Day;
  /** The last day; until further notice without one. */
  readonly lastOn?: Day;
}

/** Sets values. What had no last day ends with the day before the next one. */
export async function keepBodyValues(db: Db, kind: BodyValueKind, given: readonly BodyValue[]): Promise<void> {
  const table = tables[kind];
  const values = { given: JSON.stringify(given) };
  const listed = `jsonb_to_recordset(CAST(:given AS jsonb)) AS g("ipaCode" text, "procedureId" text, name text,
         value jsonb, source text, "firstOn" date, "lastOn" date)
       JOIN bodies b ON b.ipa_code = g."ipaCode"`;
  await rowsOf(
    db,
    `INSERT INTO ${table} (body_id, procedure_id, name, first_on, last_on, value, source)
     SELECT b.body_id, g."procedureId", g.name, g."firstOn", g."lastOn", g.value, g.source FROM ${listed}
     ON CONFLICT (body_id, procedure_id, name, first_on) DO UPDATE SET last_on = excluded.last_on,
       value = excluded.value, source = excluded.source`,
    values,
  );
  await rowsOf(
    db,
    `UPDATE ${table} AS p SET last_on = n.next_on - 1
       FROM (SELECT v.body_id, v.procedure_id, v.name, v.first_on, lead(v.first_on) OVER
                      (PARTITION BY v.body_id, v.procedure_id, v.name ORDER BY v.first_on) AS next_on
               FROM ${table} v
              WHERE (v.body_id, v.procedure_id, v.name) IN (SELECT b.body_id, g."procedureId", g.name FROM ${listed})) n
      WHERE n.next_on IS NOT NULL AND p.last_on IS NULL AND p.body_id = n.body_id
        AND p.procedure_id = n.procedure_id AND p.name = n.name AND p.first_on = n.first_on`,
    values,
  );
}

/** A value with the name of its body, and its last day. */
export interface ListedBodyValue extends Omit<BodyValue, 'lastOn'> {
  readonly bodyName: string;
  readonly lastOn: Day | null;
}

/** The values whose body, procedure, name or source holds a text. */
export function findBodyValues(db: Db, kind: BodyValueKind, sought: Sought): Promise<readonly ListedBodyValue[]> {
  return soughtRows<ListedBodyValue>(
    db,
    `SELECT b.ipa_code AS "ipaCode", b.name AS "bodyName", p.procedure_id AS "procedureId", p.name, p.value, p.source,
            p.first_on AS "firstOn", p.last_on AS "lastOn",
            concat_ws(' ', b.name, b.ipa_code, p.procedure_id, p.name, p.source) AS words,
            row_number() OVER (ORDER BY b.name, p.procedure_id, p.name, p.first_on) AS place
       FROM ${tables[kind]} p JOIN bodies b USING (body_id)`,
    sought,
  );
}

/** Whose value of what. */
export interface NamedBodyValue extends Pick<BodyValue, 'ipaCode' | 'procedureId' | 'name'> {
  readonly kind: BodyValueKind;
}

/** Ends a value of a body: that of the procedure holds again. Gives the first days of what had not ended yet. */
export function endBodyValue(
  db: Db,
  { kind, ...of }: NamedBodyValue,
  lastOn: Day,
): Promise<readonly { readonly firstOn: Day }[]> {
  return rowsOf(
    db,
    `UPDATE ${tables[kind]} AS p SET last_on = greatest(CAST(:lastOn AS date), first_on) FROM bodies b
      WHERE b.body_id = p.body_id AND b.ipa_code = :ipaCode AND p.procedure_id = :procedureId AND p.name = :name
        AND (p.last_on IS NULL OR p.last_on > CAST(:lastOn AS date))
     RETURNING p.first_on AS "firstOn"`,
    { ...of, lastOn },
  );
}

/** From when to when a body gives a value; it may have ended. */
export interface BodyPeriod extends NamedBodyValue {
  readonly firstOn: Day;
  readonly lastOn: Day | null;
}

/** The periods of all values that some bodies give, the earlier first. */
export function periodsOf(db: Db, ipaCodes: readonly string[]): Promise<readonly BodyPeriod[]> {
  const of = (kind: BodyValueKind): string =>
    `SELECT '${kind}' AS kind, body_id, procedure_id, name, first_on, last_on FROM ${tables[kind]}`;
  return rowsOf(
    db,
    `SELECT v.kind, b.ipa_code AS "ipaCode", v.procedure_id AS "procedureId", v.name, v.first_on AS "firstOn",
            v.last_on AS "lastOn"
       FROM (${of('parameters')} UNION ALL ${of('texts')}) v JOIN bodies b USING (body_id)
      WHERE CAST(:ipaCodes AS jsonb) @> to_jsonb(b.ipa_code)
      ORDER BY b.ipa_code, v.procedure_id, v.kind, v.name, v.first_on`,
    { ipaCodes: JSON.stringify(ipaCodes) },
  );
}

/** What a body gives to a procedure on a day; of two values that overlap the later one. */
export function bodyValuesOn(
  db: Db,
  { kind, ipaCode, procedureId }: Omit<NamedBodyValue, 'name'>,
  on: Day,
): Promise<readonly ListedBodyValue[]> {
  return rowsOf(
    db,
    `SELECT DISTINCT ON (p.name) b.ipa_code AS "ipaCode", b.name AS "bodyName", p.procedure_id AS "procedureId",
            p.name, p.value, p.source, p.first_on AS "firstOn", p.last_on AS "lastOn"
       FROM ${tables[kind]} p JOIN bodies b USING (body_id)
      WHERE b.ipa_code = :ipaCode AND p.procedure_id = :procedureId
        AND p.first_on <= CAST(:on AS date) AND (p.last_on IS NULL OR p.last_on >= CAST(:on AS date))
      ORDER BY p.name, p.first_on DESC`,
    { ipaCode, procedureId, on },
  );
}

/** The bodies that give something of their own to a procedure on a day, by their names. */
export function bodiesGiving(
  db: Db,
  procedureId: string,
  on: Day,
): Promise<readonly { readonly ipaCode: string; readonly name: string }[]> {
  const of = (kind: BodyValueKind): string =>
    `SELECT body_id FROM ${tables[kind]} WHERE procedure_id = :procedureId
        AND first_on <= CAST(:on AS date) AND (last_on IS NULL OR last_on >= CAST(:on AS date))`;
  return rowsOf(
    db,
    `SELECT ipa_code AS "ipaCode", name FROM bodies
      WHERE body_id IN (${of('parameters')} UNION ${of('texts')}) AND (last_on IS NULL OR last_on >= CAST(:on AS date))
      ORDER BY name`,
    { procedureId, on },
  );
}
