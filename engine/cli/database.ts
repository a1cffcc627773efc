import { readConfig } from '../config.ts';
import { openDatabase, type Db } from '../store/db.ts';
import { startEmbedded } from '../store/embedded.ts';
import { demandMigrated } from '../store/migrate.ts';
import type { DatabaseAddresses } from '../store/prepare-tables.ts';
import type { CommandScene } from './command.ts';

/**
 * Works on the database that the engine of this environment uses, as the role with which the engine works.
 *
 * @throws ConfigProblem, StartError, above all for a database that was not migrated yet
 */
export async function withDatabase<Result>(
  env: CommandScene['env'],
  work: (db: Db) => Promise<Result>,
): Promise<Result> {
  return withAddresses(env, async ({ url }) => {
    // The pool would say less about a database that does not answer.
    await demandMigrated(url);
    const db = openDatabase(url);
    return work(db).finally(() => db.destroy());
  });
}

/**
 * Gives the database that the engine of this environment uses: that of `DATABASE_URL`, or the one in `ITER_HOME`,
 * which is started for the while unless the engine is running.
 *
 * @throws ConfigProblem, StartError
 */
export async function withAddresses<Result>(
  env: CommandScene['env'],
  work: (addresses: DatabaseAddresses) => Promise<Result>,
): Promise<Result> {
  const { databaseUrl: url, migrationDatabaseUrl: ownerUrl, home } = readConfig(env);
  if (url !== undefined) return work({ url, ...(ownerUrl && { ownerUrl }) });
  const embedded = await startEmbedded({ home });
  return work(embedded).finally(() => embedded.stop());
}
