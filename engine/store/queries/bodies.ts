import type { Body, municipality } from '../../../forms/contract/bodies.ts';
import type { z } from 'zod';
import { rowsOf, type Db } from '../db.ts';
import { pageOf, placeOf, type Paging, type RowPage } from './cursor.ts';

type Municipality = z.infer<typeof municipality>;

/** Words to look for, already in lower case; every one has to begin a word of the name. */
const patternOf = (q: string | undefined): string | null => {
  const words = (q ?? '').toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.length === 0 ? null : words.map((word) => `(?=.*\\m${word})`).join('');
};

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
      pattern: patternOf(query.q),
      ids: query.ids === undefined ? null : [...query.ids],
      rank: place?.[0] ?? null,
      name: place?.[1] ?? null,
      bodyId: place?.[2] ?? null,
      limit: query.limit + 1,
    },
  );
  return pageOf(rows, query.limit, (row) => [String(row.rank), row.name, row.bodyId]);
}

/** Municipalities whose name holds words beginning with those of `q`, by name. */
export async function listMunicipalities(
  db: Db,
  query: Paging & { readonly q?: string | undefined },
): Promise<RowPage<Municipality>> {
  const place = placeOf(query.cursor, 2);
  const rows = await rowsOf<Municipality>(
    db,
    `SELECT istat_code AS "istatCode", name, province, cadastral_code AS "cadastralCode"
       FROM municipalities
      WHERE (CAST(:pattern AS text) IS NULL OR lower(name) ~ :pattern)
        AND (CAST(:name AS text) IS NULL OR (name, istat_code) > (:name, :istatCode))
      ORDER BY name, istat_code LIMIT :limit`,
    { pattern: patternOf(query.q), name: place?.[0] ?? null, istatCode: place?.[1] ?? null, limit: query.limit + 1 },
  );
  return pageOf(rows, query.limit, (row) => [row.name, row.istatCode]);
}

/** The names of bodies, by id. */
export async function bodyNames(db: Db, bodyIds: readonly string[]): Promise<Readonly<Record<string, string>>> {
  const rows = await rowsOf<{ body_id: string; name: string }>(
    db,
    'SELECT body_id, name FROM bodies WHERE body_id = ANY (:bodyIds)',
    {
      bodyIds: [...bodyIds],
    },
  );
  return Object.fromEntries(rows.map((row) => [row.body_id, row.name]));
}
