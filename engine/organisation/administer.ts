import { romeDay } from '../core/calendar.ts';
import type { Day } from '../core/dossier.ts';
import type { Instant } from '../kernel/types.ts';
import type { Db } from '../store/db.ts';
import { recordChanges, type Author, type ChangedRow } from '../store/organisation/events.ts';
import { readKnown } from '../store/organisation/known.ts';
import { headerFaults, judgeRows, type Fault } from './judge-rows.ts';
import { readCsv, type CsvRow } from './read-csv.ts';
import { cellOf, type Misfit, type Register, type Row } from './register.ts';

/**
 * The one door of the organisation: bodies, offices, people, assignments and delegations change here, from pages and
 * from the command line alike, and every change is recorded with who made it in the transaction of the change.
 */

/** Whose rows somebody may change: those of all bodies, or of some by their IPA codes. */
export interface Scope {
  readonly isLeader: boolean;
  readonly ipaCodes: readonly string[];
}

/** Who changes something, when, and for which bodies. */
export interface Administrator {
  readonly author: Author;
  readonly at: Instant;
  readonly scope: Scope;
  /** Their fiscal code, by which their own roles are known. */
  readonly fiscalCode?: string;
}

/** What is wrong in a list, with where it stands in it as far as that can be said. */
export interface Complaint {
  readonly line?: number;
  readonly column?: string;
  /** An Italian sentence without its place: `«capo» non va bene; serve …`. */
  readonly message: string;
}

/** What came of rows that were to be kept: all of them were, or none. */
export type Keeping =
  { readonly kept: number; readonly notes: readonly string[] } | { readonly complaints: readonly Complaint[] };

/** Reads a list as CSV and keeps its rows; with a wrong one, tells all that is wrong and keeps nothing. */
export async function importList(
  db: Db,
  { register, bytes }: { readonly register: Register; readonly bytes: Uint8Array },
  by: Administrator,
): Promise<Keeping> {
  const reading = readCsv(bytes);
  if ('fault' in reading) {
    const { line, fault } = reading;
    return { complaints: [{ ...(line !== undefined && { line }), message: `${fault}.` }] };
  }
  const wrong = headerFaults(reading.columns, register);
  if (wrong.length > 0) return { complaints: wrong.map((message) => ({ message })) };
  return keepRows(db, { register, rows: reading.rows }, by);
}

/** Keeps rows; with a wrong one, tells all that is wrong and keeps nothing. */
export async function keepRows(
  db: Db,
  { register, rows: listed }: { readonly register: Register; readonly rows: readonly CsvRow[] },
  by: Administrator,
): Promise<Keeping> {
  const misfits = (row: Row): readonly Misfit[] => foreign(row, register, by.scope);
  const { rows, faults } = judgeRows(listed, { register, misfits }, await readKnown(db));
  if (faults.length > 0) return { complaints: faults.map(complaintOf) };
  await db.transaction(async (transaction) => {
    await register.keep(transaction, rows);
    const changes = rows.map((row) => changed(register, wordsOf(row, register), 'kept'));
    await recordChanges(transaction, changes, by);
  });
  const notes = (await register.notes?.(db, rows, romeDay(by.at))) ?? [];
  return { kept: rows.length, notes };
}

/** Ends what some cells name, in bodies that are looked after; gives in Italian what there is against it. */
export function endRows(
  db: Db,
  { register, cells, lastOn }: { readonly register: Register; readonly cells: Row; readonly lastOn: Day },
  by: Administrator,
): Promise<string | undefined> {
  return db.transaction(async (transaction) => {
    const [misfit] = foreign(cells, register, by.scope);
    if (misfit !== undefined) return `Serve ${misfit.expected}.`;
    if (isOwnRole(cells, by)) return 'Il proprio ruolo di amministratore lo chiude un altro amministratore.';
    const ending = await register.end(transaction, cells, lastOn);
    if ('against' in ending) return ending.against;
    await recordChanges(
      transaction,
      ending.ended.map((row) => changed(register, row, 'ended')),
      by,
    );
    return undefined;
  });
}

/** Nobody locks themselves out. */
const isOwnRole = (cells: Row, { fiscalCode }: Administrator): boolean =>
  fiscalCode !== undefined && cells['codice_fiscale'] === fiscalCode && cells['ruolo'] === 'amministratore';

/** Whether a row may be changed by whoever has that scope. */
export const isWithin = (row: Row, register: Register, scope: Scope): boolean =>
  foreign(row, register, scope).length === 0;

function foreign(row: Row, { owner }: Register, { isLeader, ipaCodes }: Scope): readonly Misfit[] {
  if (isLeader) return [];
  if (owner.byLeader) return [{ column: owner.column, expected: 'un amministratore dell’ente capofila' }];
  if (ipaCodes.includes(cellOf(row, owner.column))) return [];
  return [{ column: owner.column, expected: `un ente che si amministra: ${ipaCodes.join(', ')}` }];
}

const changed = (register: Register, cells: Row, act: ChangedRow['act']): ChangedRow => ({
  register: register.name,
  act,
  ipaCode: cellOf(cells, register.owner.column),
  cells,
});

/** A row in the words of a list, as it is shown and sent out. */
const wordsOf = (row: Row, { columns }: Register): Row =>
  Object.fromEntries(Object.entries(row).map(([column, value]) => [column, columns[column]?.word?.(value) ?? value]));

const complaintOf = ({ line, column, value, expected }: Fault): Complaint => ({
  line,
  column,
  message: `${value === '' ? 'non c’è niente' : `«${value}» non va bene`}; serve ${expected}.`,
});
