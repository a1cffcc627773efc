import { closedDays } from '../store/tables/day-roots.ts';
import type { Handler } from './handler.ts';
import { defined } from './present/defined.ts';

/** The closed days, the newest first: hashes alone, for anybody to keep. */
export const listClosedDays: Handler<'listClosedDays'> = async ({ query: { limit, cursor }, services, ctx }) => {
  const found = await closedDays(services.db, { ...defined({ before: cursor }), most: limit + 1 });
  const items = found.slice(0, limit);
  ctx.set('cache-control', 'public, max-age=300');
  return { items, ...defined({ cursor: found.length > limit ? items.at(-1)?.day : undefined }) };
};
