import type { FeelFailure } from '../../findings/feel-failure.ts';
/**
 * The values of FEEL (DMN 1.5, 10.3.2). Texts, numbers, booleans, null, lists and contexts are those of JSON; dates,
 * times, durations, ranges and functions carry a symbol by which they are told from contexts.
 */

/** The mark of a value that JSON does not have. */
export const kind: unique symbol = Symbol('kind');

/** A calendar date; years may have up to nine digits and be negative. */
export interface FeelDate {
  readonly [kind]: 'date';
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** A time of day. `second` may have nine decimals; `zone` is `UTC`, an offset, an IANA name, or null when local. */
export interface FeelTime {
  readonly [kind]: 'time';
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly zone: string | null;
}

/** A date with a time of day; the time holds the zone. */
export interface FeelDateTime {
  readonly [kind]: 'date and time';
  readonly date: FeelDate;
  readonly time: FeelTime;
}

/** A duration in whole months. */
export interface MonthsDuration {
  readonly [kind]: 'years and months duration';
  readonly months: number;
}

/** A duration in seconds, with up to nine decimals. */
export interface SecondsDuration {
  readonly [kind]: 'days and time duration';
  readonly seconds: number;
}

/**
 * A range; an end that is null is open, unless both are (then it holds nothing that can be known). What `!= 10` means
 * has 10 for both its ends and holds everything else: `excepts` is true.
 */
export interface FeelRange {
  readonly [kind]: 'range';
  readonly start: FeelValue;
  readonly end: FeelValue;
  readonly startIncluded: boolean;
  readonly endIncluded: boolean;
  readonly excepts?: true;
}

/** What a call hands to a function: the arguments by place, or by the names of the parameters. */
export type Arguments = { readonly placed: readonly FeelValue[] } | { readonly named: FeelRecord };

/** A function; `call` reports what goes wrong to the run and then gives null. */
export interface FeelFunction {
  readonly [kind]: 'function';
  readonly parameters: readonly string[];
  call(given: Arguments, run: Run): FeelValue;
}

/** The days, hours or months between two moments. */
export type FeelDuration = MonthsDuration | SecondsDuration;

/** Values on the calendar or the clock. */
export type FeelTemporal = FeelDate | FeelTime | FeelDateTime;

/** Names with values. */
export interface FeelRecord {
  readonly [name: string]: FeelValue;
}

/** Any value of an expression. */
export type FeelValue =
  | null
  | boolean
  | number
  | string
  | FeelTemporal
  | FeelDuration
  | FeelRange
  | FeelFunction
  | readonly FeelValue[]
  | FeelRecord;

/**
 * What accompanies one evaluation: the clock, the failures met so far, and what is left to spend.
 */
export interface Run {
  readonly clock: string | undefined;
  readonly failures: FeelFailure[];
  /** Units of work (`budget.ts`), shared by all parts of the evaluation. */
  readonly budget: { left: number };
}

/** The names of the types of FEEL. */
export type TypeName =
  | 'null'
  | 'boolean'
  | 'number'
  | 'string'
  | 'list'
  | 'context'
  | FeelTemporal[typeof kind]
  | FeelDuration[typeof kind]
  | 'range'
  | 'function';

/** The type of a value. */
export function typeOf(value: FeelValue): TypeName {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'number') return 'number';
  if (typeof value === 'string') return 'string';
  if (typeof value === 'boolean') return 'boolean';
  if (isList(value)) return 'list';
  return isMarked(value) ? value[kind] : 'context';
}

type Marked = FeelTemporal | FeelDuration | FeelRange | FeelFunction;

function isMarked(value: object): value is Marked {
  return kind in value;
}

/** Whether a value is a list. */
export function isList(value: FeelValue): value is readonly FeelValue[] {
  return Array.isArray(value);
}

/** Whether a value is a context. */
export function isContext(value: FeelValue): value is FeelRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !isMarked(value);
}

function isKind<K extends Marked[typeof kind]>(value: FeelValue, name: K): value is Extract<Marked, { [kind]: K }> {
  return typeof value === 'object' && value !== null && !isList(value) && isMarked(value) && value[kind] === name;
}

/** Whether a value is a date. */
export const isDate = (value: FeelValue): value is FeelDate => isKind(value, 'date');

/** Whether a value is a time of day. */
export const isTime = (value: FeelValue): value is FeelTime => isKind(value, 'time');

/** Whether a value is a date with a time. */
export const isDateTime = (value: FeelValue): value is FeelDateTime => isKind(value, 'date and time');

/** Whether a value is a duration in months. */
export const isMonths = (value: FeelValue): value is MonthsDuration => isKind(value, 'years and months duration');

/** Whether a value is a duration in seconds. */
export const isSeconds = (value: FeelValue): value is SecondsDuration => isKind(value, 'days and time duration');

/** Whether a value is a range. */
export const isRange = (value: FeelValue): value is FeelRange => isKind(value, 'range');

/** Whether a value is a function. */
export const isFunction = (value: FeelValue): value is FeelFunction => isKind(value, 'function');

/** Reports a failure and gives null, which is the value of an expression that fails (DMN 1.5, 10.3.2). */
export function fail(run: Run, failure: FeelFailure): null {
  run.failures.push(failure);
  return null;
}

/** Adds a name to a context that is being made; `__proto__` is a name like any other. */
export function addEntry(context: Record<string, FeelValue>, name: string, value: FeelValue): void {
  Object.defineProperty(context, name, { value, enumerable: true, configurable: true, writable: true });
}

/** The value of a name in a context, or undefined; names are the same when they differ only in white space. */
export function entryOf(context: FeelRecord, name: string): FeelValue | undefined {
  if (Object.hasOwn(context, name)) return context[name] ?? null;
  if (isWord(name)) return undefined;
  const wanted = normalName(name);
  const key = Object.keys(context).find((each) => normalName(each) === wanted);
  return key === undefined ? undefined : (context[key] ?? null);
}

const word = /^[\p{L}\p{N}_]+$/u;
const isWord = (name: string) => word.test(name);

/** A name with one space around its signs and between its words, as the parser gives it. */
export function normalName(name: string): string {
  return name
    .replace(/\s*([./\-'+]|\*\*?)\s*/g, ' $1 ')
    .replace(/\s{2,}/g, ' ')
    .trim();
}
