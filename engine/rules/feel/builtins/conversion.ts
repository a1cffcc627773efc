import { makeDate } from '../calendar.ts';
import { textOfValue } from '../text.ts';
import { readRange } from '../read-range.ts';
import { dateTimeOf, makeTime, midnight, monthsDuration, readDate, readDateTime } from '../temporal-text.ts';
import { readDuration, readTime } from '../temporal-text.ts';
import { isDate, isDateTime, isMonths, isSeconds } from '../value.ts';
import type { FeelDate, FeelDateTime, FeelTime, SecondsDuration } from '../value.ts';
import { zoneOfOffset } from '../zone.ts';
import { any, clock, day, define, number, optional, seconds, text, time } from './define.ts';
import type { Form } from './define.ts';

/** Conversions between types (DMN 1.5, 10.3.4.1). */
export const conversions: readonly Form[] = [
  define(
    'number',
    [text('from'), optional(text('grouping separator')), optional(text('decimal separator'))],
    readNumber,
  ),
  define('string', [any('from')], ([from]) => (from === null ? null : textOfValue(from))),
  define('date', [text('from')], ([from]) => readDate(from)),
  define('date', [day('from')], ([from]) => dateOf(from)),
  define('date', [number('year'), number('month'), number('day')], ([year, month, date]) =>
    makeDate(year, month, date),
  ),
  define('time', [text('from')], ([from]) => readTime(from)),
  define('time', [clock('from')], ([from]) => (isDateTime(from) ? from.time : from)),
  define('time', [day('from')], () => ({ ...midnight, zone: 'UTC' })),
  define('time', [number('hour'), number('minute'), number('second'), optional(seconds('offset'))], makeTimeOf),
  define('date and time', [text('from')], ([from]) => readDateTime(from)),
  define('date and time', [day('from')], ([from]) => (isDate(from) ? dateTimeOf(from, midnight) : from)),
  define('date and time', [day('date'), time('time')], ([date, at]) => dateTimeOf(dateOf(date), at)),
  define('duration', [text('from')], ([from]) => readDuration(from)),
  define('duration', [any('from')], ([from]) => (isMonths(from) || isSeconds(from) ? from : undefined)),
  define('years and months duration', [day('from'), day('to')], ([from, to]) =>
    monthsDuration(wholeMonths(dateOf(from), dateOf(to))),
  ),
  define('range', [text('from')], ([from]) => readRange(from)),
];

const separators: readonly (string | undefined)[] = [' ', ',', '.', undefined];

function readNumber(values: readonly [string, string | undefined, string | undefined]): number | undefined {
  const [from, grouping, point = '.'] = values;
  if (!separators.includes(grouping) || !['.', ','].includes(point) || grouping === point) return undefined;
  const plain = (grouping === undefined ? from : from.replaceAll(grouping, '')).replace(point, '.');
  return /^-?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/.test(plain) ? Number(plain) : undefined;
}

function makeTimeOf(values: readonly [number, number, number, SecondsDuration | undefined]): FeelTime | undefined {
  const [hour, minute, second, offset] = values;
  return makeTime({ hour, minute, second, zone: offset === undefined ? null : zoneOfOffset(offset.seconds) });
}

function dateOf(value: FeelDate | FeelDateTime): FeelDate {
  return isDate(value) ? value : value.date;
}

// Whole months only: the last one counts when its day is reached, or passed when counting back.
function wholeMonths(from: FeelDate, to: FeelDate): number {
  const months = (to.year - from.year) * 12 + to.month - from.month;
  if (months > 0 && to.day < from.day) return months - 1;
  return months < 0 && to.day > from.day ? months + 1 : months;
}
