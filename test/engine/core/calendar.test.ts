import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  dayInWords,
  daysBetween,
  firstWorkingDay,
  holidayName,
  fixedHolidays,
  isHoliday,
  isWorkingDay,
  laterDay,
  romeDay,
  startOfRomeDay,
  theDayInWords,
} from '../../../engine/core/calendar.ts';

describe('holidays', () => {
  const cases: readonly (readonly [string, boolean, string])[] = [
    ['2026-04-06', true, 'Easter Monday'],
    ['2026-04-05', true, 'Easter, a Sunday'],
    ['2026-03-14', false, 'an ordinary Saturday does not move a term'],
    ['2027-10-04', true, 'San Francesco is a holiday since 2026 (L. 151/2025)'],
    ['2024-10-04', false, 'San Francesco was not one in 2024'],
    ['2000-06-02', false, 'the Republic is celebrated again since 2001 (L. 336/2000)'],
    ['2001-06-02', true, 'the first 2 June after that law'],
    ['2028-01-31', false, 'the patron of Modena does not count'],
    ['2026-06-29', false, 'the patrons of Rome do not count outside Rome'],
  ];
  it.each(cases)('knows %s (%s): %s', (day, expected) => {
    expect(isHoliday(day)).toBe(expected);
  });

  const file = '../shared/standards/calendario-termini/festivita-nazionali-2020-2040.csv';
  it.skipIf(!existsSync(file))('names every national holiday from 2020 to 2040', () => {
    const listed = new Set(
      readFileSync(file, 'utf8')
        .trim()
        .split('\n')
        .slice(1)
        .map((line) => line.slice(0, 10)),
    );
    const found: string[] = [];
    for (let day = '2020-01-01'; day <= '2040-12-31'; day = addDays(day, 1)) if (holidayName(day)) found.push(day);
    expect(found).toEqual([...listed].sort());
  });

  it('are named, from the year in which the law knows them', () => {
    expect(holidayName('2026-04-06')).toBe('Lunedì dell’Angelo');
    expect(holidayName('2026-04-05')).toBeUndefined();
    expect(holidayName('2025-10-04')).toBeUndefined();
    expect(holidayName('2026-10-04')).toBe('San Francesco d’Assisi');
  });

  // The earliest and the latest Easter there can be are among them, and one of the centuries before and after.
  it.each([
    ...['1777-03-31', '1954-04-19', '1981-04-20', '2008-03-24', '2011-04-25', '2038-04-26', '2049-04-19'],
    ...['2076-04-20', '2100-03-29', '2200-04-07', '2285-03-23', '2299-04-17', '1818-03-23', '1943-04-26'],
  ])('the day after Easter is one: %s', (day) => {
    // Of what falls together, Liberation has its name.
    expect(holidayName(day)).toBe(day.endsWith('04-25') ? 'Liberazione' : 'Lunedì dell’Angelo');
    expect(holidayName(addDays(day, -7))).toBeUndefined();
  });

  it('on a fixed day have a name and an article each', () => {
    const named = fixedHolidays.filter(
      ({ name, source }) => /^\p{Lu}/u.test(name) && /^(L\.|DPR) \d+\/\d{4}/.test(source),
    );
    expect(named).toHaveLength(11);
  });

  it('move a term by a day, which is not moved otherwise', () => {
    expect(firstWorkingDay('2026-03-08')).toBe('2026-03-09');
    expect(firstWorkingDay('2026-03-09')).toBe('2026-03-09');
  });

  it('goes past a row of holidays', () => {
    expect(firstWorkingDay('2027-12-25')).toBe('2027-12-27');
  });
});

describe('days', () => {
  it('ends a month without that day on its last', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
  });

  it('counts forward and backward across leap days', () => {
    expect(daysBetween('2028-02-28', '2028-03-01')).toBe(2);
    expect(daysBetween('2028-03-01', '2028-02-28')).toBe(-2);
  });

  it('leaves the end of a month on a holiday', () => {
    expect(addMonths('2026-04-01', 1)).toBe('2026-05-01');
    expect(addMonths('2028-02-29', 12)).toBe('2029-02-28');
  });

  it('are worked from Monday to Friday, holidays apart', () => {
    expect(['2026-06-01', '2026-06-02', '2026-06-05', '2026-06-06', '2026-06-07'].map(isWorkingDay)).toEqual([
      true,
      false,
      true,
      false,
      false,
    ]);
  });

  it('goes by the later of two', () => {
    expect(laterDay('2026-03-02', '2026-03-10')).toBe('2026-03-10');
    expect(laterDay('2026-03-10', '2026-03-02')).toBe('2026-03-10');
  });

  it('names the months as the calendar of Italy does', () => {
    const long = new Intl.DateTimeFormat('it-IT', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
    for (let month = 1; month <= 12; month += 1) {
      const day = `2026-${String(month).padStart(2, '0')}-15`;
      expect(dayInWords(day)).toBe(long.format(new Date(day)));
    }
  });

  it('have an article, with an apostrophe before eight and eleven', () => {
    const days = ['2026-04-01', '2026-04-08', '2026-04-11', '2026-04-18', '2026-04-28'];
    expect(days.map((day) => theDayInWords(day))).toEqual([
      'il 1° aprile 2026',
      'l’8 aprile 2026',
      'l’11 aprile 2026',
      'il 18 aprile 2026',
      'il 28 aprile 2026',
    ]);
  });

  it('writes the first of a month with a circle', () => {
    expect(dayInWords('2026-04-01')).toBe('1° aprile 2026');
    expect(dayInWords('2026-04-02')).toBe('2 aprile 2026');
  });
});

describe('instants in Italy', () => {
  it('belong to the day of Rome, not of Greenwich', () => {
    expect(romeDay('2026-03-01T23:30:00.000Z')).toBe('2026-03-02');
    expect(romeDay('2026-06-30T21:59:59.999Z')).toBe('2026-06-30');
  });

  it('start a day an hour earlier in summer', () => {
    expect(startOfRomeDay('2026-03-02')).toBe('2026-03-01T23:00:00.000Z');
    expect(startOfRomeDay('2026-07-01')).toBe('2026-06-30T22:00:00.000Z');
  });

  it('start the day after the clocks change rightly', () => {
    expect(startOfRomeDay('2026-03-29')).toBe('2026-03-28T23:00:00.000Z');
    expect(startOfRomeDay('2026-03-30')).toBe('2026-03-29T22:00:00.000Z');
  });
});
