import type { Day } from '../../core/dossier.ts';
import type { Db } from '../../store/db.ts';
import type { Known } from '../../store/organisation/known.ts';
import type { Column } from './columns.ts';

/** A row of a list whose cells are right by themselves: column to value; empty where nothing was written. */
export type Row = Readonly<Record<string, string>>;

/** A cell that does not fit what there is. */
export interface Misfit {
  readonly column: string;
  /** In an Italian sentence after "serve". */
  readonly expected: string;
}

/** One of the lists of the organisation: bodies, offices, people, assignments. */
export interface Register {
  /** By which commands call it. */
  readonly name: 'bodies' | 'offices' | 'people' | 'assign';
  /** What its rows are, in Italian: `enti`. */
  readonly what: string;
  readonly columns: Readonly<Record<string, Column>>;
  /** The columns that tell its rows apart. */
  readonly key: readonly string[];
  /** What of a row does not fit what there is. */
  readonly misfits: (row: Row, known: Known) => readonly Misfit[];
  readonly keep: (db: Db, rows: readonly Row[]) => Promise<void>;
  /** What is worth knowing once they are kept, in Italian; nothing stands in the way. */
  readonly notes?: (rows: readonly Row[], known: Known) => readonly string[];
  /** The rows that hold a text, each in a line. */
  readonly list: (db: Db, text: string) => Promise<readonly string[]>;
  /** What `end` is given, and how many words that are at least and at most. */
  readonly ending: { readonly parameters: string; readonly words: readonly [least: number, most: number] };
  /** Ends what the words name with a day; gives in Italian what there is against it. */
  readonly end: (db: Db, words: readonly string[], lastOn: Day) => Promise<string | undefined>;
}

/** The value of a cell that was read; empty when nothing was written there. */
export const cellOf = (row: Row, column: string): string => row[column] ?? '';

/** A member for a cell, unless nothing was written there. */
export const given = <Name extends string>(name: Name, row: Row, column: string): { readonly [N in Name]?: string } => {
  const value = cellOf(row, column);
  return value === '' ? {} : ({ [name]: value } as { readonly [N in Name]?: string });
};

/** Until when something holds, at the end of a line. */
export const until = (lastOn: Day | null): string => (lastOn === null ? '' : `, fino al ${lastOn}`);

/** Whether a body or an office is there and has not ended. */
export function unknownPlaces(
  { bodies, offices }: Known,
  {
    body,
    office,
  }: { readonly body: readonly [column: string, code: string]; readonly office?: readonly [string, string] },
): readonly Misfit[] {
  const [bodyColumn, ipaCode] = body;
  if (!bodies.has(ipaCode))
    return [{ column: bodyColumn, expected: 'il codice IPA di un ente di questa installazione' }];
  if (office === undefined || offices.has(`${ipaCode}/${office[1]}`)) return [];
  return [{ column: office[0], expected: `un ufficio di ${ipaCode}` }];
}
