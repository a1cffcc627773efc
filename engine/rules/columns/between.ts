import { decimal } from '../feel/arithmetic.ts';
import { dateOfDayNumber, dayNumber } from '../feel/calendar.ts';
import { order } from '../feel/compare.ts';
import { momentOf, plusSeconds, secondsBetween, secondsOf, turned } from '../feel/moment.ts';
import { midnight, monthsDuration, secondsDuration } from '../feel/temporal-text.ts';
import { isDate, isDateTime, isMonths, isSeconds, isTime } from '../feel/value.ts';
import type { FeelValue } from '../feel/value.ts';

/**
 * A value of the same type strictly between two; where one is undefined, beyond the other. Undefined when there is
 * none: between two days that follow each other, before midnight. Of numbers a whole one where there is one.
 */
export function valueBetween(low: FeelValue | undefined, high: FeelValue | undefined): FeelValue | undefined {
  const found = candidate(low, high);
  if (found === undefined) return undefined;
  const isAbove = low === undefined || (order(found, low) ?? 0) > 0;
  const isBelow = high === undefined || (order(found, high) ?? 0) < 0;
  return isAbove && isBelow ? found : undefined;
}

const day = 86_400;

function candidate(low: FeelValue | undefined, high: FeelValue | undefined): FeelValue | undefined {
  const known = low ?? high;
  if (typeof known === 'number') return numberBetween(asNumber(low), asNumber(high));
  if (known === undefined || known === null) return undefined;
  if (isDate(known)) return dateOfDayNumber(low === undefined ? dayNumber(known) - 1 : dayNumber(known) + 1);
  if (isMonths(known)) return monthsDuration(low === undefined ? known.months - 1 : known.months + 1);
  if (isSeconds(known)) {
    const [from, to] = [low, high].map((each) => (each !== undefined && isSeconds(each) ? each.seconds : undefined));
    return secondsDuration(stepped(from, to, day));
  }
  if (isDateTime(known)) {
    const gap = isDateTime(low ?? null) && isDateTime(high ?? null) ? gapBetween(low, high) : undefined;
    return plusSeconds(known, low === undefined ? -day : step(gap, day));
  }
  return isTime(known) ? timeBetween(low, high) : undefined;
}

function numberBetween(low: number | undefined, high: number | undefined): number {
  if (low === undefined) return high !== undefined && high > 0 && high < 1 ? high / 2 : Math.ceil(high ?? 0) - 1;
  const whole = Math.floor(low) + 1;
  return high === undefined || whole < high ? whole : decimal((low + high) / 2);
}

// A step up from the lower value, as large as is usual or half of the way.
function step(gap: number | undefined, usual: number): number {
  return gap === undefined || usual < gap ? usual : gap / 2;
}

function stepped(low: number | undefined, high: number | undefined, usual: number): number {
  if (low === undefined) return high !== undefined && high > 0 && high <= usual ? high / 2 : (high ?? 0) - usual;
  return low + step(high === undefined ? undefined : high - low, usual);
}

function gapBetween(low: FeelValue | undefined, high: FeelValue | undefined): number | undefined {
  const [from, to] = [low ?? null, high ?? null];
  return isDateTime(from) && isDateTime(to) ? secondsBetween(momentOf(from), momentOf(to)) : undefined;
}

// A day of times begins at midnight and ends before the next.
function timeBetween(low: FeelValue | undefined, high: FeelValue | undefined): FeelValue | undefined {
  const [from, to] = [low ?? null, high ?? null];
  if (isTime(from)) {
    const end = isTime(to) ? secondsBetween(momentOf(from), momentOf(to)) : day - secondsOf(from);
    return turned(from, step(end, 3600));
  }
  return isTime(to) && secondsOf(to) > 0 ? { ...midnight, zone: to.zone } : undefined;
}

function asNumber(value: FeelValue | undefined): number | undefined {
  return typeof value === 'number' ? value : undefined;
}
