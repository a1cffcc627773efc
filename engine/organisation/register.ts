import type { RegisterName } from '../../forms/contract/administration.ts';
import type { Day } from '../core/dossier.ts';
import type { Db } from '../store/db.ts';
import type { Known } from '../store/organisation/known.ts';
import type { Sought } from '../store/organisation/sought.ts';
import type { Column } from './columns.ts';

/** A row of a list whose cells are right by themselves: column to value; empty where nothing was written. */
export type Row = Readonly<Record<string, string>>;

/** A cell that does not fit what there is. */
export interface Misfit {
  readonly column: string;
  /** In an Italian sentence after "serve". */
  readonly expected: string;
}

/** A row as it is kept, with the names of what its codes stand for, by column. */
export interface ListedRow {
  /** As a list would have them: what `import` takes. */
  readonly cells: Row;
  readonly names: Row;
}

/** What came of an ending: the cells of what ended, or in Italian what there is against it. */
export type Ending = { readonly ended: readonly Row[] } | { readonly against: string };

/** One of the lists of the organisation. */
export interface Register {
  readonly name: RegisterName;
  /** What its rows are, in Italian: `enti`. */
  readonly what: string;
  readonly columns: Readonly<Record<string, Column>>;
  /** The columns that tell its rows apart. */
  readonly key: readonly string[];
  /** The column of the body whose row it is; with `byLeader` only the leading body's administrators touch it. */
  readonly owner: { readonly column: string; readonly byLeader?: true };
  /** What of a row does not fit what there is. */
  readonly misfits: (row: Row, known: Known) => readonly Misfit[];
  readonly keep: (db: Db, rows: readonly Row[]) => Promise<void>;
  /** What is worth knowing once they are kept, in Italian; nothing stands in the way. */
  readonly notes?: (db: Db, rows: readonly Row[], on: Day) => Promise<readonly string[]>;
  readonly find: (db: Db, sought: Sought) => Promise<readonly ListedRow[]>;
  /** A row in a line. */
  readonly says: (cells: Row) => string;
  /** The columns by which `end` is told what, and how many of them at least. */
  readonly ending: { readonly columns: readonly string[]; readonly least: number };
  /** Ends what the cells name with a day. */
  readonly end: (db: Db, cells: Row, lastOn: Day) => Promise<Ending>;
}

/** The value of a cell that was read; empty when nothing was written there. */
export const cellOf = (row: Row, column: string): string => row[column] ?? '';

/** A member for a cell, unless nothing was written there. */
export const given = <Name extends string>(name: Name, row: Row, column: string): { readonly [N in Name]?: string } => {
  const value = cellOf(row, column);
  return value === '' ? {} : ({ [name]: value } as { readonly [N in Name]?: string });
};

/** Until when something holds, at the end of a line. */
export const until = (row: Row): string => (cellOf(row, 'al') === '' ? '' : `, fino al ${cellOf(row, 'al')}`);

/** A last day that lies before the first. */
export const endsBefore = (row: Row): readonly Misfit[] =>
  cellOf(row, 'al') !== '' && cellOf(row, 'al') < cellOf(row, 'dal')
    ? [{ column: 'al', expected: 'un giorno che non viene prima di «dal»' }]
    : [];

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
