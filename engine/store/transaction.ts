import type { Client, QueryResultRow } from 'pg';
import type { Db } from './db.ts';
import { discard, noAnswer } from './discard.ts';
import { beginIn } from './wall.ts';

/** A statement that is prepared once on every connection. `name` belongs to this text alone. */
export interface Statement {
  readonly name: string;
  readonly text: string;
}

/**
 * What a statement is given. No value of another type gets through: the driver would find only on the way out that it
 * cannot write it, after COMMIT has been queued behind.
 */
export type Value = string | number | boolean | null | readonly string[];

/** A statement with its values. */
export interface Asked {
  readonly statement: Statement;
  readonly values: readonly Value[];
}

/** A transaction under way. Each call is one round trip. */
export interface Transaction {
  /** Runs a statement that gives exactly one row. */
  one<Row extends QueryResultRow>(statement: Statement, values: readonly Value[]): Promise<Row>;
  /** Runs two, each of which gives one row, and gives the second row. The second sees what was true after the first. */
  second<Row extends QueryResultRow>(first: Asked, second: Asked): Promise<Row>;
  /**
   * Runs the last statement and commits, in one round trip, and gives its rows. What must not be committed has to fail
   * in the statement itself: how many rows come back is known only after the commit.
   */
  last<Row extends QueryResultRow>(statement: Statement, values: readonly Value[]): Promise<readonly Row[]>;
}

/**
 * Runs `work` in one transaction on one connection of the pool: its result stands after the commit, its exception after
 * the rollback. The driver is called directly, because only it knows prepared statements, and planning the statements
 * of the door anew for every command would cost more than running them. BEGIN is sent together with the first
 * statement.
 * @param bodyIds whose dossiers it sees; none without it
 */
export async function inTransaction<Result>(
  db: Db,
  work: (transaction: Transaction) => Promise<Result>,
  bodyIds: readonly string[] = [],
): Promise<Result> {
  const connection: Client = await db.client.acquireConnection();
  try {
    const transaction = transactionOn(connection, beginIn(bodyIds));
    const result = await work(transaction);
    if (!transaction.isCommitted()) await commit(connection);
    return result;
  } catch (error) {
    await rollBack(connection, error);
    throw error;
  } finally {
    await db.client.releaseConnection(connection);
  }
}

/** Commits; fails when a statement had failed and somebody kept that to themselves: then everything was taken back. */
async function commit(connection: Client): Promise<void> {
  const { command } = await connection.query('COMMIT');
  if (command !== 'COMMIT') throw new Error('COMMIT found a transaction that had failed');
}

function transactionOn(connection: Client, begin: string): Transaction & { readonly isCommitted: () => boolean } {
  let begun: Promise<unknown> | undefined;
  let committed = false;
  const sendRows = <Row extends QueryResultRow>({ statement, values }: Asked): Promise<readonly Row[]> => {
    checkText(statement);
    begun ??= quietly(connection.query(begin));
    return quietly(connection.query<Row>({ ...statement, values: [...values] }).then(({ rows }) => rows));
  };
  const send = <Row extends QueryResultRow>(asked: Asked): Promise<Row> =>
    quietly(sendRows<Row>(asked).then((rows) => only(rows, asked.statement)));
  return {
    one: async <Row extends QueryResultRow>(statement: Statement, values: readonly Value[]) => {
      const row = inOneWrite(connection, () => send<Row>({ statement, values }));
      await begun;
      return row;
    },
    second: async <Row extends QueryResultRow>(first: Asked, second: Asked) => {
      const [before, row] = inOneWrite(connection, () => [send(first), send<Row>(second)] as const);
      await begun;
      await before;
      return row;
    },
    last: async <Row extends QueryResultRow>(statement: Statement, values: readonly Value[]) => {
      // After a statement that failed, COMMIT takes everything back.
      const [asked, committing] = inOneWrite(
        connection,
        () => [sendRows<Row>({ statement, values }), quietly(commit(connection))] as const,
      );
      await begun;
      const rows = await asked;
      await committing;
      committed = true;
      return rows;
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

function only<Row>(rows: readonly Row[], { name }: Statement): Row {
  const row = rows[0];
  if (row === undefined || rows.length > 1) throw new Error(`${name} gave ${rows.length} rows instead of one`);
  return row;
}

/** Texts of all statements by name. */
const texts = new Map<string, string>();

/** The driver would refuse a second text under a name without sending anything, and send the COMMIT behind it. */
function checkText({ name, text }: Statement): void {
  const earlier = texts.get(name) ?? text;
  if (earlier !== text) throw new Error(`${name} is the name of two statements`);
  texts.set(name, text);
}
