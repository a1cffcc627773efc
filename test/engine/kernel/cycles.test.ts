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
  { cron: '0 12 13 * FRI', dueAt: '2026-03-06T11:00:00.000Z', because: 'of two kinds of day either is enough' },
];

describe('a cron expression', () => {
  it.each(crons)('$cron is due at $dueAt because $because', ({ cron, dueAt }) => {
    expect(nextOfCron(cron, now)).toBe(dueAt);
  });

  it.each(['0 9 * *', '60 9 * * *', 'x 9 * * *', '0 9-7 * * *', '*/0 * * * *', '0 0 30 2 *'])('%s is none', (cron) => {
    expect(nextOfCron(cron, now)).toBeUndefined();
  });
});

describe('a repeating interval', () => {
  it('comes as often as it says', () => {
    const first = beginCycle('R2/PT1H', now);
    expect(first).toEqual({ text: 'R2/PT1H', dueAt: '2026-03-02T10:30:00.000Z', left: 1 });
    const second = first && nextOfCycle(first);
    expect(second?.dueAt).toBe('2026-03-02T11:30:00.000Z');
    expect(second && nextOfCycle(second)).toBeUndefined();
  });

  it('begins and ends when it says', () => {
    const first = beginCycle('R/2026-04-01T08:00:00Z/P1D/2026-04-02T08:00:00Z', now);
    expect(first?.dueAt).toBe('2026-04-01T08:00:00.000Z');
    const second = first && nextOfCycle(first);
    expect(second?.dueAt).toBe('2026-04-02T08:00:00.000Z');
    expect(second && nextOfCycle(second)).toBeUndefined();
  });

  it.each(['PT1H', 'R/', 'R0/PT1H', 'R2/tomorrow/PT1H', 'Rx/PT1H'])('%s is none', (text) => {
    expect(isCycle(text)).toBe(false);
  });
});
