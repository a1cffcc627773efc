import type { Client, QueryResultRow } from 'pg';
import type { Db } from './db.ts';
import { discard, noAnswer } from './discard.ts';

/** A statement that is prepared once on every connection. `name` belongs to this text alone. */
export interface Statement {
  readonly name: string;
  readonly text: string;
}

/** A statement with its values. */
export interface Asked {
  readonly statement: Statement;
  readonly values: readonly unknown[];
}

/** A transaction under way. Each call is one round trip. */
export interface Transaction {
  /** Runs a statement that gives exactly one row. */
  one<Row extends QueryResultRow>(statement: Statement, values: readonly unknown[]): Promise<Row>;
  /** Runs two, each of which gives one row, and gives the second row. The second sees what was true after the first. */
  second<Row extends QueryResultRow>(first: Asked, second: Asked): Promise<Row>;
  /**
   * Runs the last statement and commits, in one round trip; what must not be committed has to fail in the statement
   * itself.
   */
  last(statement: Statement, values: readonly unknown[]): Promise<void>;
}

/**
 * Runs `work` in one transaction on one connection of the pool: its result stands after the commit, its exception after
 * the rollback. The driver is called directly, because only it knows prepared statements, and planning the statements
 * of
 * the door anew for every command would cost more than running them. BEGIN is sent together with the first statement.
 */
export async function inTransaction<Result>(
  db: Db,
  work: (transaction: Transaction) => Promise<Result>,
): Promise<Result> {
  const connection: Client = await db.client.acquireConnection();
  try {
    const transaction = transactionOn(connection);
    const result = await work(transaction);
    if (!transaction.isCommitted()) await connection.query('COMMIT');
    return result;
  } catch (error) {
    await rollBack(connection, error);
    throw error;
  } finally {
    await db.client.releaseConnection(connection);
  }
}

function transactionOn(connection: Client): Transaction & { readonly isCommitted: () => boolean } {
  let begun: Promise<unknown> | undefined;
  let committed = false;
  const send = (asked: Asked): Promise<never> => {
    begun ??= quietly(connection.query('BEGIN'));
    return quietly(oneRow<never>(connection, asked));
  };
  return {
    one: async (statement, values) => {
      const row = inOneWrite(connection, () => send({ statement, values }));
      await begun;
      return row;
    },
    second: async (first, second) => {
      const [before, row] = inOneWrite(connection, () => [send(first), send(second)] as const);
      await begun;
      await before;
      return row;
    },
    last: async (statement, values) => {
      // After a statement that failed, COMMIT takes everything back.
      const [asked, committing] = inOneWrite(
        connection,
        () => [send({ statement, values }), quietly(connection.query('COMMIT'))] as const,
      );
      await begun;
      await asked;
      await committing;
      committed = true;
    },
    isCommitted: () => committed,
  };
}

/** Gives the network in one write what `send` sends: one write costs as much as another, however little it holds. */
function inOneWrite<Result>({ connection: { stream } }: Client, send: () => Result): Result {
  stream.cork();
  try {
    return send();
  } finally {
    stream.uncork();
  }
}

/** A promise that is awaited after others; until then its failure must not count as unheard. */
function quietly<Value>(promise: Promise<Value>): Promise<Value> {
  promise.catch(() => undefined);
  return promise;
}

/**
 * A connection that is gone has rolled back already, and one that does not answer is cut off; the first error is the
 * one to tell.
 */
async function rollBack(connection: Client, error: unknown): Promise<void> {
  if (error instanceof Error && error.message === noAnswer) discard(connection, error);
  else await connection.query('ROLLBACK').catch(() => undefined);
}

async function oneRow<Row extends QueryResultRow>(connection: Client, { statement, values }: Asked): Promise<Row> {
  const { rows } = await connection.query<Row>({ ...statement, values: [...values] });
  const row = rows[0];
  if (row === undefined || rows.length > 1)
    throw new Error(`${statement.name} gave ${rows.length} rows instead of one`);
  return row;
}
