import type { z } from 'zod';
import type { municipality } from '../../../forms/contract/bodies.ts';
import type { Db } from '../db.ts';
import { pageOf, placeOf, type Paging, type RowPage } from '../lists/cursor.ts';
import { namePattern } from '../lists/words.ts';
import { Row } from './row.ts';

type Municipality = z.infer<typeof municipality>;

class MunicipalityRow extends Row {
  static override tableName = 'municipalities';
  static override idColumn = 'istatCode';

  declare readonly istatCode: string;
  declare readonly name: string;
  declare readonly province: string;
  declare readonly regionCode: string;
  declare readonly cadastralCode: string | null;
}

/** Municipalities whose name holds words beginning with those of `q`, by name. */
export async function listMunicipalities(
  db: Db,
  query: Paging & { readonly q?: string | undefined },
): Promise<RowPage<Municipality>> {
  const place = placeOf(query.cursor, 2);
  const pattern = namePattern(query.q);
  const found = MunicipalityRow.query(db)
    .select('istatCode', 'name', 'province', 'cadastralCode')
    .orderBy(['name', 'istatCode'])
    .limit(query.limit + 1);
  if (pattern !== null) found.whereRaw('lower(name) ~ ?', pattern);
  if (place !== undefined) found.whereRaw('(name, istat_code) > (?, ?)', place);
  return pageOf(await found.castTo<Municipality[]>(), query.limit, (row) => [row.name, row.istatCode]);
}
