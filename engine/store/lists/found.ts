import type { ReaderKey } from '../../core/readers.ts';
import { rowsOf, type Db } from '../db.ts';
import { alikeInDossiers, soughtIn } from './search.ts';

/** Whose dossiers are searched, for what. */
export interface DossierSearch {
  /**
   * The bodies in whose dossiers a reader at the desk may take part; absent for a person's own dossiers, wherever they
   * are.
   */
  readonly bodies?: readonly string[] | undefined;
  readonly readers: readonly ReaderKey[];
  /** The keys of a reader at the desk as a party: the dossiers in which they are one are not found there. */
  readonly own?: readonly ReaderKey[];
  readonly q?: string | undefined;
}

/** How a list takes what a search finds. */
export interface Found {
  /** For the values of a statement. */
  readonly values: { readonly query: string; readonly own: ReaderKey[] };
  /**
   * `all`: everything found is fetched and sorted. `page`: so much is found that reading the list in its order until
   * a page is full is sooner done.
   */
  readonly read: 'all' | 'page';
  /** So much is found that counting what is found in the order of the list is sooner done. */
  readonly frequent: boolean;
  /** Nothing was found as typed; this is what is nearly written so. */
  readonly alike: boolean;
}

/**
 * The most that are fetched and sorted. Of a list of 200,000 at least one in fifty fits when there are more: a page of
 * a hundred is full after a few thousand rows. With 10,000 the counting alone took 100 ms.
 */
const mostSorted = 4000;

/** How to find what is searched; undefined when nothing is. Nothing as typed: then what is nearly written so. */
export async function findDossiers(db: Db, search: DossierSearch): Promise<Found | undefined> {
  const { own = [], q } = search;
  const sought = await soughtIn(db, q, alikeInDossiers);
  if (sought === undefined) return undefined;
  const asTyped = await foundBy(db, search, { own: [...own], query: sought.asTyped });
  if (asTyped.count > 0) return { ...asTyped, alike: false };
  return { ...(await foundBy(db, search, { own: [...own], query: await sought.asMeant() })), alike: true };
}

async function foundBy(db: Db, search: DossierSearch, values: Found['values']) {
  const { bodies, readers } = search;
  if (await isInMany(db, search, values)) return { values, count: 1, read: 'page' as const, frequent: true };
  const [row] = await rowsOf<{ count: number }>(
    db,
    `SELECT count(*) FROM ${foundSql("'{false,true}'", mostSorted + 1)}`,
    { ...values, ...bodiesValue(bodies), readers: [...readers] },
  );
  const count = row?.count ?? 0;
  return { values, count, read: count > mostSorted ? ('page' as const) : ('all' as const), frequent: false };
}

/**
 * Of the newest dossiers of each key of a reader so many are looked at first. Where one in four fits, the index of
 * words need not be asked: with a word that all of 60,000 dossiers have it takes 100 ms to say that there are more than
 * 4,000.
 */
const sampled = { ofEach: 60, atLeast: 100, share: 4 };

/** Whether many dossiers at the desk fit. A person has too few of their own to look. */
async function isInMany(db: Db, { bodies, readers }: DossierSearch, values: Found['values']): Promise<boolean> {
  if (bodies === undefined) return false;
  const [row] = await rowsOf<{ looked: number; fits: number }>(db, sampleSql, {
    ...values,
    ...bodiesValue(bodies),
    readers: [...readers],
  });
  return row !== undefined && row.looked >= sampled.atLeast && row.fits * sampled.share >= row.looked;
}

/**
 * The dossiers that the readers find by `:query`, without those of `:own`, as rows of a FROM; all of them, where they
 * are fetched and sorted.
 * @param states in SQL: of open dossiers, of concluded ones, or of both
 */
export function foundSql(states: string, most = mostSorted * 2): string {
  return `(SELECT * FROM found_dossiers(CAST(:bodies AS uuid[]), CAST(:readers AS text[]), CAST(:query AS tsquery),
            CAST(${states} AS boolean[]), ${most}) WHERE ${isNotOwn('dossier_id')}) AS found_by_reader`;
}

// A reader is a party of few dossiers: they are looked up once.
const isNotOwn = (dossierId: string): string =>
  `${dossierId} NOT IN (SELECT dossier_id FROM dossier_readers
     WHERE body_id = ANY (CAST(:bodies AS uuid[])) AND reader = ANY (CAST(:own AS text[])))`;

/** What `:bodies` stands for in a statement. */
export const bodiesValue = (bodies: DossierSearch['bodies']) => ({ bodies: bodies === undefined ? null : [...bodies] });

/**
 * The same of a dossier that is at hand. An aggregate, so that the planner looks it up row by row.
 * @param row in SQL, with `body_id` and `dossier_id`
 */
export function fitsQuery(row: string): string {
  return `(SELECT coalesce(bool_or(words @@ CAST(:query AS tsquery)), false) FROM dossier_words AS its
            WHERE its.body_id = ${row}.body_id AND its.dossier_id = ${row}.dossier_id AND its.readers && CAST(:readers AS text[])
              AND ${isNotOwn('its.dossier_id')})`;
}

const sampleSql = `SELECT count(*) AS looked, count(*) FILTER (WHERE ${fitsQuery('newest')}) AS fits
  FROM (SELECT DISTINCT body_id, dossier_id FROM unnest(CAST(:readers AS text[])) AS mine (reader)
    CROSS JOIN unnest('{false,true}'::boolean[]) AS state (concluded) CROSS JOIN LATERAL (
      SELECT body_id, dossier_id FROM dossier_readers AS theirs
       WHERE theirs.reader = mine.reader AND theirs.concluded = state.concluded AND theirs.body_id = ANY (CAST(:bodies AS uuid[]))
       ORDER BY submitted_at DESC, dossier_id DESC LIMIT ${sampled.ofEach}) AS one) AS newest`;
