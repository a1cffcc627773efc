import { Temporal } from 'temporal-polyfill';
import { legalZone } from '../../rules/feel.ts';
import { readMonthDay, readWeekday } from './cron-days.ts';
import type { CalendarDay, DayTest } from './cron-days.ts';
import type { Instant } from '../types.ts';

/** The values that each field of a cron expression allows, and the tests of its days. */
interface Cron {
  readonly seconds: ReadonlySet<number>;
  readonly minutes: ReadonlySet<number>;
  readonly hours: ReadonlySet<number>;
  readonly months: ReadonlySet<number>;
  readonly inMonth: DayTest;
  readonly inWeek: DayTest;
  /** With a restriction on both kinds of day, either is enough. */
  readonly eitherDay: boolean;
  /** It comes at hours of the clock on the wall, and not at each so many hours. */
  readonly hasFixedHours: boolean;
}

interface Field {
  readonly from: number;
  readonly to: number;
  readonly names?: readonly string[];
}

const monthNames = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const weekdayNames = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];

const fields = {
  second: { from: 0, to: 59 },
  minute: { from: 0, to: 59 },
  hour: { from: 0, to: 23 },
  day: { from: 1, to: 31 },
  month: { from: 1, to: 12, names: ['', ...monthNames] },
  weekday: { from: 0, to: 7, names: weekdayNames },
} as const satisfies Readonly<Record<string, Field>>;

// Beyond this no date of the Gregorian calendar can still match (29 February on a given weekday returns in 40 years).
const yearsToSearch = 41;

const nicknames: Readonly<Record<string, string>> = {
  '@YEARLY': '0 0 1 1 *',
  '@ANNUALLY': '0 0 1 1 *',
  '@MONTHLY': '0 0 1 * *',
  '@WEEKLY': '0 0 * * 0',
  '@DAILY': '0 0 * * *',
  '@MIDNIGHT': '0 0 * * *',
  '@HOURLY': '0 * * * *',
};

/**
 * The first instant after another at which a cron expression is due, in Italian legal time: five fields from minutes
 * on, six from seconds on, or a nickname such as `@daily`. An hour that the clock passes twice is due the first time,
 * one that it leaves out is due an hour later. Absent when the text is no cron expression or never comes true.
 */
export function nextOfCron(text: string, after: Instant): Instant | undefined {
  const cron = readCron(text);
  if (cron === undefined) return undefined;
  const now = Temporal.Instant.from(after);
  const next = cron.hasFixedHours ? nextOnTheWall(cron, now) : search(cron, now.toZonedDateTimeISO(legalZone));
  return next?.toInstant().toString({ fractionalSecondDigits: 3 });
}

// The clock may have gone back since: what is found then has been due already.
function nextOnTheWall(cron: Cron, now: Temporal.Instant): Temporal.ZonedDateTime | undefined {
  let time: Temporal.PlainDateTime | undefined = now.toZonedDateTimeISO(legalZone).toPlainDateTime();
  for (;;) {
    time = search(cron, time);
    const due = time?.toZonedDateTime(legalZone);
    if (time === undefined || due === undefined) return undefined;
    if (Temporal.Instant.compare(due.toInstant(), now) > 0) return due;
  }
}

/** A time that can be moved: in a zone, or on the wall. */
interface Time<T> extends CalendarDay {
  readonly year: number;
  readonly month: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  with(fields: { day?: number; hour?: number; minute?: number; second?: number }): T;
  add(duration: { months?: number; days?: number; hours?: number; minutes?: number; seconds?: number }): T;
  round(to: { smallestUnit: 'second'; roundingMode: 'floor' }): T;
}

function search<T extends Time<T>>(cron: Cron, after: T): T | undefined {
  let time = after.add({ seconds: 1 }).round({ smallestUnit: 'second', roundingMode: 'floor' });
  while (time.year - after.year < yearsToSearch) {
    const later = nextCandidate(cron, time);
    if (later === undefined) return time;
    time = later;
  }
  return undefined;
}

// The next moment worth a look; absent when this one matches.
function nextCandidate<T extends Time<T>>(cron: Cron, time: T): T | undefined {
  const midnight = { hour: 0, minute: 0, second: 0 };
  if (!cron.months.has(time.month)) return time.with({ day: 1, ...midnight }).add({ months: 1 });
  if (!isDay(cron, time)) return time.with(midnight).add({ days: 1 });
  if (!cron.hours.has(time.hour)) return time.with({ minute: 0, second: 0 }).add({ hours: 1 });
  if (!cron.minutes.has(time.minute)) return time.with({ second: 0 }).add({ minutes: 1 });
  return cron.seconds.has(time.second) ? undefined : time.add({ seconds: 1 });
}

function isDay({ inMonth, inWeek, eitherDay }: Cron, day: CalendarDay): boolean {
  return eitherDay ? inMonth(day) || inWeek(day) : inMonth(day) && inWeek(day);
}

function readCron(text: string): Cron | undefined {
  const sign = text.trim().toUpperCase();
  const parts = (nicknames[sign] ?? sign).split(/\s+/);
  if (parts.length === 5) parts.unshift('0');
  const [second = '', minute = '', hour = '', day = '', month = '', weekday = ''] = parts;
  const seconds = readField(second, fields.second);
  const minutes = readField(minute, fields.minute);
  const hours = readField(hour, fields.hour);
  const months = readField(month, fields.month);
  const inMonth = readDays(day, readDayOfMonth);
  const inWeek = readDays(weekday, readDayOfWeek);
  if (parts.length !== 6 || !seconds || !minutes || !hours || !months || !inMonth || !inWeek) return undefined;
  const eitherDay = !isAny(day) && !isAny(weekday);
  return { seconds, minutes, hours, months, inMonth, inWeek, eitherDay, hasFixedHours: !/^[*?]/.test(hour) };
}

function readDays(part: string, readItem: (item: string) => DayTest | undefined): DayTest | undefined {
  const tests = part.split(',').map(readItem);
  if (!tests.every((test) => test !== undefined)) return undefined;
  return (day) => tests.some((test) => test(day));
}

function readDayOfMonth(item: string): DayTest | undefined {
  const days = readField(item, fields.day);
  return days === undefined ? readMonthDay(item) : ({ day }) => days.has(day);
}

// Seven is Sunday as well as zero.
function readDayOfWeek(item: string): DayTest | undefined {
  const days = readField(item, fields.weekday);
  if (days === undefined) return readWeekday(item, (text) => readValue(text, fields.weekday));
  return ({ dayOfWeek }) => days.has(dayOfWeek) || days.has(dayOfWeek % 7);
}

function isAny(part: string): boolean {
  return part === '*' || part === '?';
}

function readField(part: string, field: Field): Set<number> | undefined {
  const values = new Set<number>();
  for (const item of part.split(',')) {
    const range = readRange(item, field);
    if (range === undefined) return undefined;
    for (let value = range.from; value <= range.to; value += range.step) values.add(value);
  }
  return values;
}

function readRange(item: string, field: Field) {
  const [span, step = '1'] = halves(item, '/');
  if (!/^[1-9]\d*$/.test(step)) return undefined;
  if (isAny(span)) return { from: field.from, to: field.to, step: Number(step) };
  const [first, last] = halves(span, '-');
  const from = readValue(first, field);
  const to = last === undefined ? (item.includes('/') ? field.to : from) : readValue(last, field);
  return from === undefined || to === undefined || to < from ? undefined : { from, to, step: Number(step) };
}

// What stands before a sign, and what after it.
function halves(text: string, sign: string): readonly [string, string?] {
  const at = text.indexOf(sign);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}

function readValue(text: string, { from, to, names = [] }: Field): number | undefined {
  const named = names.indexOf(text);
  const value = named >= 0 ? named : /^\d+$/.test(text) ? Number(text) : undefined;
  return value !== undefined && value >= from && value <= to ? value : undefined;
}
