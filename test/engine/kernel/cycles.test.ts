import { describe, expect, it } from 'vitest';
import { nextOfCron } from '../../../engine/kernel/cron.ts';
import { beginCycle, isCycle, nextOfCycle } from '../../../engine/kernel/cycle.ts';

const now = '2026-03-02T09:30:00.000Z';

const crons = [
  { cron: '0 9 * * *', dueAt: '2026-03-03T08:00:00.000Z', because: 'nine in Rome is eight in UTC in winter' },
  { cron: '0 0 9 * * MON-FRI', dueAt: '2026-03-03T08:00:00.000Z', because: 'six fields begin with seconds' },
  { cron: '*/15 * * * *', dueAt: '2026-03-02T09:45:00.000Z', because: 'a quarter comes every quarter' },
  { cron: '0 9 * JUN *', dueAt: '2026-06-01T07:00:00.000Z', because: 'nine in Rome is seven in UTC in summer' },
  { cron: '0 0 1 * *', dueAt: '2026-03-31T22:00:00.000Z', because: 'the first of April begins before midnight UTC' },
  { cron: '0 0 29 2 *', dueAt: '2028-02-28T23:00:00.000Z', because: 'the next leap year is 2028' },
  { cron: '0 12 * * 7', dueAt: '2026-03-08T11:00:00.000Z', because: 'seven is Sunday as well as zero' },
  { cron: '@daily', dueAt: '2026-03-02T23:00:00.000Z', because: 'a day begins at midnight in Rome' },
  { cron: '0 9 L * *', dueAt: '2026-03-31T07:00:00.000Z', because: 'L is the last day of the month' },
  { cron: '0 9 L-1 * *', dueAt: '2026-03-30T07:00:00.000Z', because: 'L-1 is the day before the last' },
  { cron: '0 9 15W * *', dueAt: '2026-03-16T08:00:00.000Z', because: 'the fifteenth is a Sunday' },
  {
    cron: '0 9 1W 8 *',
    dueAt: '2026-08-03T07:00:00.000Z',
    because: 'the first is a Saturday and July is another month',
  },
  { cron: '0 9 LW 5 *', dueAt: '2026-05-29T07:00:00.000Z', because: 'the last of May is a Sunday' },
  { cron: '0 9 * * MON#2', dueAt: '2026-03-09T08:00:00.000Z', because: 'the second Monday is the ninth' },
  { cron: '0 9 * * 5L', dueAt: '2026-03-27T08:00:00.000Z', because: 'the last Friday is the twenty-seventh' },
  { cron: '0 12 13 * FRI', dueAt: '2026-03-06T11:00:00.000Z', because: 'of two kinds of day either is enough' },
];

describe('a cron expression', () => {
  it.each(crons)('$cron is due at $dueAt because $because', ({ cron, dueAt }) => {
    expect(nextOfCron(cron, now)).toBe(dueAt);
  });

  it.each([
    '0 9 * *',
    '60 9 * * *',
    'x 9 * * *',
    '0 9-7 * * *',
    '*/0 * * * *',
    '0 0 30 2 *',
    '@often',
    '0 9 * * MON#6',
    '0 9 32W * *',
  ])('%s is none', (cron) => {
    expect(nextOfCron(cron, now)).toBeUndefined();
  });
});

describe('a daily hour', () => {
  it('that the clock passes twice comes once', () => {
    const first = nextOfCron('30 2 * * *', '2026-10-24T12:00:00.000Z');
    expect(first).toBe('2026-10-25T00:30:00.000Z');
    expect(nextOfCron('30 2 * * *', first ?? '')).toBe('2026-10-26T01:30:00.000Z');
    expect(nextOfCron('30 2 * * *', '2026-10-25T01:10:00.000Z')).toBe('2026-10-26T01:30:00.000Z');
  });

  it('that the clock leaves out comes an hour later', () => {
    const first = nextOfCron('30 2 * * *', '2026-03-28T12:00:00.000Z');
    expect(first).toBe('2026-03-29T01:30:00.000Z');
    expect(nextOfCron('30 2 * * *', first ?? '')).toBe('2026-03-30T00:30:00.000Z');
  });

  it('is not what comes every quarter, twice also in the hour that comes twice', () => {
    expect(nextOfCron('*/15 * * * *', '2026-10-25T00:45:00.000Z')).toBe('2026-10-25T01:00:00.000Z');
  });
});

describe('a cycle that was missed', () => {
  it('has its next time after now, and what was missed is gone', () => {
    const first = beginCycle('R4/PT1H', now);
    const second = first && nextOfCycle(first, '2026-03-02T12:10:00.000Z');
    expect(second).toEqual({ text: 'R4/PT1H', dueAt: '2026-03-02T12:30:00.000Z', left: 1 });
    expect(first && nextOfCycle(first, '2026-03-02T12:40:00.000Z')?.left).toBe(0);
    expect(first && nextOfCycle(first, '2026-03-02T13:40:00.000Z')).toBeUndefined();
  });

  it('goes on by months as the calendar does', () => {
    const first = beginCycle('R/2026-04-01T08:00:00Z/P1M', now);
    expect(first && nextOfCycle(first, '2026-07-15T08:00:00.000Z')?.dueAt).toBe('2026-08-01T08:00:00.000Z');
  });

  it('by cron goes on with the next time that comes', () => {
    const first = beginCycle('0 9 * * *', now);
    expect(first && nextOfCycle(first, '2026-03-09T08:00:00.000Z')?.dueAt).toBe('2026-03-10T08:00:00.000Z');
  });

  it('before it began begins with the next time', () => {
    expect(beginCycle('R/2026-01-01T08:00:00Z/P1D', now)?.dueAt).toBe('2026-03-03T08:00:00.000Z');
    expect(beginCycle('R2/2026-01-01T08:00:00Z/P1D', now)).toMatchObject({ left: 0 });
  });
});

describe('a repeating interval', () => {
  it('comes as often as it says', () => {
    const first = beginCycle('R2/PT1H', now);
    expect(first).toEqual({ text: 'R2/PT1H', dueAt: '2026-03-02T10:30:00.000Z', left: 1 });
    const second = first && nextOfCycle(first, first.dueAt);
    expect(second?.dueAt).toBe('2026-03-02T11:30:00.000Z');
    expect(second && nextOfCycle(second, second.dueAt)).toBeUndefined();
  });

  it('begins and ends when it says', () => {
    const first = beginCycle('R/2026-04-01T08:00:00Z/P1D/2026-04-02T08:00:00Z', now);
    expect(first?.dueAt).toBe('2026-04-01T08:00:00.000Z');
    const second = first && nextOfCycle(first, first.dueAt);
    expect(second?.dueAt).toBe('2026-04-02T08:00:00.000Z');
    expect(second && nextOfCycle(second, second.dueAt)).toBeUndefined();
  });

  it('may say when its first time begins and ends', () => {
    expect(beginCycle('R2/2026-04-01T08:00:00Z/2026-04-01T20:00:00Z', now)).toMatchObject({ left: 1 });
  });

  it.each([
    'PT1H',
    'R/',
    'R/PT0S',
    'R2/2026-04-01T08:00:00Z/2026-04-01T08:00:00Z',
    'R0/PT1H',
    'R2/tomorrow/PT1H',
    'Rx/PT1H',
  ])('%s is none', (text) => {
    expect(isCycle(text)).toBe(false);
  });
});
