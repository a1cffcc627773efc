import { raw } from 'objection';
import type { Body } from '../../../forms/contract/bodies.ts';
import type { Day } from '../../core/dossier.ts';
import type { Db } from '../db.ts';
import { pageOf, placeOf, type Paging, type RowPage } from '../lists/cursor.ts';
import { mayFit, pageOfNames } from '../lists/words.ts';
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

/**
 * Bodies that can be applied to and whose name fits `q`, the best first; without it those of `ids`, or all, regions
 * first and then by name.
 */
export async function listBodies(
  db: Db,
  query: Paging & {
    readonly q?: string | undefined;
    readonly ids?: readonly string[] | undefined;
    readonly today: Day;
  },
): Promise<RowPage<Body>> {
  const found = BodyRow.query(db).select('bodyId', 'name', 'kind', 'ipaCode', 'istatCode', 'province');
  // Whoever asks by id has the body in a dossier.
  if (query.ids !== undefined) found.whereIn('bodyId', [...query.ids]);
  else found.whereRaw('(last_on IS NULL OR last_on >= ?::date)', [query.today]);
  const sought = mayFit(query.q);
  if (sought !== null) {
    const rows = await found.whereRaw(sought.sql, [...sought.values]).castTo<Body[]>();
    return pageOfNames(rows, query, ({ bodyId }) => [bodyId]);
  }
  const place = placeOf(query.cursor, 3);
  const inOrder = found
    .select(raw('(kind <> ?)::int AS rank', 'region'))
    .orderByRaw(`(kind <> 'region')::int, name, body_id`)
    .limit(query.limit + 1);
  if (place !== undefined) inOrder.whereRaw(`((kind <> 'region')::int, name, body_id) > (?::int, ?, ?::uuid)`, place);
  const rows = await inOrder.castTo<(Body & { readonly rank: number })[]>();
  return pageOf(rows, query.limit, (row) => [String(row.rank), row.name, row.bodyId]);
}

/** The names of bodies, by id. */
export async function bodyNames(db: Db, bodyIds: readonly string[]): Promise<Readonly<Record<string, string>>> {
  const rows = await BodyRow.query(db)
    .select('bodyId', 'name')
    .findByIds([...bodyIds]);
  return Object.fromEntries(rows.map(({ bodyId, name }) => [bodyId, name]));
}
