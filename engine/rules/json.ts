import { feelFailure, type FeelFailure } from '../findings/feel-failure.ts';
import type { Json } from '../kernel/types.ts';
import { isoOf } from './feel/text.ts';
import { readDate, readDateTime, readDuration, readTime } from './feel/temporal-text.ts';
import type { FeelType } from './feel/types.ts';
import { isContext, isFunction, isList, isMonths, isRange, isSeconds } from './feel/value.ts';
import type { FeelRecord, FeelValue } from './feel/value.ts';

/** The value of an expression, or why it has none. */
export type FeelOutcome<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: FeelFailure };

/** A FEEL value as JSON: dates, times and durations become ISO 8601 texts. Functions and ranges have no JSON. */
export function toJson(value: FeelValue): FeelOutcome<Json> {
  if (value === null || value === undefined) return { ok: true, value: null };
  if (typeof value === 'boolean' || typeof value === 'string') return { ok: true, value };
  if (typeof value === 'number') return numberToJson(value);
  if (isList(value)) return listToJson(value);
  if (isContext(value)) return contextToJson(value);
  if (isFunction(value)) return { ok: false, failure: feelFailure('not-kept', { type: 'function' }) };
  if (isRange(value)) return { ok: false, failure: feelFailure('not-kept', { type: 'range' }) };
  return { ok: true, value: isoOf(value) };
}

/**
 * A JSON value as the FEEL value of a declared type: ISO 8601 texts become dates, times and durations, also inside
 * lists and contexts. Values that are of another type already are given back unchanged.
 */
export function toFeelType(value: FeelValue, type: FeelType): FeelValue {
  switch (type.type) {
    case 'named':
      return typeof value === 'string' ? (readers[type.name]?.(value) ?? value) : value;
    case 'list':
      return isList(value) ? value.map((each) => toFeelType(each, type.of)) : toFeelType(value, type.of);
    case 'context':
      return isContext(value) ? contextToFeelType(value, type.entries) : value;
    case 'restricted':
      return toFeelType(value, type.base);
    default:
      return value;
  }
}

const readers: Readonly<Record<string, (text: string) => FeelValue | undefined>> = {
  date: readDate,
  time: readTime,
  'date and time': readDateTime,
  'days and time duration': (text) => only(isSeconds, readDuration(text)),
  'years and months duration': (text) => only(isMonths, readDuration(text)),
};

function only(is: (value: FeelValue) => boolean, value: FeelValue | undefined): FeelValue | undefined {
  return value !== undefined && is(value) ? value : undefined;
}

function contextToFeelType(value: FeelRecord, entries: Readonly<Record<string, FeelType>>): FeelRecord {
  const read = Object.entries(value).map(([name, each]) => {
    const type = entries[name];
    return [name, type === undefined ? each : toFeelType(each, type)] as const;
  });
  return Object.fromEntries(read);
}

function numberToJson(value: number): FeelOutcome<Json> {
  return Number.isFinite(value)
    ? { ok: true, value }
    : { ok: false, failure: feelFailure('not-a-number', { value: String(value) }) };
}

function listToJson(values: readonly FeelValue[]): FeelOutcome<Json> {
  const list: Json[] = [];
  for (const value of values) {
    const json = toJson(value);
    if (!json.ok) return json;
    list.push(json.value);
  }
  return { ok: true, value: list };
}

function contextToJson(context: FeelRecord): FeelOutcome<Json> {
  const entries: [string, Json][] = [];
  for (const [key, value] of Object.entries(context)) {
    const json = toJson(value);
    if (!json.ok) return json;
    entries.push([key, json.value]);
  }
  return { ok: true, value: Object.fromEntries(entries) };
}
