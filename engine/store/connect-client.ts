import pg from 'pg';
import { StartError } from './start-error.ts';

/** How long a database may take to answer; one behind a closed firewall never does. */
const patienceMs = 10_000;

/**
 * Opens one connection beside any pool.
 * @param name under which the database lists it
 * @throws StartError `database.unreachable`, with a sentence that names the database and the reason
 */
export async function connectClient(url: string, name: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, application_name: name, connectionTimeoutMillis: patienceMs });
  try {
    await client.connect();
    return client;
  } catch (error) {
    throw unreachable(url, error);
  }
}

function unreachable(url: string, cause: unknown): StartError {
  const { hostname, port, pathname } = new URL(url);
  return new StartError(
    'database.unreachable',
    `Il database ${pathname.slice(1) || 'predefinito'} su ${hostname || 'questa macchina'}:${port || 5432} non risponde (${reasonOf(cause)}): controlla DATABASE_URL (e ITER_MIGRATION_DATABASE_URL, se c’è) e che PostgreSQL sia avviato.`,
    { cause },
  );
}

function reasonOf(cause: unknown): string {
  if (cause instanceof AggregateError) return cause.errors.map(reasonOf).join('; ');
  return cause instanceof Error ? cause.message : String(cause);
}
