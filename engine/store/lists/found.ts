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
 * The most that are fetched and sorted. Of a list of 200,000 at least one in fifty fits when there are more: a page of
 * a hundred is full after a few thousand rows. With 10,000 the counting alone took 100 ms.
 */
const mostSorted = 4000;

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
    `SELECT count(*) FROM ${foundSql("'{false,true}'", mostSorted + 1)}`,
    { readers: [...readers], query },
  );
  const count = row?.count ?? 0;
  return { query, count, read: count > mostSorted ? ('page' as const) : ('all' as const) };
}

/**
 * The dossiers that the readers find by `:query`, as rows of a FROM; all of them, where they are fetched and sorted.
 * @param states in SQL: of open dossiers, of concluded ones, or of both
 */
export function foundSql(states: string, most = mostSorted * 2): string {
  return `found_dossiers(CAST(:readers AS text[]), CAST(:query AS tsquery), CAST(${states} AS boolean[]), ${most})`;
}

/** The same of a dossier that is at hand. An aggregate, so that the planner looks it up row by row. */
export function fitsQuery(dossierId: string): string {
  return `(SELECT coalesce(bool_or(words @@ CAST(:query AS tsquery)), false) FROM dossier_words AS its
            WHERE its.dossier_id = ${dossierId} AND its.readers && CAST(:readers AS text[]))`;
}
