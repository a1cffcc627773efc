import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { auditDays } from '../../../engine/audit/days.ts';
import { closeDays } from '../../../engine/jobs/close-days.ts';
import { rowsOf, type Db } from '../../../engine/store/db.ts';
import { sha256Bytes } from '../../../engine/store/sha256.ts';
import { closedDays } from '../../../engine/store/tables/day-roots.ts';
import { anOpenDossier } from '../../support/course.ts';
import { aRunningIter, type RunningIter } from '../../support/harness.ts';
import { guardsOff } from '../../support/tampering.ts';

let iter: RunningIter;
async function begin(): Promise<void> {
  iter = await aRunningIter({ at: '2026-03-27T08:00:00.000Z' });
  await anOpenDossier(iter);
}

const days = async () => (await closedDays(iter.deps.db, { most: 100 })).toReversed();

async function faults(db: Db = iter.deps.db): Promise<readonly string[]> {
  const found: string[] = [];
  for await (const { day, fault = 'intact' } of auditDays(db, sha256Bytes)) found.push(`${day} ${fault}`);
  return found;
}

const countOf = async (): Promise<number> =>
  Number((await rowsOf<{ count: string }>(iter.deps.db, 'SELECT count(*) FROM events'))[0]?.count);

/** What is found after a change by the owner, which is taken back. */
async function faultsAfter(change: string): Promise<readonly string[]> {
  const transaction = await iter.database.owner.transaction();
  try {
    await guardsOff(transaction);
    await rowsOf(transaction, change);
    return await faults(transaction);
  } finally {
    await transaction.rollback();
  }
}

describe('closing days', () => {
  beforeEach(begin);
  afterEach(() => iter.stop());

  it('waits until a day is over for an hour', async () => {
    await iter.advanceTo('2026-03-27T23:59:00.000Z');
    expect(await closeDays(iter.deps)).toBe(0);
    await iter.advanceTo('2026-03-28T00:00:00.000Z');
    expect(await closeDays(iter.deps)).toBe(1);
    expect(await days()).toMatchObject([
      { day: '2026-03-27', eventCount: await countOf(), previousHash: '0'.repeat(64) },
    ]);
  });

  it('takes up days without events, and the day with 23 hours, each following on the one before', async () => {
    await iter.advanceTo('2026-03-31T08:00:00.000Z');
    expect(await closeDays(iter.deps)).toBe(4);
    const [first, second, third, fourth] = await days();
    expect([second, third, fourth]).toMatchObject([
      { day: '2026-03-28', eventCount: 0, previousHash: first?.hash },
      { day: '2026-03-29', eventCount: 0, previousHash: second?.hash },
      { day: '2026-03-30', eventCount: 0, previousHash: third?.hash },
    ]);
    expect(await closeDays(iter.deps)).toBe(0);
    expect(await faults()).toEqual(
      ['2026-03-27', '2026-03-28', '2026-03-29', '2026-03-30'].map((day) => `${day} intact`),
    );
  });

  it('by two workers at once closes each day once', async () => {
    await iter.advanceTo('2026-03-31T08:00:00.000Z');
    await Promise.all([closeDays(iter.deps), closeDays(iter.deps)]);
    expect(await days()).toHaveLength(4);
    expect(await faults()).not.toContainEqual(expect.stringMatching(/day\./));
  });

  it('goes on by parts after a long stop', async () => {
    await iter.advanceTo('2026-05-20T08:00:00.000Z');
    expect(await closeDays(iter.deps)).toBe(31);
    expect(await closeDays(iter.deps)).toBe(23);
    expect(await closeDays(iter.deps)).toBe(0);
  });
});

describe('the audit of closed days finds', () => {
  beforeAll(async () => {
    await begin();
    await iter.advanceTo('2026-03-28T08:00:00.000Z');
    await anOpenDossier(iter);
    await iter.advanceTo('2026-03-30T08:00:00.000Z');
    await closeDays(iter.deps);
  });
  afterAll(() => iter.stop());
  const on28 = `at >= '2026-03-28' AND at < '2026-03-29'`;

  it.each([
    ['an event taken out', `DELETE FROM events WHERE ${on28} AND sequence = 1`, '28 day.events-differ'],
    ['an event with another hash', `UPDATE events SET hash = reverse(hash) WHERE ${on28}`, '28 day.events-differ'],
    [
      'an event put in later',
      `INSERT INTO events SELECT (jsonb_populate_record(e, '{"sequence": 999}')).* FROM events e WHERE ${on28} AND sequence = 1`,
      '28 day.events-differ',
    ],
    ['a root of another', `UPDATE day_roots SET root = reverse(root) WHERE day = '2026-03-28'`, '28 day.differs'],
    ['another count', `UPDATE day_roots SET event_count = 1 WHERE day = '2026-03-28'`, '28 day.differs'],
    ['a day taken out', `DELETE FROM day_roots WHERE day = '2026-03-28'`, '29 day.follows-nothing'],
    ['the first day taken out', `DELETE FROM day_roots WHERE day = '2026-03-27'`, '28 day.follows-nothing'],
    ['a day moved', `UPDATE day_roots SET day = '2026-04-02' WHERE day = '2026-03-29'`, '04-02 day.differs'],
  ])('%s', async (_what, sql, found) => {
    expect((await faultsAfter(sql)).filter((one) => !one.endsWith('intact'))[0]).toMatch(new RegExp(`${found}$`));
  });

  it('nothing where nothing was changed', async () => {
    expect(await faults()).toEqual(['2026-03-27 intact', '2026-03-28 intact', '2026-03-29 intact']);
  });

  it('no day that the role of the engine could have changed', async () => {
    await expect(rowsOf(iter.deps.db, 'UPDATE day_roots SET event_count = 0')).rejects.toThrow(/permission denied/);
  });
});
