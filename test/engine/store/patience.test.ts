import { createServer, type Server, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase, rowsOf, type Db } from '../../../engine/store/db.ts';
import { faultOf } from '../../../engine/store/faults.ts';
import { healthOf } from '../../../engine/store/health.ts';
import { inTransaction } from '../../../engine/store/transaction.ts';
import { freshDatabase, type TestDatabase } from '../../support/database.ts';

const patience = { acquireMs: 300, statementMs: 200, lockMs: 150, idleInTransactionMs: 250, answerMs: 1000 };

let database: TestDatabase;
let db: Db;
beforeAll(async () => {
  database = await freshDatabase();
  db = openDatabase(database.url, { connections: 2, patience });
});
afterAll(async () => {
  await db.destroy();
  await database.drop();
});

const faultIn = (work: Promise<unknown>) => work.then(() => 'none', faultOf);
const sleep = { name: 'test-sleep', text: 'SELECT pg_sleep(5)' };

describe('nobody waits longer than told', () => {
  it('for a statement', async () => {
    expect(await faultIn(rowsOf(db, 'SELECT pg_sleep(5)'))).toBe('away');
    expect(await faultIn(inTransaction(db, (transaction) => transaction.one(sleep, [])))).toBe('away');
  });

  it('for a lock', async () => {
    const holder = await database.db.transaction();
    await rowsOf(holder, 'SELECT pg_advisory_xact_lock(4711)');
    expect(await faultIn(rowsOf(db, 'SELECT pg_advisory_xact_lock(4711)'))).toBe('away');
    await holder.rollback();
  });

  it('for a connection', async () => {
    const holders = await Promise.all([db.client.acquireConnection(), db.client.acquireConnection()]);
    expect(await faultIn(rowsOf(db, 'SELECT 1'))).toBe('away');
    for (const holder of holders) await db.client.releaseConnection(holder);
    expect(await rowsOf(db, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('for a transaction that stands still', async () => {
    const one = { name: 'test-one', text: 'SELECT 1' };
    const standing = inTransaction(db, async (transaction) => {
      await transaction.one(one, []);
      await new Promise((resolve) => setTimeout(resolve, 600));
      return transaction.one(one, []);
    });
    expect(await faultIn(standing)).toBe('away');
    expect(await rowsOf(db, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });
});

describe('a database that takes connections and never answers', () => {
  let frozen: Server;
  let silent: Db;
  const sockets = new Set<Socket>();
  beforeAll(async () => {
    frozen = createServer((socket) => void sockets.add(socket.on('error', () => undefined)));
    await new Promise<void>((resolve) => frozen.listen(0, '127.0.0.1', resolve));
    const address = frozen.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    silent = openDatabase(`postgres://nobody@127.0.0.1:${port}/none`, { connections: 1, patience });
  });
  afterAll(async () => {
    await silent.destroy();
    for (const socket of sockets) socket.destroy();
    frozen.close();
  });

  it('is told within the time of the watch, by all who ask', async () => {
    const health = healthOf(silent, 100);
    const down = { reachable: false, moving: false };
    expect(await Promise.all([health(), health(), health()])).toEqual([down, down, down]);
    expect(sockets.size).toBeLessThanOrEqual(1);
  });

  it('is away for who needs it', async () => {
    expect(await faultIn(rowsOf(silent, 'SELECT 1'))).toBe('away');
  });
});

it('a statement that is not answered in time costs its connection', async () => {
  const hasty = openDatabase(database.url, {
    connections: 1,
    patience: { ...patience, statementMs: 5000, answerMs: 200 },
  });
  expect(await faultIn(rowsOf(hasty, 'SELECT pg_sleep(2)'))).toBe('away');
  expect(await rowsOf(hasty, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  expect(await faultIn(inTransaction(hasty, (transaction) => transaction.one(sleep, [])))).toBe('away');
  expect(await rowsOf(hasty, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  await hasty.destroy();
});
