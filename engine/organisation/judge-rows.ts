import type { Known } from '../store/organisation/known.ts';
import type { CsvRow } from './read-csv.ts';
import { cellOf, type Misfit, type Register, type Row } from './register.ts';

/** A cell that is not right, with what was expected there. */
export interface Fault {
  readonly line: number;
  readonly column: string;
  readonly value: string;
  /** In an Italian sentence after "serve". */
  readonly expected: string;
}

/** The columns that a list lacks, and those that nobody knows; empty when the header is right. */
export function headerFaults(columns: readonly string[], register: Register): readonly string[] {
  const known = Object.entries(register.columns);
  const missing = known.filter(([name, { isOptional }]) => !isOptional && !columns.includes(name));
  const unknown = columns.filter((name) => !known.some(([each]) => each === name));
  return [
    ...missing.map(([name]) => `Manca la colonna «${name}».`),
    ...unknown.map((name) => `La colonna «${name}» non si conosce: sono ${known.map(([each]) => each).join(', ')}.`),
  ];
}

/**
 * The rows as they are to be kept, and every cell that is wrong, of all of them: by itself, by what there is, and by
 * `misfits` of whoever asks.
 */
export function judgeRows(
  rows: readonly CsvRow[],
  { register, misfits }: { readonly register: Register; readonly misfits: (row: Row) => readonly Misfit[] },
  known: Known,
): { readonly rows: readonly Row[]; readonly faults: readonly Fault[] } {
  const read = rows.map((row) => ({ ...row, ...readCells(row, register) }));
  const first = new Map<string, number>();
  const faults = read.flatMap(({ line, cells, values, faults: wrong }): readonly Fault[] => {
    if (wrong.length > 0) return wrong;
    const found = [...misfits(values), ...register.misfits(values, known)].map((misfit) => ({
      line,
      value: cellOf(cells, misfit.column),
      ...misfit,
    }));
    const key = JSON.stringify(register.key.map((column) => values[column]));
    const earlier = first.get(key);
    first.set(key, earlier ?? line);
    const [column = ''] = register.key;
    const expected = `una riga sola per ${register.key.join(', ')}: c’è già alla riga ${earlier}`;
    return earlier === undefined ? found : [...found, { line, column, value: cellOf(cells, column), expected }];
  });
  return { rows: read.map(({ values }) => values), faults };
}

function readCells({ line, cells }: CsvRow, { columns }: Register) {
  const read = Object.entries(columns).map(([column, { isOptional, expected, read: valueIn }]) => {
    const cell = cellOf(cells, column);
    const value = cell === '' && isOptional ? '' : valueIn(cell);
    return {
      column,
      value: value ?? '',
      fault: value === undefined ? { line, column, value: cell, expected } : undefined,
    };
  });
  return {
    values: Object.fromEntries(read.map(({ column, value }) => [column, value])),
    faults: read.flatMap(({ fault }) => fault ?? []),
  };
}
