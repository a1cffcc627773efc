import { runMigrations } from 'graphile-worker';
import pg from 'pg';
import { connectClient } from './connect-client.ts';
import { quietJobLogger } from './job-logger.ts';
import { migrations } from './migrations/list.ts';
import type { Migration } from './migrations/migration.ts';
import { grantPrivileges } from './privileges.ts';
import { sha256 } from './sha256.ts';
import { StartError } from './start-error.ts';

/** Any number; it only has to be the same in all processes of Iter. */
const MIGRATION_LOCK = 4_281_773;

/** The oldest PostgreSQL that knows everything the statements use. */
const OLDEST_SERVER = 150_000;

/**
 * Brings the tables of a database, and those of the job queue, to the newest form, and gives the role of the engine its
 * rights on them. Only forward. Processes that start together wait for each other.
 *
 * @param ownerUrl the database, as the role that owns the tables or will
 * @param url the same as the role with which the engine works
 * @returns how many migrations were missing
 * @throws StartError when the database cannot be reached, is older than PostgreSQL 15, belongs to a newer Iter, holds
 * a migration whose text was changed after it was applied, or does not know the role of the engine
 */
export async function migrate(ownerUrl: string, url = ownerUrl): Promise<number> {
  const client = await connectClient(ownerUrl, 'iter-migrate');
  try {
    await checkServer(client);
    await client.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await client.query(`CREATE TABLE IF NOT EXISTS migrations (
      number integer PRIMARY KEY, name text NOT NULL, checksum text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())`);
    const missing = await missingMigrations(client);
    for (const migration of missing) await apply(client, migration);
    // The queue's own migrations are not guarded against two processes that start on an empty database together.
    await runMigrations({ connectionString: ownerUrl, logger: quietJobLogger });
    await grantPrivileges(client, await demandRole(client, roleOf(url)));
    return missing.length;
  } finally {
    await client.end();
  }
}

/**
 * Makes sure that there is nothing to migrate, as a role that could not.
 * @throws StartError `database.empty`, `database.not-migrated` with what to do, or as `migrate`
 */
export async function demandMigrated(url: string): Promise<void> {
  const client = await connectClient(url, 'iter-check');
  try {
    const { rows } = await client.query<{ there: boolean; readable: boolean }>(
      `SELECT oid IS NOT NULL AS there, coalesce(has_table_privilege(oid, 'SELECT'), false) AS readable
         FROM to_regclass('public.migrations') AS oid`,
    );
    if (rows[0]?.there !== true) throw empty();
    if (!rows[0].readable || (await missingMigrations(client)).length > 0) throw notMigrated(url);
    await runMigrations({ connectionString: url, logger: quietJobLogger }).catch((cause: unknown) => {
      throw isForbidden(cause) ? notMigrated(url, cause) : cause;
    });
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

/** The migrations that the database lacks, in their order. */
async function missingMigrations(client: pg.Client): Promise<readonly Migration[]> {
  const { rows: applied } = await client.query<{ number: number; checksum: string }>(
    'SELECT number, checksum FROM public.migrations ORDER BY number',
  );
  const checksums = new Map(applied.map((row) => [row.number, row.checksum]));
  const newest = applied.at(-1)?.number ?? 0;
  const last = migrations.at(-1)?.number ?? 0;
  if (newest > last) {
    throw new StartError(
      'database.too-new',
      `Il database è stato usato da una versione di Iter più recente (migrazione ${newest}, qui l’ultima è la ${last}): aggiorna Iter.`,
    );
  }
  const edited = migrations.find((known) => (checksums.get(known.number) ?? checksumOf(known)) !== checksumOf(known));
  if (edited) throw changed(edited);
  return migrations.filter(({ number }) => !checksums.has(number));
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
  return sha256(migration.sql);
}

function changed(migration: Migration): StartError {
  return new StartError(
    'database.migration-changed',
    `La migrazione ${migration.number} (${migration.name}) è stata modificata dopo essere stata applicata a questo database: ripristina il testo originale e aggiungi una migrazione nuova.`,
  );
}

/** The role as which an address connects; PostgreSQL's own rules apply where the address names none. */
function roleOf(url: string): string {
  return new pg.Client({ connectionString: url }).user ?? '';
}

async function demandRole(client: pg.Client, role: string): Promise<string> {
  const { rowCount } = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role]);
  if (rowCount === 1) return role;
  throw new StartError(
    'database.no-role',
    `Il database non conosce il ruolo ${role} di DATABASE_URL: crealo con CREATE ROLE, come dice il README alla voce «I ruoli del database».`,
  );
}

function empty(): StartError {
  return new StartError(
    'database.empty',
    'In questo database non ci sono le tabelle di Iter: controlla DATABASE_URL o ITER_HOME, oppure creale con "npm run iter -- migrate".',
  );
}

function notMigrated(url: string, cause?: unknown): StartError {
  return new StartError(
    'database.not-migrated',
    `Le tabelle del database non sono nella forma che serve a questo Iter, e il ruolo ${roleOf(url)} non può cambiarle: esegui "npm run iter -- migrate" con ITER_MIGRATION_DATABASE_URL.`,
    { cause },
  );
}

function isForbidden(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '42501';
}
