import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { serverAccount } from '../../../engine/store/embedded/account.ts';
import { databaseFolder } from '../../../engine/store/embedded/folder.ts';
import type { BenchPlace } from './place.ts';

/** Sees the plans that the database makes for the statements of others, by its own log. */
export interface PlanWatch {
  /** Does `work`; gives the growing tables that were meanwhile read from end to end. */
  during(work: () => Promise<unknown>): Promise<readonly string[]>;
  stop(): Promise<void>;
}

/** From so many rows on a table counts as growing; the lists of bodies and offices stay below. */
const growsFrom = 5000;

/** Starts to watch. Only connections that are opened afterwards are seen. */
export async function watchPlans(place: BenchPlace): Promise<PlanWatch> {
  const client = new pg.Client({ connectionString: place.ownerUrl });
  await client.connect();
  await client.query(`ALTER SYSTEM SET session_preload_libraries = 'auto_explain'`);
  await client.query(`ALTER SYSTEM SET auto_explain.log_min_duration = 0`);
  await client.query(`ALTER SYSTEM SET auto_explain.log_nested_statements = on`);
  await client.query('SELECT pg_reload_conf()');
  const { rows } = await client.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class
      WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND reltuples >= $1 AND relname <> 'municipalities'`,
    [growsFrom],
  );
  const growing = new Set(rows.map(({ name }) => name));
  const log = join(databaseFolder(place.home, serverAccount()), 'server.log');
  return {
    during: async (work) => {
      const before = readFileSync(log).length;
      await work();
      const plans = readFileSync(log).subarray(before).toString();
      const read = [...plans.matchAll(/Seq Scan on (?:public\.)?(\w+)/g)].map(([, table = '']) => table);
      return [...new Set(read)].filter((table) => growing.has(table));
    },
    stop: () => client.end(),
  };
}
