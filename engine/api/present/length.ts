import { countedUpTo, type CountedPage } from '../../store/lists/cursor.ts';
import type { QueuePage } from '../../store/lists/queue.ts';
import { defined } from './defined.ts';

/** How long a list is, which its first page tells, and where its next page begins. */
export function presentLength({ total, alike, cursor }: CountedPage<unknown>, asked: string | undefined) {
  return defined({ total: asked === undefined ? presentCount(total) : undefined, cursor, alike });
}

/** How many tasks of a queue are whose. */
export function presentTotals({ totals }: QueuePage) {
  if (totals === undefined) return {};
  const { all, mine, free } = totals;
  return { totals: { all: presentCount(all), mine: presentCount(mine), free: presentCount(free) } };
}

/** A number; marked where there are more and nobody counted on. */
function presentCount(total: number): { readonly count: number; readonly orMore?: true } {
  return total > countedUpTo ? { count: countedUpTo, orMore: true } : { count: total };
}
