import { parse } from 'csv-parse/sync';

/** A line of a list, by the names of its columns. */
export interface CsvRow {
  /** Its number in the file, that of the header being 1. */
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
}

/** A list as it was read, or why it could not be. */
export type CsvReading =
  | { readonly columns: readonly string[]; readonly rows: readonly CsvRow[] }
  | { readonly line?: number; readonly fault: string };

/**
 * Reads a list with a header, as spreadsheets save it: UTF-8 with or without a byte order mark, or Windows-1252;
 * semicolons, commas or tabs between the cells. Names of columns are taken in lower case, without the blanks around;
 * empty lines are left out.
 */
export function readCsv(bytes: Uint8Array): CsvReading {
  try {
    const parsed: unknown = parse(decoded(bytes), {
      bom: true,
      delimiter: [';', ',', '\t'],
      info: true,
      trim: true,
      skip_empty_lines: true,
      relax_column_count: true,
    });
    const lines = parsed as readonly {
      readonly info: { readonly lines: number };
      readonly record: readonly string[];
    }[];
    return withHeader(lines.map(({ info, record }) => ({ line: info.lines, cells: record })));
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    const line = 'lines' in error && typeof error.lines === 'number' ? { line: error.lines } : {};
    return { ...line, fault: 'non si legge: controlla le virgolette' };
  }
}

// Bytes that are no UTF-8 come from a spreadsheet on Windows.
function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

interface Line {
  readonly line: number;
  readonly cells: readonly string[];
}

function withHeader([header, ...lines]: readonly Line[]): CsvReading {
  if (header === undefined) return { fault: 'è vuoto: serve una riga con i nomi delle colonne' };
  const columns = header.cells.map((name) => name.toLowerCase());
  const long = lines.find(({ cells }) => cells.length > columns.length);
  if (long) return { line: long.line, fault: `ha ${long.cells.length} celle; le colonne sono ${columns.length}` };
  const full = lines.filter(({ cells }) => cells.some((cell) => cell !== ''));
  return {
    columns,
    rows: full.map(({ line, cells }) => ({
      line,
      cells: Object.fromEntries(columns.map((name, index) => [name, cells[index] ?? ''])),
    })),
  };
}
