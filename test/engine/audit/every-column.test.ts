import { randomUUID } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Alteration } from '../../../engine/audit/alteration.ts';
import { auditRecords, type AuditedRecord } from '../../../engine/audit/audit.ts';
import { alteredFiles } from '../../../engine/audit/files.ts';
import { notEvidence } from '../../../engine/audit/not-evidence.ts';
import { folderFileStore } from '../../../engine/connect/files.ts';
import { sha256 } from '../../../engine/store/sha256.ts';
import { rowsOf, type Db } from '../../../engine/store/db.ts';
import { anApi, submitAs, type RunningApi } from '../../support/api.ts';
import { jobsOf } from '../../support/api-jobs.ts';
import { completeAt, putUp } from '../../support/desk.ts';
import { guardsOff } from '../../support/tampering.ts';

let api: RunningApi;
let dossierId: string;
let columns: readonly Column[];

interface Column {
  readonly table: string;
  readonly column: string;
  readonly type: string;
}

beforeAll(async () => {
  api = await anApi();
  const giulia = await api.signIn('giulia', 'citizen');
  const operatore = await api.signIn('operatore', 'office');
  const file = await putUp(giulia, 'mio-interesse.pdf');
  ({ dossierId } = await submitAs(api, { visitor: giulia, username: 'giulia' }, { documentiInteresse: [file] }));
  await operatore.call('readOfficeDossier', { params: { dossierId } });
  // Readings are sealed by what happens more than ten minutes later.
  api.advance({ minutes: 11 });
  await completeAt(operatore, dossierId, { esitoVerifica: 'regolare' });
  await jobsOf(api).drain();
  columns = await rowsOf<Column>(api.owner, columnsSql);
});
afterAll(() => api.stop());

/**
 * Every column of every table whose rows say to which dossier they belong. What PostgreSQL computes nobody can change.
 */
const columnsSql = `
SELECT c.table_name AS "table", c.column_name AS "column", c.udt_name AS "type"
  FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
 WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE' AND c.is_generated = 'NEVER'
   AND EXISTS (SELECT 1 FROM information_schema.columns d
                WHERE d.table_schema = 'public' AND d.table_name = c.table_name AND d.column_name = 'dossier_id')
 ORDER BY 1, 2`;

/** Another value of a type, whatever there is. */
const otherValue: Readonly<Record<string, (column: string) => string>> = {
  text: (column) => `coalesce(${column}, '') || 'x'`,
  _text: (column) => `coalesce(${column}, '{}') || '{x}'`,
  uuid: () => `'00000000-0000-7000-8000-000000000001'`,
  _uuid: (column) => `coalesce(${column}, '{}') || '{00000000-0000-7000-8000-000000000001}'`,
  int4: (column) => `coalesce(${column}, 0) + 1000`,
  int8: (column) => `coalesce(${column}, 0) + 1000`,
  bool: (column) => `NOT ${column}`,
  timestamptz: (column) => `coalesce(${column}, '2026-01-01Z') + interval '1 second'`,
  date: (column) => `coalesce(${column}, '2026-01-01') + 1`,
  jsonb: (column) =>
    `CASE jsonb_typeof(${column}) WHEN 'object' THEN ${column} || '{"forged": 1}' ELSE coalesce(${column}, '[]') || '["forged"]' END`,
};

const isLeftOut = ({ table, column }: Column): boolean =>
  (notEvidence[`${table}.*`] ?? notEvidence[`${table}.${column}`]) !== undefined;

/** Rows that are vouched for in different ways. */
const kindsOf = (table: string): readonly string[] =>
  table === 'tasks' ? [`state = 'open'`, `state <> 'open'`] : ['true'];

async function auditIn(db: Db): Promise<AuditedRecord | undefined> {
  for await (const record of auditRecords(db, { sha256, dossierId })) return record;
  return undefined;
}

/** What is named as altered: a row without a column is gone, or nothing tells of it, or it is an event. */
type Named = Pick<Alteration, 'table' | 'column'>;

/** Where a chain is broken; its end is what the dossier says of it as well. */
const chainNames = (reason: string): readonly Named[] => [
  { table: 'events' },
  ...(reason === 'head-differs' ? [{ table: 'dossiers' }] : []),
];

/** Takes away the conditions on values and the numbering: whoever forges is not stopped by them. */
async function checksOff(transaction: Db): Promise<void> {
  const checks = await rowsOf<{ check: string; table: string }>(
    transaction,
    `SELECT conname AS check, conrelid::regclass::text AS table FROM pg_constraint
      WHERE contype = 'c' AND connamespace = 'public'::regnamespace`,
  );
  for (const { check, table } of checks) await rowsOf(transaction, `ALTER TABLE ${table} DROP CONSTRAINT ${check}`);
  const numbered = await rowsOf<Omit<Column, 'type'>>(
    transaction,
    `SELECT table_name AS "table", column_name AS "column" FROM information_schema.columns
      WHERE table_schema = 'public' AND is_identity = 'YES'`,
  );
  for (const { table, column } of numbered)
    await rowsOf(transaction, `ALTER TABLE ${table} ALTER COLUMN ${column} DROP IDENTITY`);
}

/** Everything that the audit finds after a change that is taken back afterwards. */
async function foundAfter(sql: string): Promise<readonly Named[]> {
  const back = new Error('taken back');
  let found: readonly Named[] = [];
  const changed = api.owner.transaction(async (transaction) => {
    await guardsOff(transaction);
    await checksOff(transaction);
    await rowsOf(transaction, sql);
    const record = await auditIn(transaction);
    // A dossier that is not where it was is found among all: none is left of that id.
    if (record === undefined) found = [{ table: 'dossiers' }];
    else {
      const { check, alterations } = record;
      found = [...(check.intact ? [] : chainNames(check.brokenAt.reason)), ...alterations];
    }
    throw back;
  });
  await changed.catch((error: unknown) => {
    if (error !== back) throw error;
  });
  return found;
}

it('a dossier as it was written shows no alteration', async () => {
  const record = await auditIn(api.owner);
  expect(record).toMatchObject({ check: { intact: true }, alterations: [] });
});

/** The columns of the tables that the audit looks at, each with a row of every kind. */
async function places(): Promise<readonly (Column & { readonly where: string | undefined })[]> {
  const found = [];
  for (const column of columns.filter((each) => !isLeftOut(each))) {
    for (const kind of kindsOf(column.table)) found.push({ ...column, where: await aRowOf(column.table, kind) });
  }
  return found;
}

describe('a change of one value', () => {
  it('is found and named, in every column of every table of a dossier', async () => {
    const missed: string[] = [];
    for (const { table, column, type, where } of await places()) {
      const value = otherValue[type]?.(column);
      if (value === undefined || where === undefined) {
        missed.push(`${table}.${column}: ${value === undefined ? type : 'no row'}`);
        continue;
      }
      const found = await foundAfter(`UPDATE ${table} SET ${column} = ${value} WHERE ${where}`);
      const isNamed = found.some((one) => one.table === table && (one.column ?? column) === column);
      if (!isNamed) missed.push(`${table}.${column}: ${JSON.stringify(found)}`);
    }
    expect(missed).toEqual([]);
  }, 120_000);

  it('is found when a row is taken away', async () => {
    const missed: string[] = [];
    const rows = new Set((await places()).map(({ table, where }) => `${table} WHERE ${where}`));
    for (const row of rows) {
      const [table] = row.split(' ');
      if (table === 'dossiers') continue;
      const found = await foundAfter(`DELETE FROM ${row}`);
      if (!found.some((one) => one.table === table && one.column === undefined)) missed.push(row);
    }
    expect(missed).toEqual([]);
  });

  it('is found when a row is put in of which no event tells', async () => {
    const found = await foundAfter(
      `INSERT INTO documents (document_id, dossier_id, body_id, kind, title, file_name, media_type, size, sha256, added_at,
         added_by, readable_by)
       SELECT 'forged', dossier_id, body_id, kind, title, file_name, media_type, size, sha256, added_at, added_by,
         readable_by FROM documents WHERE dossier_id = '${dossierId}' LIMIT 1`,
    );
    expect(found).toEqual([{ code: 'row.unexpected', table: 'documents', row: 'forged' }]);
  });
});

it('a byte changed in a file, and a file that is gone, are found', async () => {
  const record = await auditIn(api.owner);
  const files = folderFileStore(api.filesFolder, randomUUID);
  const named = record?.files ?? [];
  expect(await alteredFiles(files, named, new Set())).toEqual([]);
  const [first, second] = named;
  const placeOf = (file: typeof first) => join(api.filesFolder, file?.sha256.slice(0, 2) ?? '', file?.sha256 ?? '');
  const bytes = await readFile(placeOf(first));
  await writeFile(placeOf(first), Buffer.from(bytes.map((byte, index) => (index === 9 ? byte ^ 1 : byte))));
  await rm(placeOf(second));
  expect(await alteredFiles(files, named, new Set())).toEqual([
    { documentId: first?.documentId, code: 'file.differs' },
    { documentId: second?.documentId, code: 'file.missing' },
  ]);
});

it('what is left out of the audit is there, and has a reason', () => {
  const there = columns.flatMap(({ table, column }) => [`${table}.*`, `${table}.${column}`]);
  expect(Object.keys(notEvidence).filter((name) => !there.includes(name))).toEqual([]);
  expect(Object.values(notEvidence).filter(({ reason }) => reason.length < 20)).toEqual([]);
});

/** A row of the dossier of some kind, by its place on the disk. */
async function aRowOf(table: string, kind: string): Promise<string | undefined> {
  const [row] = await rowsOf<{ place: string }>(
    api.owner,
    `SELECT ctid::text AS place FROM ${table} WHERE dossier_id = :dossierId AND ${kind} ORDER BY ctid LIMIT 1`,
    { dossierId },
  );
  return row && `ctid = '${row.place}'`;
}
