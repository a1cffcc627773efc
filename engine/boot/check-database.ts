import pg from 'pg';
import { StartError } from '../store/start-error.ts';

/** The oldest PostgreSQL whose SQL the store may use. */
const oldestVersion = 15;

/** How long a database may take to answer; one behind a closed firewall never does. */
const patienceMs = 10_000;

/**
 * Makes sure that the database that `DATABASE_URL` names answers, lets us in and is new enough.
 * @throws StartError with what to do; it names host and database, never the password
 */
export async function checkDatabase(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: patienceMs });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ version: string }>(`SELECT current_setting('server_version_num') AS version`);
    refuseOld(Math.floor(Number(rows[0]?.version) / 10_000));
  } catch (error) {
    if (error instanceof StartError) throw error;
    throw new StartError('database.unreachable', sentence(error, new URL(databaseUrl)), { cause: error });
  } finally {
    await client.end().catch(() => undefined);
  }
}

function refuseOld(version: number): void {
  if (version >= oldestVersion) return;
  throw new StartError(
    'database.too-old',
    `Il database di DATABASE_URL è PostgreSQL ${version}: serve la versione ${oldestVersion} o una successiva.`,
  );
}

function sentence(error: unknown, { host, pathname, username }: URL): string {
  const name = decodeURIComponent(pathname.slice(1));
  switch (codeOf(error)) {
    case 'ECONNREFUSED':
      return `A ${host} nessun database risponde: avvia PostgreSQL, oppure correggi DATABASE_URL.`;
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `Il nome ${host} non esiste nella rete: correggi DATABASE_URL.`;
    case '28P01':
    case '28000':
      return `Il database a ${host} non accetta l’utente "${username}" o la sua parola d’ordine: correggi DATABASE_URL.`;
    case '3D000':
      return `A ${host} non c’è un database di nome "${name}": crealo, oppure correggi DATABASE_URL.`;
    case '53300':
      return `Il database a ${host} ha già tutte le connessioni occupate: liberane, o aumenta max_connections.`;
    default:
      return `Il database a ${host} non risponde come dovrebbe (${messageOf(error)}): controlla che sia in funzione e che DATABASE_URL sia giusta.`;
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

function messageOf(error: unknown): string {
  return error instanceof Error && error.message !== '' ? error.message : codeOf(error);
}
