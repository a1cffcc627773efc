import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { serverAccount } from '../../../engine/store/embedded/account.ts';
import { databaseFolder } from '../../../engine/store/embedded/folder.ts';
import type { BenchPlace } from './place.ts';

/**
 * Does `work`, and gives how many statements the database was sent meanwhile, by its own log. What only opens or ends a
 * transaction is not counted: the wall sends it in one write with the statement between, without a round trip of its
 * own (`store/wall.ts`).
 */
export async function statementsDuring(place: BenchPlace, work: () => Promise<unknown>): Promise<number> {
  const client = new pg.Client({ connectionString: place.ownerUrl });
  await client.connect();
  const log = join(databaseFolder(place.home, serverAccount()), 'server.log');
  const lines = (): number =>
    (
      readFileSync(log, 'utf8').match(
        /LOG: {2}(?:statement|execute [^:]*): (?!ALTER SYSTEM|SELECT pg_reload_conf|BEGIN|COMMIT)/g,
      ) ?? []
    ).length;
  try {
    await tell(client, `ALTER SYSTEM SET log_statement = 'all'`);
    const before = lines();
    await work();
    return lines() - before;
  } finally {
    await tell(client, 'ALTER SYSTEM RESET log_statement');
    await client.end();
  }
}

async function tell(client: pg.Client, sql: string): Promise<void> {
  await client.query(sql);
  await client.query('SELECT pg_reload_conf()');
  // Every process of the database reads the new settings when it is next idle.
  await new Promise((resolve) => setTimeout(resolve, 500));
}
