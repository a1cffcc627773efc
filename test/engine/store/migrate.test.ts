import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, inject, it } from 'vitest';
import { migrate } from '../../../engine/store/migrate.ts';
import { migrations } from '../../../engine/store/migrations/list.ts';

const { url: serverUrl } = inject('postgres');
const server = new pg.Client({ connectionString: serverUrl });
const made: string[] = [];
let url: string;

beforeAll(() => server.connect());
afterAll(async () => {
  for (const name of made) await server.query(`DROP DATABASE ${name} WITH (FORCE)`);
  await server.end();
});
beforeEach(async () => {
  const name = `iter_${randomUUID().replaceAll('-', '')}`;
  await server.query(`CREATE DATABASE ${name}`);
  made.push(name);
  const address = new URL(serverUrl);
  address.pathname = `/${name}`;
  url = address.href;
});

async function ask<Row extends pg.QueryResultRow>(sql: string): Promise<readonly Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

it('processes that start together apply each migration once', async () => {
  await Promise.all([migrate(url), migrate(url), migrate(url)]);
  const applied = await ask<{ number: number }>('SELECT number FROM migrations ORDER BY number');
  expect(applied.map(({ number }) => number)).toEqual(migrations.map(({ number }) => number));
  expect(await ask('SELECT count(*)::int AS jobs FROM graphile_worker.jobs')).toEqual([{ jobs: 0 }]);
});

it('a migration edited after it was applied is refused', async () => {
  await migrate(url);
  await ask(`UPDATE migrations SET checksum = 'other' WHERE number = 1`);
  await expect(migrate(url)).rejects.toMatchObject({ code: 'database.migration-changed' });
});

it('a database of a newer engine is refused', async () => {
  await migrate(url);
  await ask(`INSERT INTO migrations (number, name, checksum) VALUES (999, 'later', 'x')`);
  await expect(migrate(url)).rejects.toMatchObject({ code: 'database.too-new' });
});

it('a database that does not answer is named', async () => {
  await expect(migrate('postgres://nobody@127.0.0.1:1/none')).rejects.toMatchObject({
    code: 'database.unreachable',
    message: expect.stringContaining('none su 127.0.0.1:1'),
  });
});

it('jobs in the queue before connectors become calls of them', async () => {
  await migrate(url);
  await ask('DELETE FROM migrations WHERE number = 55');
  const dossierId = randomUUID();
  const add = (task: string, payload: object, key: string) =>
    ask(`SELECT graphile_worker.add_job('${task}', '${JSON.stringify(payload)}', job_key := '${key}')`);
  await add('create-document', { dossierId, waitId: 'w3' }, `create-document:${dossierId}:w3`);
  await add('send-mail', { dossierId, messageId: 'm1' }, 'mail:m1');
  await migrate(url);
  const jobs = await ask(
    `SELECT task_identifier AS task, key, payload FROM graphile_worker.jobs
       JOIN graphile_worker._private_jobs job USING (id, key) ORDER BY key`,
  );
  expect(jobs).toEqual([
    {
      task: 'call-connector',
      key: `create-document:${dossierId}:w3`,
      payload: { dossierId, waitId: 'w3', connector: 'create-document', elementId: '' },
    },
    {
      task: 'call-connector',
      key: `send-notice:${dossierId}:m1`,
      payload: { dossierId, messageId: 'm1', connector: 'send-notice', elementId: '' },
    },
  ]);
});

it('numbers rise and no migration is named twice', () => {
  const numbers = migrations.map(({ number }) => number);
  expect(numbers).toEqual([...new Set(numbers)].sort((one, other) => one - other));
  expect(new Set(migrations.map(({ name }) => name)).size).toBe(migrations.length);
});
