import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { performCommandLine } from '../../../engine/cli/command-line.ts';
import { migrations } from '../../../engine/store/migrations/list.ts';
import { prepareTables } from '../../../engine/store/prepare-tables.ts';

const { url: serverUrl, appUrl } = inject('postgres');
const server = new pg.Client({ connectionString: serverUrl });
const names: string[] = [];
/** A role that owns its database and nothing else, as an operator makes it. */
const owner = { name: `owner_${randomUUID().replaceAll('-', '')}`, password: 'di-prova' };
/** An empty database of that owner. */
let url: string;
let ownerUrl: string;

beforeAll(async () => {
  await server.connect();
  await server.query(`CREATE ROLE ${owner.name} LOGIN PASSWORD '${owner.password}'`);
});
afterAll(async () => {
  for (const name of names) await server.query(`DROP DATABASE ${name} WITH (FORCE)`);
  await server.query(`DROP ROLE ${owner.name}`);
  await server.end();
});
beforeEach(async () => {
  const name = `iter_${randomUUID().replaceAll('-', '')}`;
  await server.query(`CREATE DATABASE ${name} OWNER ${owner.name}`);
  names.push(name);
  url = Object.assign(new URL(appUrl), { pathname: `/${name}` }).href;
  const { name: username, password } = owner;
  ownerUrl = Object.assign(new URL(serverUrl), { pathname: `/${name}`, username, password }).href;
});

async function ask(at: string, sql: string): Promise<readonly unknown[]> {
  const client = new pg.Client({ connectionString: at });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

const warnings: string[] = [];
beforeEach(() => void warnings.splice(0));
const production = { production: true, warn: (sentence: string) => void warnings.push(sentence) };
const development = { ...production, production: false };

describe('with an owner that is no superuser', () => {
  it('the tables are made as the owner and used as the other role', async () => {
    expect(await prepareTables({ url, ownerUrl }, production)).toBe(migrations.length);
    expect(await ask(url, 'SELECT count(*)::int AS events FROM events')).toEqual([{ events: 0 }]);
    expect(await ask(url, `SELECT count(*)::int AS jobs FROM graphile_worker.add_job('later')`)).toEqual([{ jobs: 1 }]);
    expect(await ask(url, 'SELECT task_identifier FROM graphile_worker.jobs')).toEqual([{ task_identifier: 'later' }]);
    expect(await ask(url, 'SELECT count(*)::int AS jobs FROM graphile_worker._private_jobs')).toEqual([{ jobs: 1 }]);
    await expect(ask(url, 'CREATE TEMPORARY TABLE mine (a integer)')).rejects.toMatchObject({ code: '42501' });
    expect(warnings).toEqual([]);
  });

  it('a second time there is nothing to do', async () => {
    await prepareTables({ url, ownerUrl }, production);
    expect(await prepareTables({ url, ownerUrl }, production)).toBe(0);
  });

  it('processes that start together give the rights once each', async () => {
    const applied = await Promise.all([1, 2, 3].map(() => prepareTables({ url, ownerUrl }, production)));
    expect(applied.toSorted((one, other) => one - other)).toEqual([0, 0, migrations.length]);
  });

  it('a table that was made beside the migrations gets its rights the next time', async () => {
    await prepareTables({ url, ownerUrl }, production);
    await ask(
      ownerUrl,
      `CREATE TABLE later (a integer);
       CREATE TABLE record (a integer);
       CREATE TRIGGER record_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON record
         FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`,
    );
    await prepareTables({ url, ownerUrl }, production);
    await ask(url, 'INSERT INTO later VALUES (1)');
    await ask(url, 'DELETE FROM later');
    await ask(url, 'INSERT INTO record VALUES (1)');
    await expect(ask(url, 'DELETE FROM record')).rejects.toMatchObject({ code: '42501' });
  });

  it('rights that were given by hand are taken back', async () => {
    await prepareTables({ url, ownerUrl }, production);
    const { username } = new URL(appUrl);
    await ask(ownerUrl, `GRANT ALL ON events TO ${username}; GRANT TRUNCATE ON dossiers TO PUBLIC`);
    await prepareTables({ url, ownerUrl }, production);
    await expect(ask(url, 'DELETE FROM events')).rejects.toMatchObject({ code: '42501' });
    await expect(ask(url, 'TRUNCATE dossiers CASCADE')).rejects.toMatchObject({ code: '42501' });
  });

  it('a role that the database does not know is named', async () => {
    const stranger = Object.assign(new URL(url), { username: 'nessuno' }).href;
    await expect(prepareTables({ url: stranger, ownerUrl }, production)).rejects.toMatchObject({
      code: 'database.no-role',
      message: expect.stringContaining('nessuno'),
    });
  });
});

describe('without an owner', () => {
  it('a role that cannot migrate refuses an empty database', async () => {
    await expect(prepareTables({ url }, production)).rejects.toMatchObject({ code: 'database.empty' });
  });

  it('a role that cannot migrate uses what is up to date', async () => {
    await prepareTables({ url, ownerUrl }, production);
    expect(await prepareTables({ url }, production)).toBe(0);
  });

  it.each([
    ['of ours', 'DELETE FROM migrations WHERE number = (SELECT max(number) FROM migrations)'],
    [
      'of the queue',
      'DELETE FROM graphile_worker.migrations WHERE id = (SELECT max(id) FROM graphile_worker.migrations)',
    ],
  ])('a role that cannot migrate says what to do when a migration %s is missing', async (_whose, sql) => {
    await prepareTables({ url, ownerUrl }, production);
    await ask(ownerUrl, sql);
    await expect(prepareTables({ url }, production)).rejects.toMatchObject({
      code: 'database.not-migrated',
      message: expect.stringContaining('npm run iter -- migrate'),
    });
  });

  it.each([
    ['the owner', () => ownerUrl, 'può creare tabelle'],
    ['a superuser', () => Object.assign(new URL(serverUrl), { pathname: new URL(url).pathname }).href, 'superutente'],
  ])('production refuses %s before anything is changed', async (_who, address, reason) => {
    await expect(prepareTables({ url: address() }, production)).rejects.toMatchObject({
      code: 'database.role-too-strong',
      message: expect.stringContaining(reason),
    });
    expect(await ask(ownerUrl, `SELECT to_regclass('migrations') AS made`)).toEqual([{ made: null }]);
  });

  it('a development machine works as the owner, and says so', async () => {
    expect(await prepareTables({ url: ownerUrl }, development)).toBe(migrations.length);
    expect(warnings).toEqual([expect.stringContaining('In produzione Iter non parte così')]);
    expect(warnings.join()).not.toContain(owner.password);
  });
});

it('production refuses one role under both addresses', async () => {
  await expect(prepareTables({ url: ownerUrl, ownerUrl }, production)).rejects.toMatchObject({
    code: 'database.role-too-strong',
    message: expect.stringContaining('possiede le tabelle'),
  });
});

it('the command line migrates and says how much there was to do', async () => {
  const lines: string[] = [];
  const scene = {
    env: { NODE_ENV: 'development', DATABASE_URL: url, ITER_MIGRATION_DATABASE_URL: ownerUrl },
    print: (line: string) => void lines.push(line),
    complain: (line: string) => void lines.push(line),
  };
  expect(await performCommandLine(['migrate'], scene)).toBe(0);
  expect(await performCommandLine(['migrate'], scene)).toBe(0);
  expect(lines).toEqual([
    `Il database è nella forma più recente: ${migrations.length} migrazioni applicate.`,
    'Il database è nella forma più recente: 0 migrazioni applicate.',
  ]);
  expect(await performCommandLine(['migrate', 'tutto'], scene)).toBe(2);
});
