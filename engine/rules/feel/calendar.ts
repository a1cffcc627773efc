import { kind } from './value.ts';
import type { FeelDate } from './value.ts';

/** The greatest year that a date may name, before or after the year nought (DMN 1.5, 10.3.2.3.7, XML Schema 1.1). */
export const greatestYear = 999_999_999;

/** A date of the proleptic Gregorian calendar; undefined when there is no such day. */
export function makeDate(year: number, month: number, day: number): FeelDate | undefined {
  if (![year, month, day].every(Number.isInteger) || Math.abs(year) > greatestYear) return undefined;
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  return { [kind]: 'date', year, month, day };
}

/** The number of days of a month. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

// The calendar repeats after 400 years of 146,097 days; within one such era years are counted from March, so that the
// leap day is the last of its year.
const daysInEra = 146_097;
const daysToEpoch = 719_468;

/** Days since 1970-01-01. */
export function dayNumber({ year, month, day }: FeelDate): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * daysInEra + dayOfEra - daysToEpoch;
}

/** The date that is a number of days after 1970-01-01. */
export function dateOfDayNumber(days: number): FeelDate {
  const shifted = days + daysToEpoch;
  const era = Math.floor(shifted / daysInEra);
  const dayOfEra = shifted - era * daysInEra;
  const leaps = -Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096);
  const yearOfEra = Math.floor((dayOfEra + leaps) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return { [kind]: 'date', year, month, day };
}

/** The date some months later; a day that the month does not have becomes its last. */
export function plusMonths({ year, month, day }: FeelDate, months: number): FeelDate {
  const total = year * 12 + month - 1 + months;
  const later = { year: Math.floor(total / 12), month: total - Math.floor(total / 12) * 12 + 1 };
  return { [kind]: 'date', ...later, day: Math.min(day, daysInMonth(later.year, later.month)) };
}

/** The date some days later. */
export function plusDays(date: FeelDate, days: number): FeelDate {
  return dateOfDayNumber(dayNumber(date) + days);
}

/** The day of the week: Monday is 1, Sunday 7. */
export function weekday(date: FeelDate): number {
  return ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1;
}

/** The day of the year, from 1. */
export function dayOfYear(date: FeelDate): number {
  return dayNumber(date) - dayNumber({ ...date, month: 1, day: 1 }) + 1;
}

/** The week of the year by ISO 8601: the one that holds its Thursday. */
export function weekOfYear(date: FeelDate): number {
  return Math.ceil(dayOfYear(plusDays(date, 4 - weekday(date))) / 7);
}
