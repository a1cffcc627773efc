import { dateOfDayNumber, dayNumber, plusDays } from './calendar.ts';
import { dateTimeOf, midnight, toNanos } from './temporal-text.ts';
import { isDate, isDateTime, kind } from './value.ts';
import type { FeelDate, FeelDateTime, FeelTemporal, FeelTime } from './value.ts';
import { offsetAt, offsetAtInstant } from './zone.ts';

/** A place on the time line: whole days since 1970-01-01, and the seconds into that day. */
export interface Moment {
  readonly days: number;
  readonly seconds: number;
}

const daySeconds = 86_400;
/** The day on which times with a named zone are placed to know their offset. */
export const someDay: FeelDate = { [kind]: 'date', year: 1970, month: 1, day: 1 };

/** The place of a date (its midnight), time or date and time; in UTC when it has a zone, else on the local clock. */
export function momentOf(value: FeelTemporal): Moment {
  if (isDate(value)) return { days: dayNumber(value), seconds: 0 };
  const { date, time } = isDateTime(value) ? value : { date: someDay, time: value };
  return carried({ days: dayNumber(date), seconds: secondsOf(time) - offsetAt(date, time) });
}

/** Whether a value says in which zone it is. */
export function isZoned(value: FeelTemporal): boolean {
  return !isDate(value) && (isDateTime(value) ? value.time : value).zone !== null;
}

/** Seconds from one moment to another. */
export function secondsBetween(from: Moment, to: Moment): number {
  return toNanos((to.days - from.days) * daySeconds + (to.seconds - from.seconds));
}

/** The date and time some seconds later; in a zone the clock changes are counted. */
export function plusSeconds(value: FeelDateTime, seconds: number): FeelDateTime {
  const { zone } = value.time;
  const later = carried({ ...momentOf(value), seconds: momentOf(value).seconds + seconds });
  if (zone === null) return dateTimeAt(later, zone);
  const offset = offsetAtInstant(zone, later.days * daySeconds + later.seconds);
  return dateTimeAt(carried({ days: later.days, seconds: later.seconds + offset }), zone);
}

/** The time of day some seconds later, going round at midnight. */
export function turned(time: FeelTime, seconds: number): FeelTime {
  return timeAt(carried({ days: 0, seconds: secondsOf(time) + seconds }).seconds, time.zone);
}

/** A date as its midnight in UTC (DMN 1.5, 10.3.2.3.5), or a date and time as it is. */
export function atMidnight(value: FeelDate | FeelDateTime): FeelDateTime {
  return isDate(value) ? dateTimeOf(value, { ...midnight, zone: 'UTC' }) : value;
}

/** Whole seconds of the day. */
export function secondsOf({ hour, minute, second }: FeelTime): number {
  return hour * 3600 + minute * 60 + second;
}

function carried({ days, seconds }: Moment): Moment {
  const over = Math.floor(seconds / daySeconds);
  return { days: days + over, seconds: toNanos(seconds - over * daySeconds) };
}

function dateTimeAt({ days, seconds }: Moment, zone: string | null): FeelDateTime {
  return dateTimeOf(dateOfDayNumber(days), timeAt(seconds, zone));
}

function timeAt(seconds: number, zone: string | null): FeelTime {
  const hour = Math.floor(seconds / 3600);
  const minute = Math.floor((seconds % 3600) / 60);
  return { [kind]: 'time', hour, minute, second: toNanos(seconds - hour * 3600 - minute * 60), zone };
}

/** The date some seconds after its midnight; what is left of a day is dropped (DMN 1.5, table 45). */
export function dateAfter(date: FeelDate, seconds: number): FeelDate {
  return plusDays(date, Math.floor(seconds / daySeconds));
}
