import { fc } from '../../../support/random.ts';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { dateOfDayNumber, dayNumber, weekday, weekOfYear } from '../../../../engine/rules/feel/calendar.ts';
import { evaluateFeel, evaluateStrict } from '../../../../engine/rules/feel.ts';
import type { Json } from '../../../../engine/kernel/types.ts';

const values: readonly (readonly [expression: string, value: Json, because: string])[] = [
  ['@"2026-01-31" + @"P1M"', '2026-02-28', 'the last day of a shorter month'],
  ['@"2024-02-29" - @"P1Y"', '2023-02-28', 'no leap day a year before'],
  ['@"2026-03-30" + @"PT36H"', '2026-03-31', 'a date keeps no hours'],
  ['@"2026-03-31" - @"2026-03-01"', 'P30D', 'days between dates'],
  ['@"2026-03-29T01:30:00@Europe/Rome" + @"PT1H"', '2026-03-29T03:30:00@Europe/Rome', 'the clocks go forward'],
  ['@"2026-10-25T00:30:00@Europe/Rome" + @"P1D"', '2026-10-25T23:30:00@Europe/Rome', 'a day is 24 hours'],
  ['@"23:30:00" + @"PT1H"', '00:30:00', 'times go round'],
  ['@"11:00:00" - @"10:15:00"', 'PT45M', 'between times'],
  ['@"P1Y2M" * 2', 'P2Y4M', 'durations are multiplied'],
  ['@"P1D" / @"PT6H"', 4, 'and divided by each other'],
  ['@"P49M" / 49', 'P1M', 'without loss'],
  ['date and time("2017-12-31T24:00:00")', '2018-01-01T00:00:00', '24:00:00 is the next midnight'],
  ['date("-2017-01-01").year', -2017, 'years before our era'],
  ['string(date("999999999-12-31"))', '999999999-12-31', 'years of nine digits'],
  ['@"PT0S"', 'PT0S', 'no time at all'],
  ['@"P0Y"', 'P0M', 'no months at all'],
  ['string(duration("P0D"))', 'PT0S', 'however it is written'],
  ['string(-@"PT0S")', 'PT0S', 'without a sign'],
  ['string(@"-PT1H" * 0)', 'PT0S', 'also when it is computed'],
  ['@"10:15:00" - @"10:15:00"', 'PT0S', 'and between equal times'],
  ['@"PT0S" = @"P0D"', true, 'it equals itself'],
  ['@"2026-03-31" - @"2026-03-30T22:00:00Z"', 'PT2H', 'a date is its midnight in UTC'],
  ['@"2026-03-30T22:00:00@Europe/Rome" - @"2026-03-31"', '-PT4H', 'in either place'],
  ['@"PT0.1S" + @"PT0.2S"', 'PT0.3S', 'parts of a second are decimal'],
  ['time(10, 30, 0, @"-PT1H30M")', '10:30:00-01:30', 'an offset as a duration'],
  ['date(2026, 2, 28)', '2026-02-28', 'of numbers'],
  ['years and months duration(@"2013-08-24", @"2011-12-22")', '-P1Y8M', 'counted back'],
  ['day of week(@"2026-03-31")', 'Tuesday', 'named'],
  ['week of year(@"2027-01-01")', 53, 'the week of the year before'],
  ['is(@"10:00:00Z", @"11:00:00+01:00")', false, 'equal but not the same'],
];

describe('dates, times and durations', () => {
  it.each(values)('%s is %j: %s', (expression, value) => {
    expect(evaluateStrict(expression, {})).toEqual({ ok: true, value });
  });

  it.each([
    '@"2026-03-31" - @"2026-03-30T22:00:00"',
    '@"2026-03-30T22:00:00" - @"2026-03-31"',
    '@"2026-03-30T22:00:00" - @"2026-03-30T22:00:00Z"',
    '@"22:00:00" - @"22:00:00Z"',
  ])('%s is null: one side is in no zone', (expression) => {
    expect(evaluateFeel(expression, {})).toBeNull();
    expect(evaluateStrict(expression, {})).toMatchObject({ ok: false });
  });

  const wrong = ['2026-02-30', '26-02-03', '2026-2-3', '25:00:00', '24:00:01', 'P1W', 'P1Y1D', '10:00:00+19:00', 'P'];
  it.each(wrong)('%s is none', (text) => {
    expect(evaluateStrict(`@"${text}"`, {})).toMatchObject({ ok: false });
  });
});

describe('the calendar', () => {
  it('agrees with the platform on every day', () => {
    fc.assert(
      fc.property(fc.integer({ min: -90_000_000, max: 90_000_000 }), (days) => {
        const date = dateOfDayNumber(days);
        const expected = Temporal.PlainDate.from('1970-01-01').add({ days });
        expect([date.year, date.month, date.day]).toEqual([expected.year, expected.month, expected.day]);
        expect(weekday(date)).toBe(expected.dayOfWeek);
        expect(weekOfYear(date)).toBe(expected.weekOfYear);
        expect(dayNumber(date)).toBe(days);
      }),
    );
  });
});
