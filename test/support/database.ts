import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { openDatabase, type Db } from '../../engine/store/db.ts';

/** A database of one's own, with all tables, bodies and municipalities. */
export interface TestDatabase {
  /** As the role with which the engine works. */
  readonly db: Db;
  readonly url: string;
  /** As the role that owns the tables, for what the engine cannot do. */
  readonly owner: Db;
  readonly ownerUrl: string;
  /** Closes the connections and drops the database. */
  drop(): Promise<void>;
}

/** Copies the migrated template. Call it once per test file, and `drop` after all. */
export const freshDatabase = (): Promise<TestDatabase> => copyOf(inject('postgres').template);

/** Copies a template of that name, which whoever asks first in a run makes: the migrated one, prepared. */
export async function preparedDatabase(name: string, prepare: (db: Db) => Promise<void>): Promise<TestDatabase> {
  const { url: serverUrl, appUrl, template } = inject('postgres');
  await onServer(serverUrl, 'preparing', async (client) => {
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [name]);
    if (rowCount !== 0) return;
    const unfinished = `${name}_unfinished`;
    await copy(serverUrl, template, unfinished);
    const db = openDatabase(databaseNamed(appUrl, unfinished));
    await prepare(db).finally(() => db.destroy());
    await client.query(`ALTER DATABASE ${unfinished} RENAME TO ${name}`);
  });
  return copyOf(name);
}

async function copyOf(template: string): Promise<TestDatabase> {
  const { url: serverUrl, appUrl } = inject('postgres');
  const name = `iter_${randomUUID().replaceAll('-', '')}`;
  await copy(serverUrl, template, name);
  const [url, ownerUrl] = [databaseNamed(appUrl, name), databaseNamed(serverUrl, name)];
  const [db, owner] = [openDatabase(url), openDatabase(ownerUrl)];
  return {
    ...{ db, url, owner, ownerUrl },
    drop: async () => {
      await Promise.all([db.destroy(), owner.destroy()]);
      await onServer(serverUrl, 'copying', (client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
    },
  };
}

/** The address of a database of the same server. */
function databaseNamed(url: string, name: string): string {
  return Object.assign(new URL(url), { pathname: `/${name}` }).href;
}

const copy = (url: string, template: string, name: string): Promise<void> =>
  onServer(url, 'copying', (client) => client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`));

/** What one file of tests does at a time in a run, by the number of its lock: the second waits. */
const alone = {
  // Two copies of one template at a time are refused.
  copying: 7,
  preparing: 8,
  building: 9,
};

/** Does work that no other file of tests does meanwhile. */
export const oneAtATime = (what: keyof typeof alone, work: () => Promise<unknown>): Promise<void> =>
  onServer(inject('postgres').url, what, work);

async function onServer(
  url: string,
  what: keyof typeof alone,
  work: (client: pg.Client) => Promise<unknown>,
): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [alone[what]]);
    await work(client);
  } finally {
    await client.end();
  }
}
