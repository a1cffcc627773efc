import { Temporal } from 'temporal-polyfill';
import type { Instant } from '../kernel/types.ts';
import { legalZone } from '../rules/feel.ts';
import type { Day } from './dossier.ts';
import { kept } from './kept.ts';

/** A holiday on the same day of every year, from and to the years in which the law knows it. */
interface FixedHoliday {
  readonly month: number;
  readonly day: number;
  readonly name: string;
  /** First and last year, where they matter: the table is true from 2001. */
  readonly fromYear?: number;
  readonly source: string;
}

const l260 = 'L. 260/1949, art. 2';

/**
 * Feasts on a fixed date. Sundays and Easter Monday are computed; patron saints' days do not move terms (Cass. lav.
 * 17079/2007).
 */
export const fixedHolidays: readonly FixedHoliday[] = [
  { month: 1, day: 1, name: 'Capodanno', source: l260 },
  { month: 1, day: 6, name: 'Epifania', source: 'DPR 792/1985, art. 1' },
  { month: 4, day: 25, name: 'Liberazione', source: l260 },
  { month: 5, day: 1, name: 'Festa del lavoro', source: l260 },
  { month: 6, day: 2, name: 'Festa della Repubblica', fromYear: 2001, source: 'L. 336/2000, art. 1' },
  { month: 8, day: 15, name: 'Assunzione', source: l260 },
  { month: 10, day: 4, name: 'San Francesco d’Assisi', fromYear: 2026, source: 'L. 151/2025' },
  { month: 11, day: 1, name: 'Ognissanti', source: l260 },
  { month: 12, day: 8, name: 'Immacolata', source: l260 },
  { month: 12, day: 25, name: 'Natale', source: l260 },
  { month: 12, day: 26, name: 'Santo Stefano', source: l260 },
];

/** The name of the national holiday that falls on a day; undefined on ordinary days and on Sundays without a feast. */
export const holidayName = kept((day: Day): string | undefined => {
  const date = Temporal.PlainDate.from(day);
  const fixed = fixedHolidays.find(
    (holiday) => holiday.month === date.month && holiday.day === date.day && date.year >= (holiday.fromYear ?? 0),
  );
  if (fixed) return fixed.name;
  return date.equals(easterSunday(date.year).add({ days: 1 })) ? 'Lunedì dell’Angelo' : undefined;
});

/** Whether a term that ends on this day moves on: Sundays and national holidays do that, Saturdays do not. */
export const isHoliday = kept(
  (day: Day): boolean => Temporal.PlainDate.from(day).dayOfWeek === 7 || holidayName(day) !== undefined,
);

/**
 * The day itself, or the first day after it that is no holiday (art. 2963 c. 3 c.c.; art. 155 c. 4 c.p.c.). The rule
 * on Saturdays of art. 155 c. 5 c.p.c. is for acts of a trial only.
 */
export function firstWorkingDay(day: Day): Day {
  return isHoliday(day) ? firstWorkingDay(addDays(day, 1)) : day;
}

/** Whether offices work on this day: Saturdays, Sundays and national holidays are none. */
export function isWorkingDay(day: Day): boolean {
  return Temporal.PlainDate.from(day).dayOfWeek < 6 && !isHoliday(day);
}

/** The day so many days later; earlier when negative. */
export function addDays(day: Day, days: number): Day {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}

/** How many days lie between two days: 0 for the same day, negative when the second is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to)).days;
}

/** The later of two days. */
export function laterDay(one: Day, other: Day): Day {
  return one < other ? other : one;
}

/**
 * The same day so many months later, or the last day of a shorter month (art. 2963 cc. 4-5 c.c.); not moved off a
 * holiday.
 */
export function addMonths(day: Day, months: number): Day {
  return Temporal.PlainDate.from(day).add({ months }).toString();
}

/** The day on which an instant falls in Italy. */
export function romeDay(at: Instant): Day {
  // Italy has been whole hours away from UTC since 1893, so that its days change with the hours of UTC.
  return utcSince1900.test(at) ? dayOfHour(at.slice(0, HOUR_LENGTH)) : dayOfInstant(at);
}

const utcSince1900 = /^(?:19|2\d)\d\d-\d\d-\d\dT\d\d:[0-5]\d:[0-5]\d(?:\.\d+)?Z$/;
const HOUR_LENGTH = '2026-03-02T09'.length;

const dayOfHour = kept((hour: string): Day => dayOfInstant(`${hour}:00:00Z`));

function dayOfInstant(at: Instant): Day {
  return Temporal.Instant.from(at).toZonedDateTimeISO(legalZone).toPlainDate().toString();
}

/** The instant at which a day begins in Italy, in UTC with milliseconds. */
export const startOfRomeDay = kept((day: Day): Instant => {
  const midnight = Temporal.PlainDate.from(day).toZonedDateTime(legalZone);
  return midnight.toInstant().toString({ smallestUnit: 'millisecond' });
});

/** A day written out in Italian: `2 aprile 2026`; the first of a month is `1° aprile 2026`. */
export function dayInWords(day: Day): string {
  const { day: number, month, year } = Temporal.PlainDate.from(day);
  return `${number === 1 ? '1°' : number} ${monthNames[month - 1] ?? ''} ${year}`;
}

/** The same day with its article: `il 2 aprile 2026`, `l’8 aprile 2026`. */
export function theDayInWords(day: Day): string {
  const words = dayInWords(day);
  return /^(8|11) /.test(words) ? `l’${words}` : `il ${words}`;
}

const monthNames = [
  'gennaio',
  'febbraio',
  'marzo',
  'aprile',
  'maggio',
  'giugno',
  'luglio',
  'agosto',
  'settembre',
  'ottobre',
  'novembre',
  'dicembre',
];

// Anonymous Gregorian algorithm (Meeus, Astronomical Algorithms, ch. 8).
function easterSunday(year: number): Temporal.PlainDate {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const sum = h + l - 7 * m + 114;
  return Temporal.PlainDate.from({ year, month: Math.floor(sum / 31), day: (sum % 31) + 1 });
}
