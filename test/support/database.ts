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
export async function freshDatabase(): Promise<TestDatabase> {
  const { url: serverUrl, appUrl, template } = inject('postgres');
  const name = `iter_${randomUUID().replaceAll('-', '')}`;
  await onServer(serverUrl, `CREATE DATABASE ${name} TEMPLATE ${template}`);
  const [url, ownerUrl] = [databaseNamed(appUrl, name), databaseNamed(serverUrl, name)];
  const [db, owner] = [openDatabase(url), openDatabase(ownerUrl)];
  return {
    ...{ db, url, owner, ownerUrl },
    drop: async () => {
      await Promise.all([db.destroy(), owner.destroy()]);
      await onServer(serverUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    },
  };
}

/** The address of a database of the same server. */
function databaseNamed(url: string, name: string): string {
  return Object.assign(new URL(url), { pathname: `/${name}` }).href;
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    // Two copies of one template at a time are refused; the second waits.
    await client.query(`SELECT pg_advisory_lock(7)`);
    await client.query(statement);
  } finally {
    await client.end();
  }
}
