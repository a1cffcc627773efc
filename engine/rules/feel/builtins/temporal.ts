import { Temporal } from 'temporal-polyfill';
import { dayOfYear, weekday, weekOfYear } from '../calendar.ts';
import { equals } from '../compare.ts';
import { readDate, readDateTime } from '../temporal-text.ts';
import { isDate, isDateTime, isTime, typeOf } from '../value.ts';
import type { FeelDate, FeelDateTime, FeelValue, Run } from '../value.ts';
import { any, boolean, day, define } from './define.ts';
import type { Form } from './define.ts';

/** The zone of calendar dates and of instants that name none: Italian legal time. */
export const legalZone = 'Europe/Rome';

/** Functions on dates and times, `is` and `not` (DMN 1.5, 10.3.4.2, 10.3.4.6 and 10.3.4.8). */
export const temporal: readonly Form[] = [
  define('today', [], (_, run) => {
    const local = localTime(run);
    return local && readDate(local.toPlainDate().toString());
  }),
  define('now', [], (_, run) => {
    const local = localTime(run);
    return local && readDateTime(`${local.toPlainDateTime().toString()}@${legalZone}`);
  }),
  define('day of year', [day('date')], ([date]) => dayOfYear(dateOf(date))),
  define('day of week', [day('date')], ([date]) => weekdays[weekday(dateOf(date)) - 1]),
  define('month of year', [day('date')], ([date]) => months[dateOf(date).month - 1]),
  define('week of year', [day('date')], ([date]) => weekOfYear(dateOf(date))),
  define('is', [any('value1'), any('value2')], ([one, other]) => isSame(one, other)),
  define('not', [boolean('negand')], ([negand]) => !negand),
];

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const months = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
];

// The machine's clock is never read, so that the same inputs give the same result.
function localTime({ clock }: Run): Temporal.ZonedDateTime | undefined {
  return clock === undefined ? undefined : Temporal.Instant.from(clock).toZonedDateTimeISO(legalZone);
}

function dateOf(value: FeelDate | FeelDateTime): FeelDate {
  return isDate(value) ? value : value.date;
}

// Two times may be the same instant in different zones: equal, but not the same.
function isSame(one: FeelValue, other: FeelValue): boolean {
  if (typeOf(one) !== typeOf(other)) return false;
  return equals(one, other) === true && zoneOf(one) === zoneOf(other);
}

function zoneOf(value: FeelValue): string | null {
  const time = isDateTime(value) ? value.time : value;
  const zone = isTime(time) ? time.zone : null;
  return zone === '+00:00' || zone === '-00:00' ? 'UTC' : zone;
}
