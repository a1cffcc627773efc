import type { z } from 'zod';
import type { municipality } from '../../../forms/contract/bodies.ts';
import type { Db } from '../db.ts';
import { pageOf, placeOf, type Paging, type RowPage } from '../lists/cursor.ts';
import { mayFit, pageOfNames } from '../lists/words.ts';
import { Row } from './row.ts';

type Municipality = Omit<z.infer<typeof municipality>, 'cadastralCode' | 'validTo'> & {
  readonly cadastralCode: string | null;
  readonly validTo: string | null;
};

class MunicipalityRow extends Row {
  static override tableName = 'municipalities';
  static override idColumn = ['istatCode', 'name'];

  declare readonly istatCode: string;
  declare readonly name: string;
  declare readonly province: string;
  declare readonly regionCode: string;
  declare readonly cadastralCode: string | null;
  /** Calendar days, both included; `validTo` is null while it exists. */
  declare readonly validFrom: string;
  declare readonly validTo: string | null;
}

const shown = ['istatCode', 'name', 'province', 'cadastralCode', 'validFrom', 'validTo'] as const;

/**
 * Municipalities whose name fits `q`, the best first, or all by name without it: those that exist, or did on a day.
 */
export async function listMunicipalities(
  db: Db,
  query: Paging & { readonly q?: string | undefined; readonly validOn?: string | undefined },
): Promise<RowPage<Municipality>> {
  const found = MunicipalityRow.query(db)
    .select(...shown)
    .orderBy(['name', 'istatCode']);
  if (query.validOn === undefined) found.whereNull('validTo');
  else found.whereRaw('? BETWEEN valid_from AND coalesce(valid_to, ?)', [query.validOn, '9999-12-31']);
  const keyOf = ({ name, istatCode }: Municipality) => [name, istatCode];
  const sought = mayFit(query.q);
  if (sought !== null) {
    found.whereRaw(sought.sql, [...sought.values]);
    return pageOfNames(await found.castTo<Municipality[]>(), query, keyOf);
  }
  const place = placeOf(query.cursor, 2);
  if (place !== undefined) found.whereRaw('(name, istat_code) > (?, ?)', place);
  return pageOf(await found.limit(query.limit + 1).castTo<Municipality[]>(), query.limit, keyOf);
}

/** Every municipality that is or was, of the whole country; about eight thousand rows. */
export async function allMunicipalities(db: Db): Promise<readonly (Municipality & { readonly regionCode: string })[]> {
  const all = MunicipalityRow.query(db).select(...shown, 'regionCode');
  return await all.orderBy(['name', 'istatCode']).castTo<(Municipality & { readonly regionCode: string })[]>();
}
