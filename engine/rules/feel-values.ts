import { date, dateAndTime, FeelDate, FeelDateTime, FeelDuration, FeelTime, duration, time } from 'feelin';
import type { Json } from '../kernel/types.ts';

/** The value of an expression, or why it has none. */
export type FeelOutcome<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly message: string };

/** A FEEL value as JSON: dates, times and durations become ISO 8601 texts. Functions and ranges have no JSON. */
export function toJson(value: unknown): FeelOutcome<Json> {
  if (value === null || value === undefined) return { ok: true, value: null };
  if (typeof value === 'boolean' || typeof value === 'string') return { ok: true, value };
  if (typeof value === 'number') return numberToJson(value);
  if (isFeelTime(value)) return { ok: true, value: isoOf(value) };
  if (Array.isArray(value)) return listToJson(value);
  if (isPlainObject(value)) return contextToJson(value);
  return { ok: false, message: `${describe(value)} is not a value that can be kept` };
}

/**
 * A JSON value as the FEEL value of a declared type: ISO 8601 texts become dates, times and durations. Values that
 * are of another type already, and types of the model's own, are given back unchanged.
 */
export function toFeelType(value: unknown, typeRef: string | undefined): unknown {
  if (typeof value !== 'string' || typeRef === undefined) return value;
  const read = temporalReaders[typeRef.replace(/^feel:/, '')];
  return read === undefined ? value : (read(value) ?? value);
}

const temporalReaders: Readonly<Record<string, (text: string) => unknown>> = {
  date,
  time,
  dateTime: dateAndTime,
  'date and time': dateAndTime,
  dayTimeDuration: duration,
  yearMonthDuration: duration,
  'days and time duration': duration,
  'years and months duration': duration,
};

/** Whether a value is of a FEEL base type; null is of every type, and unknown type names accept everything. */
export function isOfType(value: unknown, typeRef: string | undefined): boolean {
  if (value === null || typeRef === undefined) return true;
  const check = typeChecks[typeRef.replace(/^feel:/, '')];
  return check === undefined || check(value);
}

const isDateTime = (value: unknown) => value instanceof FeelDateTime;
const isDuration = (value: unknown) => value instanceof FeelDuration;

const typeChecks: Readonly<Record<string, (value: unknown) => boolean>> = {
  string: (value) => typeof value === 'string',
  boolean: (value) => typeof value === 'boolean',
  number: (value) => typeof value === 'number',
  integer: (value) => Number.isInteger(value),
  long: (value) => Number.isInteger(value),
  double: (value) => typeof value === 'number',
  date: (value) => value instanceof FeelDate,
  time: (value) => value instanceof FeelTime,
  dateTime: isDateTime,
  'date and time': isDateTime,
  dayTimeDuration: isDuration,
  yearMonthDuration: isDuration,
  'days and time duration': isDuration,
  'years and months duration': isDuration,
};

type FeelTimeValue = FeelDate | FeelTime | FeelDateTime | FeelDuration;

function isFeelTime(value: unknown): value is FeelTimeValue {
  return (
    value instanceof FeelDate ||
    value instanceof FeelTime ||
    value instanceof FeelDateTime ||
    value instanceof FeelDuration
  );
}

function isoOf(value: FeelTimeValue): string {
  return value.iso;
}

function numberToJson(value: number): FeelOutcome<Json> {
  return Number.isFinite(value) ? { ok: true, value } : { ok: false, message: `${value} is not a number` };
}

function listToJson(values: readonly unknown[]): FeelOutcome<Json> {
  const list: Json[] = [];
  for (const value of values) {
    const json = toJson(value);
    if (!json.ok) return json;
    list.push(json.value);
  }
  return { ok: true, value: list };
}

function contextToJson(context: Readonly<Record<string, unknown>>): FeelOutcome<Json> {
  const entries: [string, Json][] = [];
  for (const [key, value] of Object.entries(context)) {
    const json = toJson(value);
    if (!json.ok) return json;
    entries.push([key, json.value]);
  }
  return { ok: true, value: Object.fromEntries(entries) };
}

function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function describe(value: unknown): string {
  return typeof value === 'function' ? 'a function' : typeof value === 'object' ? 'a range' : String(value);
}
