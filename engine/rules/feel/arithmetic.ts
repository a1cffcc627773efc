import { plusMonths } from './calendar.ts';
import { isInstant } from './compare.ts';
import { atMidnight, dateAfter, isZoned, momentOf, plusSeconds, secondsBetween, turned } from './moment.ts';
import { dateTimeOf, monthsDuration, secondsDuration } from './temporal-text.ts';
import { isDate, isDateTime, isMonths, isSeconds, isTime } from './value.ts';
import type { FeelDuration, FeelTemporal, FeelValue } from './value.ts';

/** The signs of arithmetic. */
export type Sign = '+' | '-' | '*' | '/' | '**';

/** The value of an operation (DMN 1.5, tables 45 to 48); undefined where it is not defined for the operands. */
export function calculate(sign: Sign, left: FeelValue, right: FeelValue): FeelValue | undefined {
  if (typeof left === 'number' && typeof right === 'number') return finite(withNumbers(sign, left, right));
  if (sign === '+') return sum(left, right);
  if (sign === '-') return difference(left, right);
  if (sign === '*') return scaled(left, right) ?? scaled(right, left);
  return sign === '/' ? quotient(left, right) : undefined;
}

/** A value with the opposite sign: of numbers and durations. */
export function negated(value: FeelValue): FeelValue | undefined {
  if (typeof value === 'number') return 0 - value;
  return isDuration(value) ? resized(value, (size) => -size) : undefined;
}

/** Whether a value is a duration. */
export function isDuration(value: FeelValue): value is FeelDuration {
  return isMonths(value) || isSeconds(value);
}

function withNumbers(sign: Sign, left: number, right: number): number {
  switch (sign) {
    case '+':
      return decimal(left + right);
    case '-':
      return decimal(left - right);
    case '*':
      return decimal(left * right);
    case '/':
      return decimal(left / right);
    case '**':
      return decimal(left ** right);
  }
}

/**
 * A number to fifteen significant digits, all that a binary double keeps of a decimal one: 0.1 + 0.2 is 0.3, as in the
 * decimal arithmetic of the standard.
 */
export function decimal(value: number): number {
  return Number.isInteger(value) ? value : Number(value.toPrecision(15));
}

function finite(value: number): number | undefined {
  return Number.isFinite(value) ? value : undefined;
}

function sum(left: FeelValue, right: FeelValue): FeelValue | undefined {
  if (typeof left === 'string' && typeof right === 'string') return left + right;
  if (isMonths(left) && isMonths(right)) return monthsDuration(left.months + right.months);
  if (isSeconds(left) && isSeconds(right)) return secondsDuration(left.seconds + right.seconds);
  if (isInstant(left) && isDuration(right)) return later(left, right);
  return isDuration(left) && isInstant(right) ? later(right, left) : undefined;
}

function difference(left: FeelValue, right: FeelValue): FeelValue | undefined {
  if (isDuration(right))
    return sum(
      left,
      resized(right, (size) => -size),
    );
  if (isTime(left) && isTime(right)) return between(right, left);
  if ((isDate(left) || isDateTime(left)) && (isDate(right) || isDateTime(right))) {
    return isDate(left) && isDate(right) ? between(right, left) : between(atMidnight(right), atMidnight(left));
  }
  return undefined;
}

// A local value and one in a zone have nothing between them that is known.
function between(from: FeelTemporal, to: FeelTemporal): FeelDuration | undefined {
  if (isZoned(from) !== isZoned(to)) return undefined;
  return secondsDuration(secondsBetween(momentOf(from), momentOf(to)));
}

function later(value: FeelTemporal, by: FeelDuration): FeelTemporal | undefined {
  if (isTime(value)) return isSeconds(by) ? turned(value, by.seconds) : undefined;
  if (isDate(value)) return isMonths(by) ? plusMonths(value, by.months) : dateAfter(value, by.seconds);
  if (isSeconds(by)) return plusSeconds(value, by.seconds);
  return dateTimeOf(plusMonths(value.date, by.months), value.time);
}

function scaled(value: FeelValue, by: FeelValue): FeelDuration | undefined {
  return typeof by === 'number' && isDuration(value) ? resized(value, (size) => size * by) : undefined;
}

function resized(value: FeelDuration, resize: (size: number) => number): FeelDuration {
  return isMonths(value) ? monthsDuration(resize(value.months)) : secondsDuration(resize(value.seconds));
}

function quotient(left: FeelValue, right: FeelValue): FeelValue | undefined {
  if (right === 0) return undefined;
  if (typeof right === 'number') return isDuration(left) ? resized(left, (size) => size / right) : undefined;
  if (isMonths(left) && isMonths(right)) return finite(decimal(left.months / right.months));
  return isSeconds(left) && isSeconds(right) ? finite(decimal(left.seconds / right.seconds)) : undefined;
}
