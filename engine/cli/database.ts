import { readConfig } from '../config.ts';
import { connectClient } from '../store/connect-client.ts';
import { openDatabase, type Db } from '../store/db.ts';
import { startEmbedded } from '../store/embedded.ts';
import type { CommandScene } from './command.ts';

/**
 * Works on the database that the engine of this environment uses: that of `DATABASE_URL`, or the one in `ITER_HOME`,
 * which is started for the while unless the engine is running.
 *
 * @throws ConfigProblem, StartError
 */
export async function withDatabase<Result>(
  env: CommandScene['env'],
  work: (db: Db) => Promise<Result>,
): Promise<Result> {
  const { databaseUrl, home } = readConfig(env);
  const embedded = databaseUrl === undefined ? await startEmbedded({ home }) : undefined;
  const url = databaseUrl ?? embedded?.url ?? '';
  const db = openDatabase(url);
  try {
    // The pool would say less about a database that does not answer.
    await (await connectClient(url, 'iter-cli')).end();
    return await work(db);
  } finally {
    await db.destroy();
    await embedded?.stop();
  }
}
