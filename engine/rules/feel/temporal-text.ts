import { makeDate, plusDays } from './calendar.ts';
import { kind } from './value.ts';
import type { FeelDate, FeelDateTime, FeelDuration, FeelTemporal, FeelTime } from './value.ts';
import { isZone } from './zone.ts';

// XML Schema 1.1: four digits, or up to nine without leading nought.
const dateForm = /^(-?(?:[1-9]\d{4,8}|\d{4}))-(\d{2})-(\d{2})$/;
const timeForm = /^(\d{2}):(\d{2}):(\d{2}(?:\.\d+)?)(Z|[+-]\d{2}:\d{2}(?::\d{2})?|@[A-Za-z][\w/+-]*)?$/;
const durationForm =
  /^(-)?P(?=\d|T\d)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;

/** The date that a text names, such as `2026-03-31`. */
export function readDate(text: string): FeelDate | undefined {
  const [, year, month, day] = dateForm.exec(text) ?? [];
  return year === undefined ? undefined : makeDate(Number(year), Number(month), Number(day));
}

/** The time that a text names: `10:30:00`, with `Z`, an offset or `@Europe/Rome`; `24:00:00` is midnight. */
export function readTime(text: string): FeelTime | undefined {
  const parts = readClock(text);
  return parts?.hour === 24 ? { ...parts, hour: 0 } : parts;
}

/** The date and time that a text names; a date alone is its midnight, and `24:00:00` the next day's. */
export function readDateTime(text: string): FeelDateTime | undefined {
  const cut = text.indexOf('T');
  const date = readDate(cut < 0 ? text : text.slice(0, cut));
  if (date === undefined) return undefined;
  if (cut < 0) return dateTimeOf(date, midnight);
  const time = readClock(text.slice(cut + 1));
  if (time?.hour === 24) return dateTimeOf(plusDays(date, 1), { ...time, hour: 0 });
  return time === undefined ? undefined : dateTimeOf(date, time);
}

/** The duration that a text names: `P1Y2M` in months, `P2DT3H` in seconds; months and days together name none. */
export function readDuration(text: string): FeelDuration | undefined {
  const [whole, minus, years, months, days, hours, minutes, seconds] = durationForm.exec(text) ?? [];
  if (whole === undefined) return undefined;
  const sign = minus === undefined ? 1 : -1;
  const inMonths = years !== undefined || months !== undefined;
  const inDays = [days, hours, minutes, seconds].some((part) => part !== undefined);
  if (inMonths && inDays) return undefined;
  const count = (part: string | undefined) => Number(part ?? 0);
  if (inMonths) return monthsDuration(sign * (count(years) * 12 + count(months)));
  return secondsDuration(sign * (count(days) * 86_400 + count(hours) * 3600 + count(minutes) * 60 + count(seconds)));
}

/** The value of an `@` literal: whichever of duration, time, date and time, or date the text names. */
export function readTemporal(text: string): FeelTemporal | FeelDuration | undefined {
  return readDuration(text) ?? readTime(text) ?? readDate(text) ?? readDateTime(text);
}

/** Local midnight. */
export const midnight: FeelTime = { [kind]: 'time', hour: 0, minute: 0, second: 0, zone: null };

/** A time of day; undefined when the clock never shows it. */
export function makeTime(parts: Omit<FeelTime, typeof kind>): FeelTime | undefined {
  const { hour, minute, second, zone } = parts;
  const whole = Number.isInteger(hour) && Number.isInteger(minute);
  if (!whole || hour < 0 || hour > 23 || minute < 0 || minute > 59 || !(second >= 0 && second < 60)) return undefined;
  return zone === null || isZone(zone) ? { [kind]: 'time', ...parts } : undefined;
}

/** A date with a time of day. */
export function dateTimeOf(date: FeelDate, time: FeelTime): FeelDateTime {
  return { [kind]: 'date and time', date, time };
}

/** A duration of whole months; never minus nought. */
export function monthsDuration(months: number): FeelDuration {
  return { [kind]: 'years and months duration', months: Math.trunc(months) + 0 };
}

/** A duration of seconds, kept to a thousand-millionth. */
export function secondsDuration(seconds: number): FeelDuration {
  return { [kind]: 'days and time duration', seconds: toNanos(seconds) };
}

/** A number of seconds without the noise of arithmetic beyond nine decimals. */
export function toNanos(seconds: number): number {
  if (Number.isInteger(seconds) || Math.abs(seconds) > 1e6) return seconds + 0;
  return Math.round(seconds * 1e9) / 1e9 + 0;
}

function readClock(text: string): FeelTime | undefined {
  const [, hour, minute, second, suffix] = timeForm.exec(text) ?? [];
  if (hour === undefined) return undefined;
  const clock = { hour: Number(hour), minute: Number(minute), second: Number(second), zone: zoneOf(suffix) };
  if (clock.hour !== 24) return makeTime(clock);
  return clock.minute === 0 && clock.second === 0 ? { [kind]: 'time', ...clock } : undefined;
}

function zoneOf(suffix: string | undefined): string | null {
  if (suffix === undefined) return null;
  if (suffix === 'Z') return 'UTC';
  return suffix.startsWith('@') ? suffix.slice(1) : suffix;
}
