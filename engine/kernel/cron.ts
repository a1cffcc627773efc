import { Temporal } from 'temporal-polyfill';
import { legalZone } from '../rules/feel.ts';
import type { Instant } from './types.ts';

/** The values that each field of a cron expression allows, from seconds to days of the week (0 is Sunday). */
interface Cron {
  readonly seconds: ReadonlySet<number>;
  readonly minutes: ReadonlySet<number>;
  readonly hours: ReadonlySet<number>;
  readonly days: ReadonlySet<number>;
  readonly months: ReadonlySet<number>;
  readonly weekdays: ReadonlySet<number>;
  /** With a restriction on both kinds of day, either is enough. */
  readonly eitherDay: boolean;
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

/**
 * The first instant after another at which a cron expression is due, in Italian legal time: five fields from minutes
 * on, or six from seconds on. Absent when the text is no cron expression or never comes true.
 */
export function nextOfCron(text: string, after: Instant): Instant | undefined {
  const cron = readCron(text);
  if (cron === undefined) return undefined;
  const start = Temporal.Instant.from(after).toZonedDateTimeISO(legalZone);
  let time = start.add({ seconds: 1 }).round({ smallestUnit: 'second', roundingMode: 'floor' });
  while (time.year - start.year < yearsToSearch) {
    const later = nextCandidate(cron, time);
    if (later === undefined) return time.toInstant().toString({ fractionalSecondDigits: 3 });
    time = later;
  }
  return undefined;
}

// The next moment worth a look; absent when this one matches.
function nextCandidate(cron: Cron, time: Temporal.ZonedDateTime): Temporal.ZonedDateTime | undefined {
  const midnight = { hour: 0, minute: 0, second: 0 };
  if (!cron.months.has(time.month)) return time.with({ day: 1, ...midnight }).add({ months: 1 });
  if (!isDay(cron, time)) return time.with(midnight).add({ days: 1 });
  if (!cron.hours.has(time.hour)) return time.with({ minute: 0, second: 0 }).add({ hours: 1 });
  if (!cron.minutes.has(time.minute)) return time.with({ second: 0 }).add({ minutes: 1 });
  return cron.seconds.has(time.second) ? undefined : time.add({ seconds: 1 });
}

function isDay({ days, weekdays, eitherDay }: Cron, { day, dayOfWeek }: Temporal.ZonedDateTime): boolean {
  const inMonth = days.has(day);
  const inWeek = weekdays.has(dayOfWeek % 7);
  return eitherDay ? inMonth || inWeek : inMonth && inWeek;
}

function readCron(text: string): Cron | undefined {
  const parts = text.trim().toUpperCase().split(/\s+/);
  if (parts.length === 5) parts.unshift('0');
  const [second = '', minute = '', hour = '', day = '', month = '', weekday = ''] = parts;
  const seconds = readField(second, fields.second);
  const minutes = readField(minute, fields.minute);
  const hours = readField(hour, fields.hour);
  const days = readField(day, fields.day);
  const months = readField(month, fields.month);
  const weekdays = readField(weekday, fields.weekday);
  if (parts.length !== 6 || !seconds || !minutes || !hours || !days || !months || !weekdays) return undefined;
  if (weekdays.has(7)) weekdays.add(0);
  return { seconds, minutes, hours, days, months, weekdays, eitherDay: !isAny(day) && !isAny(weekday) };
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
  const [span = '', step = '1'] = item.split('/');
  if (!/^[1-9]\d*$/.test(step)) return undefined;
  if (isAny(span)) return { from: field.from, to: field.to, step: Number(step) };
  const [first = '', last] = span.split('-');
  const from = readValue(first, field);
  const to = last === undefined ? (item.includes('/') ? field.to : from) : readValue(last, field);
  return from === undefined || to === undefined || to < from ? undefined : { from, to, step: Number(step) };
}

function readValue(text: string, { from, to, names = [] }: Field): number | undefined {
  const named = text === '' ? -1 : names.indexOf(text);
  const value = named >= 0 ? named : /^\d+$/.test(text) ? Number(text) : undefined;
  return value !== undefined && value >= from && value <= to ? value : undefined;
}
