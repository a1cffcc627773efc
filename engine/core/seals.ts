import canonicalize from 'canonicalize';
import type { Seals } from './event.ts';
import type { Instant } from '../kernel/types.ts';
import type { Sha256 } from './record.ts';

/**
 * The tables whose rows the record vouches for, with the columns that it seals. Beside them stand the key of a row and
 * to which dossier and body it belongs: a row that another dossier claims is missing here and nobody's there. A column
 * that is added to a table is added at the end of its list; it may be null in older rows, whose seals do not name it.
 */
export const sealedColumns = {
  dossiers: ['snapshot'],
  submissions: [
    ...['kind', 'elementId', 'waitId', 'procedureId', 'procedureVersion', 'formId'],
    ...['answers', 'context', 'author', 'at', 'hash', 'corrects'],
  ],
  tasks: [
    ...['procedureId', 'elementId', 'name', 'audience', 'officeBodyId', 'officeCode', 'role', 'openedAt', 'dueOn'],
    ...['deadlineOn', 'claimedBy', 'claimedName', 'state', 'closedAt', 'about', 'onlyFor'],
  ],
  messages: ['templateId', 'subject', 'body', 'recipients', 'audience', 'sentAt'],
  documents: [
    ...['kind', 'title', 'fileName', 'mediaType', 'size', 'sha256', 'addedAt', 'addedBy', 'readableBy', 'registration'],
  ],
  registrations: ['direction', 'registeredAt', 'subject', 'correspondent', 'hashes'],
  uploads: [...['personId', 'name', 'size', 'mediaType', 'sha256', 'signed', 'signers', 'signatureFault', 'createdAt']],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** A table whose rows the record vouches for. */
export type SealedTable = keyof typeof sealedColumns;

/** The text over which a column is sealed: a text itself, anything else as canonical JSON (RFC 8785). */
type ColumnText = string | number | boolean;

/** A row as it is written and sealed. */
export interface SealedRow {
  /** `dossier_reads`: who read until an instant, all rows as one; the saving statement reads them. */
  readonly table: SealedTable | 'dossier_reads';
  /** Of a dossier empty: there is one. */
  readonly key: string;
  /** Those that are not null. Lists and objects are canonical JSON. */
  readonly columns: Readonly<Record<string, ColumnText>>;
}

/** A row of a table with its key, as it is sealed; columns that the table does not seal are left out. */
export function rowToSeal(table: SealedTable, key: string, row: object): SealedRow {
  const columns = sealedColumns[table].flatMap((column): readonly (readonly [string, ColumnText])[] => {
    const value: unknown = Reflect.get(row, column);
    return value === undefined || value === null ? [] : [[column, columnText(value)]];
  });
  return { table, key, columns: Object.fromEntries(columns) };
}

function columnText(value: unknown): ColumnText {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('a column has no canonical JSON');
  return text;
}

/** The name of a row in seals: `documents 0190….receipt`, and `dossiers` of the dossier itself. */
export const sealName = ({ table, key }: Pick<SealedRow, 'table' | 'key'>): string =>
  key === '' ? table : `${table} ${key}`;

/** The seal of who read a dossier before an instant. */
export const sealOfReads = (before: Instant): SealedRow => ({ table: 'dossier_reads', key: before, columns: {} });

/** Rows in the order in which canonical JSON has their names. */
export function inSealOrder(rows: readonly SealedRow[]): readonly SealedRow[] {
  return rows.toSorted((one, other) => (sealName(one) < sealName(other) ? -1 : 1));
}

/** The seal of each column of a row, as the saving statement makes it. */
export function sealsOfRow({ columns }: SealedRow, sha256: Sha256): Seals[string] {
  return Object.fromEntries(Object.entries(columns).map(([column, text]) => [column, sha256(String(text))]));
}
