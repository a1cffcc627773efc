import { isNear, shortestMisspelt } from '../../core/search/near.ts';
import { shortNumber, wantedIn, type Wanted, type Word } from '../../core/search/words.ts';
import { rowsOf, type Db } from '../db.ts';

/** What a reader looks for, as a query of text search. */
export interface Sought {
  /** With the words as they were typed: their stems, what begins with them, numbers without zeros. */
  readonly asTyped: string;
  /** The same with the words that are nearly written so; for when nothing is found as typed. */
  asMeant(): Promise<string>;
}

/** Gives the words that a mistyped one may stand for, with their stems; `typed` says for which. */
export type FindAlike = (db: Db, typed: readonly string[]) => Promise<readonly AlikeWord[]>;

/** A known word and a typed one that resembles it, by the letters in threes. */
export interface AlikeWord {
  readonly typed: string;
  readonly word: string;
  /** A query for the stem; empty for a stop word. */
  readonly stem: string;
}

/** What a query asks for; undefined when there is no word in it. */
export async function soughtIn(db: Db, query: string | undefined, findAlike: FindAlike): Promise<Sought | undefined> {
  const wanted = wantedIn(query ?? '');
  const words = wanted.flatMap((one) => one.words);
  if (words.length === 0) return undefined;
  const stems = await stemsOf(db, words);
  return {
    asTyped: tsQuery(wanted, stems, new Map()),
    asMeant: async () => {
      const long = words.map(({ plain }) => plain).filter(({ length }) => length >= shortestMisspelt);
      return tsQuery(wanted, stems, alikeByWord(await findAlike(db, long)));
    },
  };
}

/** Of a mistyped word of a dossier, the words of all dossiers that resemble it. */
export const alikeInDossiers: FindAlike = (db, typed) => rowsOf<AlikeWord>(db, alikeSql, { typed: [...typed] });

const alikeSql = `SELECT t.typed, word, to_tsquery('iter_italian', word)::text AS stem
  FROM unnest(CAST(:typed AS text[])) AS t (typed) CROSS JOIN LATERAL words_alike(t.typed) AS word`;

/** The stem of each word as written, as a query; empty for a stop word. */
async function stemsOf(db: Db, words: readonly Word[]): Promise<ReadonlyMap<string, string>> {
  const rows = await rowsOf<{ written: string; stem: string }>(
    db,
    `SELECT written, to_tsquery('iter_italian', written)::text AS stem FROM unnest(CAST(:words AS text[])) AS written`,
    { words: [...new Set(words.map(({ written }) => written))] },
  );
  return new Map(rows.map(({ written, stem }) => [written, stem]));
}

function alikeByWord(rows: readonly AlikeWord[]): ReadonlyMap<string, readonly string[]> {
  const alike = new Map<string, readonly string[]>();
  for (const { typed, word, stem } of rows) {
    if (!isNear(typed, word)) continue;
    const queries = [exactly(word), ...(stem === '' ? [] : [stem])];
    alike.set(typed, [...(alike.get(typed) ?? []), ...queries]);
  }
  return alike;
}

type Stems = ReadonlyMap<string, string>;
type Alike = ReadonlyMap<string, readonly string[]>;

/** All that is wanted has to be found, in any order; stop words only when there is nothing else. */
function tsQuery(wanted: readonly Wanted[], stems: Stems, alike: Alike): string {
  const telling = wanted.flatMap((one) => termOf(one, stems, alike) ?? []);
  const terms =
    telling.length > 0 ? telling : wanted.flatMap(({ words }) => words.map(({ plain }) => beginning(plain)));
  return terms.join(' & ');
}

function termOf({ words, joined }: Wanted, stems: Stems, alike: Alike): string | undefined {
  const telling = words.filter(({ written }) => stems.get(written) !== '');
  if (telling.length === 0) return undefined;
  const all = telling.map((word) => wordTerm(word, stems, alike)).join(' & ');
  return joined === undefined ? all : `((${all}) | ${beginning(joined)})`;
}

function wordTerm({ written, plain }: Word, stems: Stems, alike: Alike): string {
  const short = shortNumber(plain);
  const choices = [
    beginning(plain),
    stems.get(written) ?? '',
    short === null ? '' : exactly(short),
    ...(alike.get(plain) ?? []),
  ];
  return `(${[...new Set(choices)].filter((choice) => choice !== '').join(' | ')})`;
}

// Plain words are letters and digits: nothing in them has to be escaped.
const exactly = (word: string): string => `'${word}'`;
const beginning = (word: string): string => `${exactly(word)}:*`;
