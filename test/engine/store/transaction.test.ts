import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase, rowsOf, type Db } from '../../../engine/store/db.ts';
import { faultOf } from '../../../engine/store/faults.ts';
import { inTransaction, type Transaction } from '../../../engine/store/transaction.ts';
import { freshDatabase, type TestDatabase } from '../../support/database.ts';

let database: TestDatabase;
let db: Db;
beforeAll(async () => {
  database = await freshDatabase();
  await rowsOf(database.owner, 'CREATE TABLE noted (word text PRIMARY KEY)');
  await rowsOf(database.owner, 'GRANT ALL ON noted TO PUBLIC');
});
afterAll(() => database.drop());
beforeEach(async () => {
  await rowsOf(database.db, 'DELETE FROM noted');
  db = openDatabase(database.url, { connections: 1, prepared: true });
});
afterEach(async () => {
  await db.destroy();
});

const note = { name: 'test-note', text: 'INSERT INTO noted (word) VALUES ($1) RETURNING word' };
const count = { name: 'test-count', text: 'SELECT count(*) AS count FROM noted' };
const broken = { name: 'test-broken', text: 'SELECT 1 / $1::int AS one' };
const unknown = { name: 'test-unknown', text: 'SELECT 1 FROM no_such_table' };
const none = { name: 'test-none', text: 'SELECT 1 WHERE $1::boolean' };

const noted = async (): Promise<readonly string[]> =>
  (await rowsOf<{ word: string }>(database.db, 'SELECT word FROM noted ORDER BY word')).map(({ word }) => word);

const told = (work: (transaction: Transaction) => Promise<unknown>): Promise<string> =>
  inTransaction(db, work).then(
    () => 'nothing',
    (error: unknown) => String(error),
  );

/** The same connection works on: a transaction with all the statements succeeds. */
async function worksOn(): Promise<void> {
  await inTransaction(db, async (transaction) => {
    const [first, second] = [
      { statement: note, values: ['later'] },
      { statement: count, values: [] },
    ];
    expect(await transaction.second(first, second)).toEqual({ count: 1 });
    await transaction.one(none, [true]);
    await transaction.last(broken, [1]);
  });
  expect(await noted()).toEqual(['later']);
}

describe('a failure takes everything back, is told as it was, and the connection works on', () => {
  afterEach(worksOn);
  const before = { statement: note, values: ['a'] };

  it.each([
    ['the only statement fails', (t: Transaction) => t.one(broken, [0]), 'division by zero'],
    [
      'the first of two fails',
      (t: Transaction) => t.second({ statement: broken, values: [0] }, before),
      'division by zero',
    ],
    [
      'the second of two fails',
      (t: Transaction) => t.second(before, { statement: broken, values: [0] }),
      'division by zero',
    ],
    [
      'the second of two is nonsense',
      (t: Transaction) => t.second(before, { statement: unknown, values: [] }),
      'no_such_table',
    ],
    [
      'the first of two is nonsense',
      (t: Transaction) => t.second({ statement: unknown, values: [] }, before),
      'no_such_table',
    ],
    [
      'the first of two gives no row',
      (t: Transaction) => t.second({ statement: none, values: [false] }, before),
      '0 rows',
    ],
    [
      'the second of two gives no row',
      (t: Transaction) => t.second(before, { statement: none, values: [false] }),
      '0 rows',
    ],
    [
      'the last fails',
      async (t: Transaction) => {
        await t.one(note, ['a']);
        await t.last(broken, [0]);
      },
      'division by zero',
    ],
    [
      'the last is nonsense',
      async (t: Transaction) => {
        await t.one(note, ['a']);
        await t.last(unknown, []);
      },
      'no_such_table',
    ],
    [
      'the last has another text',
      async (t: Transaction) => {
        await t.one(note, ['a']);
        await t.last({ ...note, text: 'SELECT 2' }, []);
      },
      'two statements',
    ],
    [
      'nobody heard of a failure',
      async (t: Transaction) => {
        await t.one(note, ['a']);
        await t.one(broken, [0]).catch(() => undefined);
      },
      'had failed',
    ],
    [
      'the work fails in between',
      async (t: Transaction) => {
        await t.one(note, ['a']);
        throw new Error('in between');
      },
      'in between',
    ],
  ])('when %s', async (_, work, message) => {
    expect(await told(work)).toContain(message);
    expect(await noted()).toEqual([]);
  });
});

async function end(connection: number): Promise<void> {
  await rowsOf(database.owner, 'SELECT pg_terminate_backend(:connection, 5000)', { connection });
}

const self = { name: 'test-self', text: 'SELECT pg_backend_pid() AS pid' };
const suicide = { name: 'test-suicide', text: 'SELECT pg_terminate_backend(pg_backend_pid(), 5000) AS gone' };

it('the last is committed whatever it gives', async () => {
  const given = await inTransaction(db, async (t) => {
    await t.one(note, ['a']);
    return t.last(none, [false]);
  });
  expect(given).toEqual([]);
  expect(await noted()).toEqual(['a']);
});

describe('a connection that ends is away, takes everything back, and another one takes its place', () => {
  afterEach(worksOn);
  const before = { statement: note, values: ['a'] };
  it.each([
    [
      'between two statements',
      async (t: Transaction) => {
        await t.one(note, ['a']);
        await end((await t.one<{ pid: number }>(self, [])).pid);
        await t.one(count, []);
      },
    ],
    [
      'before the last',
      async (t: Transaction) => {
        await t.one(note, ['a']);
        await end((await t.one<{ pid: number }>(self, [])).pid);
        await t.last(count, []);
      },
    ],
    ['in the first of two', (t: Transaction) => t.second({ statement: suicide, values: [] }, before)],
    ['in the second of two', (t: Transaction) => t.second(before, { statement: suicide, values: [] })],
    [
      'in the last',
      async (t: Transaction) => {
        await t.one(note, ['a']);
        await t.last(suicide, []);
      },
    ],
  ])('%s', async (_, work) => {
    const fault = await inTransaction<unknown>(db, work).then(() => 'none', faultOf);
    expect(fault).toBe('away');
    expect(await noted()).toEqual([]);
  });
  it('while nobody uses it', async () => {
    const { pid } = await inTransaction(db, (t) => t.one<{ pid: number }>(self, []));
    await end(pid);
  });
});
