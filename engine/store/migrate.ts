import { createHash } from 'node:crypto';
import { runMigrations } from 'graphile-worker';
import type pg from 'pg';
import { connectClient } from './connect-client.ts';
import { quietJobLogger } from './job-logger.ts';
import { migrations } from './migrations/list.ts';
import type { Migration } from './migrations/migration.ts';
import { StartError } from './start-error.ts';

/** Any number; it only has to be the same in all processes of Iter. */
const MIGRATION_LOCK = 4_281_773;

/** The oldest PostgreSQL that knows everything the statements use. */
const OLDEST_SERVER = 150_000;

/**
 * Brings the tables of the database at `url`, and those of the job queue, to the newest form. Only forward. Processes
 * that start together wait for each other.
 *
 * @throws StartError when the database cannot be reached, is older than PostgreSQL 15, belongs to a newer Iter, or
 * holds
 * a migration whose text was changed after it was applied
 */
export async function migrate(url: string): Promise<void> {
  const client = await connectClient(url, 'iter-migrate');
  try {
    await checkServer(client);
    await client.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await applyMissing(client, migrations);
    // The queue's own migrations are not guarded against two processes that start on an empty database together.
    await runMigrations({ connectionString: url, logger: quietJobLogger });
  } finally {
    await client.end();
  }
}

async function checkServer(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ server_version_num: string; server_version: string }>(
    `SELECT current_setting('server_version_num') AS server_version_num, current_setting('server_version') AS server_version`,
  );
  const server = rows[0];
  if (server && Number(server.server_version_num) >= OLDEST_SERVER) return;
  throw new StartError(
    'database.too-old',
    `Il database è PostgreSQL ${server?.server_version ?? 'sconosciuto'}: serve la versione 15 o una più recente.`,
  );
}

async function applyMissing(client: pg.Client, known: readonly Migration[]): Promise<void> {
  await client.query(`CREATE TABLE IF NOT EXISTS migrations (
    number integer PRIMARY KEY, name text NOT NULL, checksum text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())`);
  const { rows: applied } = await client.query<{ number: number; checksum: string }>(
    'SELECT number, checksum FROM migrations ORDER BY number',
  );
  const checksums = new Map(applied.map((row) => [row.number, row.checksum]));
  const newest = applied.at(-1)?.number ?? 0;
  const last = known.at(-1)?.number ?? 0;
  if (newest > last) {
    throw new StartError(
      'database.too-new',
      `Il database è stato usato da una versione di Iter più recente (migrazione ${newest}, qui l’ultima è la ${last}): aggiorna Iter.`,
    );
  }
  for (const migration of known) {
    const checksum = checksums.get(migration.number);
    if (checksum === undefined) await apply(client, migration);
    else if (checksum !== checksumOf(migration)) throw changed(migration);
  }
}

async function apply(client: pg.Client, migration: Migration): Promise<void> {
  await client.query('BEGIN');
  try {
    await client.query(migration.sql);
    await client.query('INSERT INTO migrations (number, name, checksum) VALUES ($1, $2, $3)', [
      migration.number,
      migration.name,
      checksumOf(migration),
    ]);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw new Error(`Migration ${migration.number} (${migration.name}) failed`, { cause: error });
  }
}

function checksumOf(migration: Migration): string {
  return createHash('sha256').update(migration.sql).digest('hex');
}

function changed(migration: Migration): StartError {
  return new StartError(
    'database.migration-changed',
    `La migrazione ${migration.number} (${migration.name}) è stata modificata dopo essere stata applicata a questo database: ripristina il testo originale e aggiungi una migrazione nuova.`,
  );
}
