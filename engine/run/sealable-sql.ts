import { sealedColumns, type SealedTable } from '../core/seals.ts';
import { columnName } from '../store/column-name.ts';
import { instantSql } from '../store/instant-sql.ts';

type BesideTable = Exclude<SealedTable, 'dossiers'>;

/** A row beside a dossier that its record vouches for, as it stands in the database. */
export interface SealableRow {
  readonly table: BesideTable;
  readonly key: string;
  readonly row: object;
}

const keys: Readonly<Record<BesideTable, string>> = {
  submissions: 'sequence',
  tasks: 'task_id',
  messages: 'message_id',
  documents: 'document_id',
  registrations: 'registration',
  uploads: 'upload_id',
};

const besideTables = Object.keys(keys) as BesideTable[];

/**
 * All rows of the dossier `dossierId` of the body `bodyId` (SQL) that its record vouches for beside the dossier itself,
 * as one JSON list of `SealableRow`. Among them are the tasks that are still open, which follow from the dossier and
 * are sealed at their end.
 */
export const sealableSql = (bodyId: string, dossierId: string): string => `
  SELECT coalesce(jsonb_agg(one), '[]') FROM (
    ${besideTables.map((table) => selectOf(table, `${table === 'uploads' ? '' : `body_id = ${bodyId} AND `}dossier_id = ${dossierId}`)).join('\n    UNION ALL ')}) AS rows (one)`;

function selectOf(table: BesideTable, condition: string): string {
  const members = sealedColumns[table].map((column) => `'${column}', ${valueOf(columnName(column))}`);
  return `SELECT jsonb_build_object('table', '${table}', 'key', ${keys[table]}::text, 'row',
      jsonb_build_object(${members.join(', ')})) FROM ${table} WHERE ${condition}`;
}

const valueOf = (column: string): string => (/(^|_)at$/.test(column) ? instantSql(column) : column);
