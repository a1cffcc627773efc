import { z } from 'zod';
import { romeDay } from '../core/calendar.ts';
import { Problem } from '../core/problem.ts';
import type { RowPage } from '../store/lists/cursor.ts';
import * as bodies from '../store/tables/bodies.ts';
import * as municipalities from '../store/tables/municipalities.ts';
import type { Handler } from './handler.ts';
import { defined } from './present/defined.ts';

/** Public bodies by name, or by id. */
export const listBodies: Handler<'listBodies'> = async ({ query, services }) => {
  const ids = query.ids === undefined ? undefined : idsOf(query.ids);
  const page = await bodies.listBodies(services.db, { ...query, ids, today: romeDay(services.clock()) });
  return pageWith(page, ({ bodyId, name, kind, ipaCode, istatCode, province }) => ({
    bodyId,
    name,
    kind,
    ipaCode,
    ...defined({ istatCode: istatCode ?? undefined, province: province ?? undefined }),
  }));
};

/** How long a browser may keep lists that change a few times a year. */
const SELDOM_CHANGES = 'public, max-age=3600';

/** Municipalities by name, as they are or as they were on a day. */
export const listMunicipalities: Handler<'listMunicipalities'> = async ({ query, services, ctx }) => {
  const page = await municipalities.listMunicipalities(services.db, query);
  ctx.set('cache-control', SELDOM_CHANGES);
  return pageWith(page, ({ istatCode, name, province, cadastralCode, validFrom, validTo }) => ({
    istatCode,
    name,
    province,
    validFrom,
    ...defined({ cadastralCode: cadastralCode ?? undefined, validTo: validTo ?? undefined }),
  }));
};

/** A list of choices for the fields of forms; the same that answers are judged by. */
export const listChoices: Handler<'listChoices'> = async ({ params, services, ctx }) => {
  const { choices } = (await services.lookups?.()) ?? {};
  const items = choices?.(`api:${params.name}`);
  if (items === undefined) throw new Problem('resource.not-found', { name: params.name });
  ctx.set('cache-control', 'public, max-age=60');
  return { items: [...items] };
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
