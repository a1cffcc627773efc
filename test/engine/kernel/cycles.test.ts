import { describe, expect, it } from 'vitest';
import { nextOfCron } from '../../../engine/kernel/time/cron.ts';
import { nextStep } from '../../../engine/kernel/time/instants.ts';
import { beginCycle, isCycle, nextOfCycle } from '../../../engine/kernel/time/cycle.ts';

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
  { cron: '@hourly', dueAt: '2026-03-02T10:00:00.000Z', because: 'an hour is full at zero minutes' },
  { cron: '@weekly', dueAt: '2026-03-07T23:00:00.000Z', because: 'a week begins on Sunday' },
  { cron: '@monthly', dueAt: '2026-03-31T22:00:00.000Z', because: 'a month begins on its first' },
  { cron: '@yearly', dueAt: '2026-12-31T23:00:00.000Z', because: 'a year begins in January' },
  { cron: '@annually', dueAt: '2026-12-31T23:00:00.000Z', because: 'that is another word for yearly' },
  { cron: ' @Midnight ', dueAt: '2026-03-02T23:00:00.000Z', because: 'neither capitals nor blanks around count' },
  { cron: '30 45 10 2 3 ?', dueAt: '2026-03-02T09:45:30.000Z', because: 'a question mark is any day' },
  { cron: '* * * * * *', dueAt: '2026-03-02T09:30:01.000Z', because: 'every second comes the next' },
  { cron: '5/20 * * * *', dueAt: '2026-03-02T09:45:00.000Z', because: 'from five on every twenty' },
  { cron: '10-20/5 * * * *', dueAt: '2026-03-02T10:10:00.000Z', because: 'the range is over in this hour' },
  { cron: '59 59 23 31 12 *', dueAt: '2026-12-31T22:59:59.000Z', because: 'the last second of the year is one' },
  { cron: '0 9 1,15 * *', dueAt: '2026-03-15T08:00:00.000Z', because: 'a list has several days' },
  { cron: '30 9 * * sat,sun', dueAt: '2026-03-07T08:30:00.000Z', because: 'Saturday comes before Sunday' },
  { cron: '0 9 * FEB MON', dueAt: '2027-02-01T08:00:00.000Z', because: 'month and weekday both count' },
  { cron: '0 9 15W 8 *', dueAt: '2026-08-14T07:00:00.000Z', because: 'the fifteenth is a Saturday' },
  { cron: '0 9 1W 11 *', dueAt: '2026-11-02T08:00:00.000Z', because: 'the first is a Sunday' },
  { cron: '0 9 31W 5 *', dueAt: '2026-05-29T07:00:00.000Z', because: 'the last is a Sunday and June is another month' },
  { cron: '0 9 31W 4,8 *', dueAt: '2026-08-31T07:00:00.000Z', because: 'April has no thirty-first' },
  { cron: '0 9 * * MON#5', dueAt: '2026-03-30T07:00:00.000Z', because: 'March has five Mondays' },
  { cron: '0 9 * * 7#1', dueAt: '2026-04-05T07:00:00.000Z', because: 'the first Sunday of March is over' },
  {
    cron: '0 9 * * SATL',
    dueAt: '2026-03-28T08:00:00.000Z',
    because: 'the last Saturday comes before the last Sunday',
  },
  { cron: '0 9 * * 0L', dueAt: '2026-03-29T07:00:00.000Z', because: 'zero is Sunday' },
  { cron: '0 9 L-30 * *', dueAt: '2026-05-01T07:00:00.000Z', because: 'thirty days before the last is the first' },
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
    '0 9 0W * *',
    '0 9 L-31 * *',
    '0 9 L * L',
    '0 9 * * MON#0',
    '0 24 * * *',
    '0 9 0 * *',
    '0 9 32 * *',
    '0 9 * 0 *',
    '0 9 * 13 *',
    '0 9 * FEBRUARY *',
    '0 9 * * 8',
    '60 0 9 * * *',
    '-5 9 * * *',
    '1- 9 * * *',
    '1.5 9 * * *',
    '0 9,x * * *',
    '5/x 9 * * *',
    '0 0 9 * * MON 2026',
    '*/5/9 9 * * *',
    '1-2-3 9 * * *',
    '',
  ])('%s is none', (cron) => {
    expect(nextOfCron(cron, now)).toBeUndefined();
  });
});

describe('the names of a cron expression', () => {
  it('are those of the months', () => {
    const names = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
    const months = names.map((name) => nextOfCron(`0 12 1 ${name} *`, '2026-01-01T00:00:00.000Z')?.slice(0, 7));
    expect(months).toEqual(names.map((_, index) => `2026-${String(index + 1).padStart(2, '0')}`));
  });

  it('are those of the days of the week', () => {
    const days = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];
    const found = days.map((name) => nextOfCron(`0 12 * * ${name}`, '2026-03-07T23:00:00.000Z')?.slice(8, 10));
    expect(found).toEqual(['08', '09', '10', '11', '12', '13', '14']);
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
    const text = 'R2/2026-04-01T08:00:00Z/2026-04-01T20:00:00Z';
    const first = beginCycle(text, now);
    expect(first).toEqual({ text, dueAt: '2026-04-01T08:00:00.000Z', left: 1 });
    expect(first && nextOfCycle(first, now)).toEqual({ text, dueAt: '2026-04-01T20:00:00.000Z', left: 0 });
  });

  it.each(['R/P1D', 'R3/PT10H', 'R/2026-01-01T08:00Z/P1D', ' R/P1D ', '0 9 * * *'])('%s is a cycle', (text) => {
    expect(isCycle(text)).toBe(true);
  });

  it.each([
    'PT1H',
    'R/',
    'R/PT0S',
    'R2/2026-04-01T08:00:00Z/2026-04-01T08:00:00Z',
    'R0/PT1H',
    'R2/tomorrow/PT1H',
    'Rx/PT1H',
    'R2/PT1H/tomorrow',
    'R2/2026-04-01T20:00:00Z/2026-04-01T08:00:00Z',
    'R2/2026-04-01T08:00:00Z/P1D/2026-04-02T08:00:00Z/P1D',
    'R2/2026-04-01T08:00:00Z',
  ])('%s is none', (text) => {
    expect(isCycle(text)).toBe(false);
  });
});

describe('a step of an hour', () => {
  it.each([
    { after: '2026-03-02T08:00:00.000Z', at: '2026-03-02T10:30:00.000Z', steps: 1, because: 'it begins only later' },
    {
      after: '2026-03-02T09:29:59.999Z',
      at: '2026-03-02T10:30:00.000Z',
      steps: 1,
      because: 'the beginning is no step',
    },
    { after: now, at: '2026-03-02T10:30:00.000Z', steps: 1, because: 'the beginning is no step' },
    { after: '2026-03-02T10:29:59.999Z', at: '2026-03-02T10:30:00.000Z', steps: 1, because: 'it is not there yet' },
    { after: '2026-03-02T10:30:00.000Z', at: '2026-03-02T11:30:00.000Z', steps: 2, because: 'it is there already' },
  ])('after $after is number $steps: $because', ({ after, at, steps }) => {
    expect(nextStep(now, 'PT1H', after)).toEqual({ at, steps });
  });
});

describe('a step of a year', () => {
  it('leads to the same day, also over a leap day', () => {
    const after = '2025-06-01T08:00:00.000Z';
    expect(nextStep('2023-06-01T08:00:00.000Z', 'P1Y', after)).toEqual({ at: '2026-06-01T08:00:00.000Z', steps: 3 });
  });
});

describe('a step of some months', () => {
  it('is counted from the first one on', () => {
    expect(nextStep('2026-01-15T08:00:00.000Z', 'P1M', '2026-03-20T08:00:00.000Z')).toEqual({
      at: '2026-04-15T08:00:00.000Z',
      steps: 3,
    });
  });
});
