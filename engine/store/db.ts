import knex, { type Knex } from 'knex';
import { knexSnakeCaseMappers } from 'objection';
import pg from 'pg';
import { discardSilent } from './discard.ts';
import { allBodies, putWall } from './wall.ts';

/** A pool of connections, or a transaction on one of them. */
export type Db = Knex;

/** How long who works with a database waits for what, in milliseconds. What has no bound here waits for ever. */
export interface DatabasePatience {
  /** For a connection of the pool, and for the server to answer a new one. */
  readonly acquireMs: number;
  /** For a statement, by the clock of the server. */
  readonly statementMs: number;
  /** For a lock. */
  readonly lockMs: number;
  /** A transaction that stands still for so long is ended by the server. */
  readonly idleInTransactionMs: number;
  /** For the answer to a statement, by our own clock: a server that was frozen never gives one. */
  readonly answerMs: number;
}

/** How a pool is opened. */
export interface DatabaseOptions {
  /** The most connections at a time, 10 without it. */
  readonly connections?: number;
  readonly patience?: DatabasePatience;
  /**
   * For the door: connections are kept open and plan each statement once, and see no dossier before a transaction names
   * its body.
   */
  readonly prepared?: boolean;
}

/**
 * Opens a pool on a PostgreSQL database. Nothing is connected before the first query.
 *
 * Rows come back as JSON has them: instants as ISO strings in UTC, calendar days as `YYYY-MM-DD`, counts as numbers.
 * Built queries name columns as the code does (`dossierId`); plain SQL names them as the database does (`dossier_id`).
 * @param url `postgres://…`
 */
export function openDatabase(url: string, options: DatabaseOptions = {}): Db {
  const { connections = 10, patience, prepared = false } = options;
  const discard = discardSilent();
  const connection = {
    connectionString: url,
    types: rowTypes,
    application_name: 'iter',
    keepAlive: true,
    ...(patience && patienceOf(patience)),
    pipeline: true,
    options: prepared ? '-c plan_cache_mode=force_generic_plan' : allBodies,
    // Knex's own type of a connection knows `types` only with the parsers of one driver version.
  } as Knex.PgConnectionConfig;
  const db = knex({
    client: 'pg',
    connection,
    // A failed statement is told without its values: they are people's data, and errors go into the log.
    compileSqlOnError: false,
    ...(patience && { acquireConnectionTimeout: patience.acquireMs }),
    pool: { min: prepared ? connections : 0, max: connections, afterCreate: discard.afterCreate },
    log: silent,
    ...knexSnakeCaseMappers(),
  });
  discard.watch(db);
  putWall(db);
  return db;
}

/** What fails is thrown, and told once by who catches it. */
const silent: Knex.Logger = { warn: () => undefined, error: () => undefined };

function patienceOf({ acquireMs, statementMs, lockMs, idleInTransactionMs, answerMs }: DatabasePatience) {
  return {
    connectionTimeoutMillis: acquireMs,
    statement_timeout: statementMs,
    lock_timeout: lockMs,
    idle_in_transaction_session_timeout: idleInTransactionMs,
    query_timeout: answerMs,
  };
}

const { DATE, INT8, TIMESTAMPTZ } = pg.types.builtins;

/** How values of PostgreSQL are read on our connections; other users of `pg` in the process are not touched. */
export const rowTypes = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') => {
    if (oid === DATE) return (value: string) => value;
    if (oid === TIMESTAMPTZ) return (value: string) => new Date(value).toISOString();
    if (oid === INT8) return Number;
    return format === 'binary' ? pg.types.getTypeParser(oid, 'binary') : pg.types.getTypeParser(oid, 'text');
  }) as typeof pg.types.getTypeParser,
};

/** The rows that a plain SQL statement gives. `Row` is what the statement promises to select. */
export async function rowsOf<Row>(
  db: Db,
  sql: string,
  values: Readonly<Record<string, Knex.Value>> = {},
): Promise<readonly Row[]> {
  const result: { rows: Row[] } = await db.raw(sql, values);
  return result.rows;
}
