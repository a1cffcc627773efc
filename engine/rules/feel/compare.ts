import { isZoned, momentOf } from './moment.ts';
import { isContext, isDate, isDateTime, isList, isMonths, isRange, isSeconds, isTime, typeOf } from './value.ts';
import type { FeelRange, FeelRecord, FeelTemporal, FeelValue } from './value.ts';

/**
 * Whether two values are equal (DMN 1.5, 10.3.2.13, table 42): null when they are of different types, and false when
 * only one is null. Nothing is converted.
 */
export function equals(one: FeelValue, other: FeelValue): boolean | null {
  if (one === other) return true;
  const type = typeOf(one);
  const otherType = typeOf(other);
  if (type === 'null' || otherType === 'null') return type === otherType;
  if (type !== otherType) return null;
  if (isList(one) && isList(other)) return sameLists(one, other);
  if (isContext(one) && isContext(other)) return sameContexts(one, other);
  if (isRange(one) && isRange(other)) return sameRanges(one, other);
  if (isInstant(one) && isInstant(other)) return isZoned(one) === isZoned(other) && order(one, other) === 0;
  if (isMonths(one) && isMonths(other)) return one.months === other.months;
  if (isSeconds(one) && isSeconds(other)) return one.seconds === other.seconds;
  return false;
}

/** Whether a value is in a list, by equality. */
export function holdsValue(list: readonly FeelValue[], value: FeelValue): boolean {
  return list.some((each) => equals(each, value) === true);
}

/**
 * Negative, nought or positive as one value comes before, with or after another; null where there is no order:
 * different types, a local and a zoned time, contexts, lists, booleans.
 */
export function order(one: FeelValue, other: FeelValue): number | null {
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  if (typeof one === 'string' && typeof other === 'string') return one < other ? -1 : one > other ? 1 : 0;
  if (isMonths(one) && isMonths(other)) return one.months - other.months;
  if (isSeconds(one) && isSeconds(other)) return one.seconds - other.seconds;
  if (!isInstant(one) || !isInstant(other)) return null;
  if (typeOf(one) !== typeOf(other) || isZoned(one) !== isZoned(other)) return null;
  const from = momentOf(one);
  const to = momentOf(other);
  return from.days - to.days || from.seconds - to.seconds;
}

/** Whether a value is a date, time, or date and time. */
export function isInstant(value: FeelValue): value is FeelTemporal {
  return isDate(value) || isTime(value) || isDateTime(value);
}

function sameLists(one: readonly FeelValue[], other: readonly FeelValue[]): boolean {
  return one.length === other.length && one.every((each, index) => equals(each, other[index] ?? null) === true);
}

function sameContexts(one: FeelRecord, other: FeelRecord): boolean {
  const names = Object.keys(one);
  if (names.length !== Object.keys(other).length) return false;
  return names.every((name) => Object.hasOwn(other, name) && equals(one[name] ?? null, other[name] ?? null) === true);
}

function sameRanges(one: FeelRange, other: FeelRange): boolean {
  const ends = one.startIncluded === other.startIncluded && one.endIncluded === other.endIncluded;
  return (
    ends &&
    one.excepts === other.excepts &&
    equals(one.start, other.start) === true &&
    equals(one.end, other.end) === true
  );
}
