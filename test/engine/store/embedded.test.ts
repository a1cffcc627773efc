import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { migrate } from '../../../engine/store/migrate.ts';
import { startEmbedded, type EmbeddedDatabase } from '../../../engine/store/embedded.ts';

let home: string;
let first: readonly unknown[];
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'iter-embedded-'));
  const database = await start();
  first = await ask(database.url, `SELECT current_setting('server_encoding') AS encoding, lower('CITTÀ') AS town`);
  await ask(database.ownerUrl, `CREATE TABLE kept AS SELECT 'here' AS what`);
  await database.stop();
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

const start = (): Promise<EmbeddedDatabase> => startEmbedded({ home });

async function ask(url: string, sql: string): Promise<readonly unknown[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

const kept = async (url: string): Promise<number> => (await ask(url, 'SELECT what FROM kept')).length;

const pidFile = () => join(home, 'postgres', 'data', 'postmaster.pid');

it('the first start makes a database that knows every letter', () => {
  expect(first).toEqual([{ encoding: 'UTF8', town: 'città' }]);
  expect(existsSync(pidFile())).toBe(false);
});

it('the next start finds what was kept', async () => {
  const database = await start();
  expect(await ask(database.ownerUrl, 'SELECT what FROM kept')).toContainEqual({ what: 'here' });
  await database.stop();
});

it('a server that was killed comes back with its data', async () => {
  const database = await start();
  const before = await kept(database.ownerUrl);
  await ask(database.ownerUrl, `INSERT INTO kept VALUES ('after')`);
  const [pid = ''] = readFileSync(pidFile(), 'utf8').split('\n');
  process.kill(Number(pid), 'SIGKILL');
  const again = await start();
  expect(await kept(again.ownerUrl)).toBe(before + 1);
  await again.stop();
});

it('a server that dies is started again at the same address', async () => {
  const deaths: unknown[] = [];
  const database = await startEmbedded({ home, onDeath: (error) => void deaths.push(error) });
  const [pid = ''] = readFileSync(pidFile(), 'utf8').split('\n');
  process.kill(Number(pid), 'SIGKILL');
  const isBack = () => ask(database.ownerUrl, 'SELECT FROM kept');
  await vi.waitFor(isBack, { timeout: 20_000, interval: 200 });
  expect(deaths[0]).toBeUndefined();
  await database.stop();
  expect(existsSync(pidFile())).toBe(false);
});

it('a pid file that names another program does not hinder', async () => {
  writeFileSync(pidFile(), `${process.pid}\n/elsewhere\n0\n1\n\n127.0.0.1\n`);
  const database = await start();
  expect(await kept(database.ownerUrl)).toBeGreaterThan(0);
  await database.stop();
});

it('a server that was left running is taken over and stopped', async () => {
  await start();
  const again = await start();
  expect(await kept(again.ownerUrl)).toBeGreaterThan(0);
  await again.stop();
  expect(existsSync(pidFile())).toBe(false);
});

it('a server of another living process is used and left running', async () => {
  const database = await start();
  const owner = join(home, 'postgres', 'owner');
  const mine = readFileSync(owner, 'utf8');
  writeFileSync(owner, String(process.ppid));
  const guest = await start();
  expect(guest.url).toBe(database.url);
  await guest.stop();
  expect(existsSync(pidFile())).toBe(true);
  writeFileSync(owner, mine);
  await database.stop();
});

it('its passwords are for its own account only', () => {
  const folder = join(home, 'postgres');
  for (const file of ['password', 'app-password']) {
    expect(readdirSync(folder)).toContain(file);
    expect(statSync(join(folder, file)).mode & 0o077, file).toBe(0);
  }
});

it('a folder from before there were two roles gets the second one', async () => {
  const before = await start();
  await migrate(before.ownerUrl, before.url);
  await ask(before.ownerUrl, 'DROP OWNED BY iter_app');
  await ask(before.ownerUrl, 'DROP ROLE iter_app');
  await before.stop();
  rmSync(join(home, 'postgres', 'app-password'));
  const database = await start();
  await migrate(database.ownerUrl, database.url);
  expect(await ask(database.url, 'SELECT current_user AS who, count(*)::int AS rows FROM events')).toEqual([
    { who: 'iter_app', rows: 0 },
  ]);
  await database.stop();
});
