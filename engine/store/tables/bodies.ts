import type { Body } from '../../../forms/contract/bodies.ts';
import { rowsOf, type Db } from '../db.ts';
import { pageOf, placeOf, type Paging, type RowPage } from '../lists/cursor.ts';
import { namePattern } from '../lists/words.ts';
import { Row } from './row.ts';

class BodyRow extends Row {
  static override tableName = 'bodies';
  static override idColumn = 'bodyId';

  declare readonly bodyId: string;
  declare readonly name: string;
  declare readonly kind: Body['kind'];
  declare readonly ipaCode: string;
  declare readonly istatCode: string | null;
  declare readonly province: string | null;
}

/** Bodies whose name holds words beginning with those of `q`, or exactly those of `ids`; regions first, then by name. */
export async function listBodies(
  db: Db,
  query: Paging & { readonly q?: string | undefined; readonly ids?: readonly string[] | undefined },
): Promise<RowPage<Body>> {
  const place = placeOf(query.cursor, 3);
  const rows = await rowsOf<Body & { readonly rank: number }>(
    db,
    `SELECT * FROM (
       SELECT body_id AS "bodyId", name, kind, ipa_code AS "ipaCode", istat_code AS "istatCode", province,
              CASE kind WHEN 'region' THEN 0 ELSE 1 END AS rank
         FROM bodies
        WHERE (CAST(:pattern AS text) IS NULL OR lower(name) ~ :pattern)
          AND (CAST(:ids AS uuid[]) IS NULL OR body_id = ANY (CAST(:ids AS uuid[])))) found
      WHERE CAST(:rank AS int) IS NULL OR (rank, name, "bodyId") > (CAST(:rank AS int), :name, CAST(:bodyId AS uuid))
      ORDER BY rank, name, "bodyId" LIMIT :limit`,
    {
      pattern: namePattern(query.q),
      ids: query.ids === undefined ? null : [...query.ids],
      rank: place?.[0] ?? null,
      name: place?.[1] ?? null,
      bodyId: place?.[2] ?? null,
      limit: query.limit + 1,
    },
  );
  return pageOf(rows, query.limit, (row) => [String(row.rank), row.name, row.bodyId]);
}

/** The names of bodies, by id. */
export async function bodyNames(db: Db, bodyIds: readonly string[]): Promise<Readonly<Record<string, string>>> {
  const rows = await BodyRow.query(db)
    .select('bodyId', 'name')
    .findByIds([...bodyIds]);
  return Object.fromEntries(rows.map(({ bodyId, name }) => [bodyId, name]));
}
