import { describe, expect, it } from 'vitest';
import { firstDayTwice, firstDayWithout } from '../../../engine/core/periods.ts';

const from = (firstOn: string, lastOn: string | null = null) => ({ firstOn, lastOn });

describe('the first day without a value', () => {
  const cases = [
    ['is the day that is asked for where there is none', [], '2026-03-01'],
    ['is none where a value goes on', [from('2026-01-01')], undefined],
    ['is none where one follows the other', [from('2026-01-01', '2026-05-31'), from('2026-06-01')], undefined],
    ['lies between two that leave a gap', [from('2026-01-01', '2026-05-31'), from('2026-07-01')], '2026-06-01'],
    ['follows the last one that ends', [from('2026-01-01', '2026-05-31')], '2026-06-01'],
    ['is the day that is asked for before the first one', [from('2026-04-01')], '2026-03-01'],
    ['is the day that is asked for after the last one', [from('2025-01-01', '2025-12-31')], '2026-03-01'],
    ['is none where the gap is in the past', [from('2025-01-01', '2025-01-31'), from('2026-01-01')], undefined],
  ] as const;
  it.each(cases)('%s', (_, periods, day) => expect(firstDayWithout(periods, '2026-03-01')).toBe(day));
});

describe('the first day with two values', () => {
  const cases = [
    ['is none where one follows the other', [from('2026-01-01', '2026-05-31'), from('2026-06-01')], undefined],
    ['is the first of the second', [from('2026-01-01', '2026-06-30'), from('2026-06-01')], '2026-06-01'],
    ['is today where they overlap already', [from('2026-01-01'), from('2026-02-01')], '2026-03-01'],
    ['is none where the overlap is over', [from('2025-01-01', '2025-06-30'), from('2025-06-01')], undefined],
    [
      'is found behind a short one between them',
      [from('2026-01-01', '2026-12-31'), from('2025-02-01', '2025-02-10'), from('2026-11-01')],
      '2026-11-01',
    ],
  ] as const;
  it.each(cases)('%s', (_, periods, day) => expect(firstDayTwice(periods, '2026-03-01')).toBe(day));
});
