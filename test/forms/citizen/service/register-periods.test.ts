import { expect, it } from 'vitest';
import { registerPeriods } from '../../../../forms/citizen/service/register-periods.ts';

it.each([
  ['2026-06-30', ['year', '2026-1', '2025-2', '2025-1', '2024-2']],
  ['2026-07-01', ['year', '2026-2', '2026-1', '2025-2', '2025-1']],
])('on %s the register is offered for twelve months and four halves', (today, expected) => {
  expect(registerPeriods(today).map(({ id }) => id)).toEqual(expected);
});

it('a half of a year goes from its first day to its last', () => {
  const [year, second, first] = registerPeriods('2026-11-23');
  expect([year?.from, year?.to]).toEqual([undefined, undefined]);
  expect([second?.from, second?.to]).toEqual(['2026-07-01', '2026-12-31']);
  expect([first?.from, first?.to]).toEqual(['2026-01-01', '2026-06-30']);
});
