import { z } from 'zod';
import { Problem } from '../core/problem.ts';
import type { RowPage } from '../store/lists/cursor.ts';
import * as bodies from '../store/tables/bodies.ts';
import * as municipalities from '../store/tables/municipalities.ts';
import type { Handler } from './handler.ts';
import { defined } from './present/defined.ts';

/** Public bodies by name, or by id. */
export const listBodies: Handler<'listBodies'> = async ({ query, services }) => {
  const ids = query.ids === undefined ? undefined : idsOf(query.ids);
  const page = await bodies.listBodies(services.db, { ...query, ids });
  return pageWith(page, ({ bodyId, name, kind, ipaCode, istatCode, province }) => ({
    bodyId,
    name,
    kind,
    ipaCode,
    ...defined({ istatCode: istatCode ?? undefined, province: province ?? undefined }),
  }));
};

/** Municipalities by name. */
export const listMunicipalities: Handler<'listMunicipalities'> = async ({ query, services }) => {
  const page = await municipalities.listMunicipalities(services.db, query);
  return pageWith(page, ({ istatCode, name, province, cadastralCode }) => ({
    istatCode,
    name,
    province,
    ...defined({ cadastralCode: cadastralCode ?? undefined }),
  }));
};

/** A page of the contract out of a page of rows. */
export function pageWith<Row, Item>(
  page: RowPage<Row>,
  present: (row: Row) => Item,
): { items: Item[]; cursor?: string } {
  return { items: page.rows.map(present), ...defined({ cursor: page.cursor }) };
}

function idsOf(text: string): readonly string[] {
  const parsed = z.array(z.uuid()).max(50).safeParse(text.split(','));
  if (parsed.success) return parsed.data;
  const message = 'servono fino a 50 identificativi separati da virgola';
  throw new Problem('request.invalid', {
    issues: [{ path: 'query.ids', code: 'request.invalid-format', params: {}, message }],
  });
}
