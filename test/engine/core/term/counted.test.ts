import { describe, expect, it } from 'vitest';
import { startOfRomeDay } from '../../../../engine/core/calendar.ts';
import type { Day, TermUnit } from '../../../../engine/core/dossier.ts';
import { changeLength, chainTerm, resumeTerm, startTerm, suspendTerm } from '../../../../engine/core/term.ts';
import { dayBefore, latestDeadline } from '../../../../engine/core/term/deadline.ts';

/*
 * Cases counted by hand, each with its count. Of 2026: 2 March is a Monday, 5 April Easter, 25 April and 15 August are
 * Saturdays, 1 May a Friday, 2 June a Tuesday, 4 October a Sunday, 8 December a Tuesday, 25 December a Friday.
 */

const aTerm = (days: number, unit: TermUnit, on: Day) =>
  startTerm({ termId: 't', label: 'T', ground: 'L. 241/1990, art. 2', main: true, days, unit }, on);

type Row = readonly [length: number, unit: TermUnit, from: Day, end: Day, count: string];

const lengths: readonly Row[] = [
  [1, 'days', '2026-03-02', '2026-03-03', 'the day after'],
  [1, 'days', '2026-03-06', '2026-03-07', 'a Saturday counts and may be the end'],
  [1, 'days', '2026-03-07', '2026-03-09', 'Sunday 8 moves to Monday'],
  [10, 'days', '2026-03-02', '2026-03-12', '2 + 10'],
  [15, 'days', '2026-04-16', '2026-05-02', '16 + 15 is 1 May, a holiday: Saturday 2'],
  [20, 'days', '2026-05-13', '2026-06-03', '18 days to 31 May, 2 June is a holiday'],
  [30, 'days', '2026-02-26', '2026-03-28', '2 days to 28 February, 28 more'],
  [30, 'days', '2028-02-26', '2028-03-27', '3 days to 29 February 2028, 27 more'],
  [30, 'days', '2026-03-28', '2026-04-27', '27 April, across the night of 23 hours'],
  [30, 'days', '2026-10-24', '2026-11-23', '7 days to 31 October, 23 more, across the night of 25 hours'],
  [45, 'days', '2026-06-30', '2026-08-14', '31 days of July, 14 of August'],
  [60, 'days', '2026-11-02', '2027-01-02', '28 + 31 is 31 December, the 60th 1 January, a holiday'],
  [90, 'days', '2026-09-01', '2026-11-30', '29 + 31 + 30'],
  [120, 'days', '2026-01-02', '2026-05-02', '29 + 28 + 31 + 30 is 30 April: 118, so 2 May'],
  [180, 'days', '2026-01-01', '2026-06-30', 'day 181 of the year'],
  [5, 'days', '2026-12-20', '2026-12-28', '25 and 26 are holidays, 27 a Sunday'],
  [7, 'days', '2026-12-30', '2027-01-07', '6 January is a holiday'],
  [3, 'days', '2026-04-02', '2026-04-07', '5 is Easter, 6 the Monday of Easter'],
  [1, 'working-days', '2026-03-06', '2026-03-09', 'Friday to Monday'],
  [1, 'working-days', '2026-03-07', '2026-03-09', 'from a Saturday, the Monday'],
  [5, 'working-days', '2026-03-02', '2026-03-09', '3, 4, 5, 6, 9'],
  [10, 'working-days', '2026-03-02', '2026-03-16', '3-6 are four, 9-13 five, 16'],
  [5, 'working-days', '2026-04-01', '2026-04-09', '2, 3, 7, 8, 9: the 6th is a holiday'],
  [3, 'working-days', '2026-04-29', '2026-05-05', '30, 4, 5: 1 May is a holiday'],
  [2, 'working-days', '2026-05-29', '2026-06-03', '1, 3: the 2nd is a holiday'],
  [5, 'working-days', '2026-08-12', '2026-08-19', '13, 14, 17, 18, 19: the 15th is a Saturday anyway'],
  [3, 'working-days', '2026-12-04', '2026-12-10', '7, 9, 10: the 8th is a holiday'],
  [5, 'working-days', '2026-12-23', '2026-12-31', '24, 28, 29, 30, 31: the 25th is a holiday'],
  [6, 'working-days', '2026-12-23', '2027-01-04', 'and 1 January: Monday 4'],
  [20, 'working-days', '2026-09-01', '2026-09-29', 'four weeks'],
  [2, 'working-days', '2027-10-01', '2027-10-06', '5, 6: Monday 4 is a holiday since 2026'],
  [1, 'working-days', '2024-10-03', '2024-10-04', 'Friday 4 was not one in 2024'],
  [10, 'eu-days', '2026-03-02', '2026-03-12', 'as in national law'],
  [12, 'eu-days', '2026-03-02', '2026-03-16', 'Saturday 14 moves to Monday 16'],
  [13, 'eu-days', '2026-03-02', '2026-03-16', 'Sunday 15 as well'],
  [60, 'eu-days', '2026-03-02', '2026-05-04', '1 May is a holiday, 2 a Saturday'],
  [1, 'eu-days', '2026-03-06', '2026-03-09', 'one day has no two working days'],
  [2, 'eu-days', '2026-03-06', '2026-03-10', 'Sunday 8; two working days are 9 and 10'],
  [3, 'eu-days', '2026-03-06', '2026-03-10', 'Monday 9 alone is worked: Tuesday 10'],
  [3, 'eu-days', '2026-04-03', '2026-04-08', '4-6 are free; 7 and 8 are worked'],
  [1, 'months', '2026-03-02', '2026-04-02', 'the same number'],
  [1, 'months', '2026-05-31', '2026-06-30', 'June has no 31'],
  [1, 'months', '2028-01-31', '2028-02-29', 'February 2028 has 29'],
  [1, 'months', '2026-04-01', '2026-05-02', '1 May is a holiday'],
  [2, 'months', '2026-12-31', '2027-03-01', '28 February 2027 is a Sunday'],
  [3, 'months', '2026-09-25', '2026-12-28', 'Christmas, 26, Sunday 27'],
  [6, 'months', '2026-04-04', '2026-10-05', '4 October, a Sunday and a holiday'],
  [12, 'months', '2026-01-15', '2027-01-15', 'a Friday'],
  [1, 'years', '2026-03-02', '2027-03-02', 'the same day'],
  [1, 'years', '2028-02-29', '2029-02-28', 'a Wednesday'],
  [3, 'years', '2026-06-01', '2029-06-01', 'a Friday: work done within three years'],
  [10, 'years', '2026-11-30', '2036-12-01', '30 November 2036 is a Sunday'],
];

it.each(lengths)('%i %s from %s end on %s: %s', (...row) => {
  const [length, unit, from, end] = row;
  expect(latestDeadline(aTerm(length, unit, from))).toBe(end);
});

type Stopped = readonly [length: number, unit: TermUnit, from: Day, to: Day, end: Day, count: string];
const stops: readonly Stopped[] = [
  [30, 'days', '2026-03-06', '2026-03-12', '2026-04-07', '1 April + 6'],
  [30, 'days', '2026-03-27', '2026-03-30', '2026-04-04', '1 April + 3, across the night of 23 hours'],
  [30, 'days', '2026-03-31', '2026-04-03', '2026-04-04', 'one day is left after 3 April'],
  [30, 'days', '2026-04-01', '2026-04-10', '2026-04-10', 'stopped on the last day: it lasts as long as the stop'],
  [60, 'days', '2026-03-20', '2026-04-02', '2026-05-14', '1 May + 13'],
  [5, 'working-days', '2026-03-03', '2026-03-10', '2026-03-16', '3; then 11, 12, 13, 16'],
  [10, 'working-days', '2026-03-06', '2026-03-09', '2026-03-17', '3-6 four; then 10-13 four, 16, 17'],
  [1, 'months', '2026-03-10', '2026-03-20', '2026-04-13', '2 April + 10 is Sunday 12'],
  [12, 'eu-days', '2026-03-10', '2026-03-11', '2026-03-16', '14 + 1 is Sunday 15'],
];

it.each(stops)('%i %s from 2 March, stopped %s to %s, end on %s: %s', (...row) => {
  const [length, unit, from, to, end] = row;
  const stopped = suspendTerm(aTerm(length, unit, '2026-03-02'), from, { ground: 'L. 241/1990, art. 2 c. 7' });
  expect(latestDeadline(resumeTerm(stopped, to))).toBe(end);
});

describe('a change of length', () => {
  const changed = (to: number, act: 'extend' | 'shorten' | 'set') =>
    latestDeadline(changeLength(aTerm(120, 'days', '2026-01-02'), { on: '2026-03-02', act, to, ground: 'L. 1' }));

  it.each([
    [150, 'set', '2026-06-01', '2 January + 150: 29 + 28 + 31 + 30 + 31 is 31 May, 149; so 1 June'],
    [240, 'extend', '2026-08-31', '149 on 31 May, 179 on 30 June, 210 on 31 July, 30 August a Sunday'],
    [60, 'shorten', '2026-03-03', '57 on 28 February, so 3 March'],
  ] as const)('to %i days (%s) ends on %s: %s', (...row) => {
    const [to, act, end] = row;
    expect(changed(to, act)).toBe(end);
  });
});

describe('a day counted backward', () => {
  it.each([
    [5, '2026-03-02', '2026-03-27', '1 April - 5'],
    [10, '2026-03-02', '2026-03-22', '1 April - 10 is a Sunday, and stays'],
    [5, '2026-03-06', '2026-03-31', 'the end before it is moved is Easter, 5 April: - 5'],
  ])('%i days before a term of 30 from %s is %s: %s', (...row) => {
    const [days, from, day] = row;
    expect(dayBefore(aTerm(30, 'days', from), days)).toBe(day);
  });
});

describe('a chain', () => {
  it.each([
    [60, 15, '2026-03-02', '2026-05-18', '1 May moves to 2; + 15 is Sunday 17'],
    [30, 30, '2026-03-02', '2026-05-02', '1 April + 30 is 1 May'],
    [30, 5, '2026-03-06', '2026-04-13', 'Easter moves to Tuesday 7; + 5 is Sunday 12'],
  ])('of %i and %i days from %s ends on %s: %s', (...row) => {
    const [first, second, from, end] = row;
    expect(latestDeadline(chainTerm(aTerm(second, 'days', from), aTerm(first, 'days', from)))).toBe(end);
  });
});

it.each([
  ['2026-03-29', '2026-03-30', 23],
  ['2026-10-25', '2026-10-26', 25],
  ['2027-03-28', '2027-03-29', 23],
  ['2027-10-31', '2027-11-01', 25],
])('from the midnight of %s to that of %s in Rome are %i hours', (day, next, hours) => {
  expect(Date.parse(startOfRomeDay(next)) - Date.parse(startOfRomeDay(day))).toBe(hours * 3_600_000);
});
