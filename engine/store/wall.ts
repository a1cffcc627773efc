import { AsyncLocalStorage } from 'node:async_hooks';
import type { Knex } from 'knex';
import type { Client } from 'pg';
import { isUuid } from './uuid.ts';

/*
 * The second wall. Tables of dossiers have row level security: a statement sees the rows of the bodies that
 * `iter.bodies` names, whatever it forgets to ask for. The door and the pages name the body of their dossier, lists at
 * the desk the bodies of their reader. Jobs, the command line, the register and a person's own dossiers look over all
 * bodies: their pool says so when it connects (`allBodies`). The pool of the door says nothing, and then nothing is
 * seen.
 */

/** What a connection begins with that may look over all bodies. */
export const allBodies = '-c iter.bodies=*';

/**
 * Begins a transaction that sees the rows of some bodies alone; the setting ends with it. One message to the server.
 */
export function beginIn(bodyIds: readonly string[]): string {
  if (!bodyIds.every(isUuid)) throw new Error('the id of a body is a UUID');
  return `BEGIN; SET LOCAL iter.bodies = '${bodyIds.join(',')}'`;
}

const bodiesNow = new AsyncLocalStorage<readonly string[]>();

/** Reads or writes with queries of a pool, each of which sees the rows of some bodies alone. */
export function within<Value>(bodyIds: readonly string[], work: () => PromiseLike<Value>): Promise<Value> {
  return bodiesNow.run(bodyIds, async () => await work());
}

type Ask = (this: unknown, connection: Client, query: object) => Promise<unknown>;

/**
 * Lets the queries of a pool know the wall. Such a query is sent between BEGIN and COMMIT, all three in one write, so
 * that there is no round trip more. Rejected: a copy of the pool for each request, which knex takes a millisecond to
 * make.
 */
export function putWall(db: Knex): void {
  const client: { _query: Ask } = db.client;
  const ask = client._query;
  client._query = function (connection, query) {
    const bodyIds = bodiesNow.getStore();
    return bodyIds === undefined
      ? ask.call(this, connection, query)
      : asked(connection, bodyIds, () => ask.call(this, connection, query));
  };
}

async function asked(connection: Client, bodyIds: readonly string[], ask: () => Promise<unknown>): Promise<unknown> {
  const begin = beginIn(bodyIds);
  const { stream } = connection.connection;
  stream.cork();
  // Async, so that what fails before it is sent ends the transaction too.
  const answering = async () => ask();
  const sent = [connection.query(begin), answering(), connection.query('COMMIT')];
  stream.uncork();
  // The connection goes back to the pool when all three are answered. After a failure COMMIT takes everything back.
  const [begun, answered, ended] = await Promise.allSettled(sent);
  for (const one of [answered, begun, ended]) if (one?.status === 'rejected') throw one.reason;
  return answered?.status === 'fulfilled' ? answered.value : undefined;
}
