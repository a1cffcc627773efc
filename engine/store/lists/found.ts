import type { ReaderKey } from '../../core/readers.ts';
import { rowsOf, type Db } from '../db.ts';
import { alikeInDossiers, soughtIn } from './search.ts';

/** Whose dossiers are searched, for what. */
export interface DossierSearch {
  readonly readers: readonly ReaderKey[];
  readonly q?: string | undefined;
}

/** How a list takes what a search finds. */
export interface Found {
  /** For the values of a statement: `:query`. */
  readonly query: string;
  /**
   * `all`: everything found is fetched and sorted. `page`: so much is found that reading the list in its order until
   * a page is full is sooner done.
   */
  readonly read: 'all' | 'page';
  /** Nothing was found as typed; this is what is nearly written so. */
  readonly alike: boolean;
}

/**
 * The most that are fetched and sorted. Of a list of a million at least one in a hundred fits when there are more: a
 * page
 * is full after a few thousand rows.
 */
const mostSorted = 10_000;

/** How to find what is searched; undefined when nothing is. Nothing as typed: then what is nearly written so. */
export async function findDossiers(db: Db, { readers, q }: DossierSearch): Promise<Found | undefined> {
  const sought = await soughtIn(db, q, alikeInDossiers);
  if (sought === undefined) return undefined;
  const asTyped = await foundBy(db, readers, sought.asTyped);
  if (asTyped.count > 0) return { ...asTyped, alike: false };
  return { ...(await foundBy(db, readers, await sought.asMeant())), alike: true };
}

async function foundBy(db: Db, readers: readonly ReaderKey[], query: string) {
  const [row] = await rowsOf<{ count: number }>(
    db,
    `SELECT count(*) FROM (SELECT 1 FROM dossier_words WHERE ${isFound} LIMIT :limit) AS found`,
    { readers: [...readers], query, limit: mostSorted + 1 },
  );
  const count = row?.count ?? 0;
  return { query, count, read: count > mostSorted ? ('page' as const) : ('all' as const) };
}

/** Of a row of `dossier_words`: one of the readers finds it by `:query`. */
export const isFound = 'readers && CAST(:readers AS text[]) AND words @@ CAST(:query AS tsquery)';

/** The same of a dossier that is at hand. An aggregate, so that the planner looks it up row by row. */
export function fitsQuery(dossierId: string): string {
  return `(SELECT coalesce(bool_or(words @@ CAST(:query AS tsquery)), false) FROM dossier_words AS its
            WHERE its.dossier_id = ${dossierId} AND its.readers && CAST(:readers AS text[]))`;
}
