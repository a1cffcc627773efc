import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { rowsOf } from '../../engine/store/db.ts';
import { anOpenDossier } from '../support/course.ts';
import { aRunningIter, type RunningIter } from '../support/harness.ts';

/** What an attacker who can send any statement through the engine's own connection does not get. */
let iter: RunningIter;
beforeAll(async () => {
  iter = await aRunningIter();
  await anOpenDossier(iter);
});
afterAll(() => iter.stop());

const forbidden = '42501';
const owner = new URL(inject('postgres').url).username;

/** Tables whose rows never change: an UPDATE that would change one of them, for each. */
const appendOnly: Readonly<Record<string, string>> = {
  administration_events: `UPDATE administration_events SET author = 'altro'`,
  day_roots: `UPDATE day_roots SET event_count = 0`,
  dossier_reads: `UPDATE dossier_reads SET what = 'altro'`,
  events: `UPDATE events SET data = '{}'`,
  package_changes: `UPDATE package_changes SET path = 'altro'`,
  package_publications: `UPDATE package_publications SET version = 2`,
  procedure_versions: `UPDATE procedure_versions SET content_hash = 'altro'`,
  submissions: `UPDATE submissions SET answers = '{}'`,
  registrations: `UPDATE registrations SET subject = 'altro'`,
};

const attempt = (statement: string) => rowsOf(iter.deps.db, statement);

it('the engine works as a role that has no power of its own', async () => {
  const rows = await rowsOf(
    iter.deps.db,
    `SELECT rolsuper OR rolcreatedb OR rolcreaterole OR rolbypassrls OR rolreplication AS mighty,
            EXISTS (SELECT 1 FROM pg_auth_members WHERE member = r.oid) AS member,
            EXISTS (SELECT 1 FROM pg_class WHERE relowner = r.oid) AS owner
       FROM pg_roles r WHERE rolname = current_user`,
  );
  expect(rows).toEqual([{ mighty: false, member: false, owner: false }]);
});

describe.each(Object.entries(appendOnly))('the append-only table %s', (table, update) => {
  it.each([
    update,
    `DELETE FROM ${table}`,
    `TRUNCATE ${table} CASCADE`,
    `ALTER TABLE ${table} DISABLE TRIGGER ${table}_append_only`,
    `ALTER TABLE ${table} DISABLE TRIGGER ALL`,
    `DROP TRIGGER ${table}_append_only ON ${table}`,
    `CREATE RULE hidden AS ON INSERT TO ${table} DO INSTEAD NOTHING`,
    `ALTER TABLE ${table} OWNER TO CURRENT_USER`,
    `DROP TABLE ${table} CASCADE`,
  ])('is closed to: %s', async (statement) => {
    await expect(attempt(statement)).rejects.toMatchObject({ code: forbidden });
  });
});

it.each([
  'CREATE TABLE mine (a integer)',
  'CREATE SCHEMA mine',
  'CREATE TABLE graphile_worker.mine (a integer)',
  `CREATE FUNCTION mine() RETURNS integer LANGUAGE sql AS 'SELECT 1'`,
  `CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'`,
  `ALTER FUNCTION refuse_change() RENAME TO other`,
  'SET session_replication_role = replica',
  `SET ROLE "${owner}"`,
  `SET SESSION AUTHORIZATION "${owner}"`,
  'ALTER ROLE CURRENT_USER SUPERUSER',
  'ALTER ROLE CURRENT_USER BYPASSRLS',
  'CREATE ROLE other',
  'CREATE DATABASE other',
  `UPDATE migrations SET checksum = 'other'`,
  'DELETE FROM migrations',
  `COPY migrations TO PROGRAM 'id'`,
  `COPY bodies FROM '/etc/passwd'`,
  `SELECT pg_read_file('/etc/passwd')`,
  'ALTER SYSTEM SET fsync = off',
  'SELECT rolpassword FROM pg_authid',
])('the role of the engine may not: %s', async (statement) => {
  await expect(attempt(statement)).rejects.toMatchObject({ code: forbidden });
});

it('every table gives the rights of its kind, and no others', async () => {
  const rows = await rowsOf<{ table: string; rights: string }>(
    iter.deps.db,
    `SELECT c.oid::regclass::text AS table,
            (SELECT coalesce(string_agg(r, ' ' ORDER BY place), '') FROM unnest(CAST(:rights AS text[])) WITH ORDINALITY AS all_rights (r, place)
              WHERE has_table_privilege(c.oid, r)) AS rights
       FROM pg_class c WHERE c.relkind IN ('r', 'p') AND c.relnamespace IN ('public'::regnamespace, 'graphile_worker'::regnamespace)`,
    { rights: ['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER'] },
  );
  const wrong = rows.filter(({ table, rights }) => rights !== rightsOf(table));
  expect(wrong).toEqual([]);
  expect(rows.map(({ table }) => table)).toEqual(expect.arrayContaining(Object.keys(appendOnly)));
});

function rightsOf(table: string): string {
  if (table.endsWith('migrations')) return 'SELECT';
  return table in appendOnly ? 'SELECT INSERT' : 'SELECT INSERT UPDATE DELETE';
}
