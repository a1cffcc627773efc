import { dateTimeOf, midnight } from './temporal-text.ts';
import { entryOf, isContext, isDate, isList, isRange, typeOf } from './value.ts';
import type { FeelValue, TypeName } from './value.ts';

/** A type that a model or an expression declares; plain JSON, so that it can be kept with a compiled decision. */
export type FeelType =
  | { readonly type: 'any' }
  | { readonly type: 'named'; readonly name: TypeName }
  | { readonly type: 'integer' }
  | { readonly type: 'list'; readonly of: FeelType }
  | { readonly type: 'range'; readonly of: FeelType }
  | { readonly type: 'context'; readonly entries: Readonly<Record<string, FeelType>> }
  /** The values of another type that pass FEEL unary tests (DMN 1.5, 7.3.3). */
  | { readonly type: 'restricted'; readonly base: FeelType; readonly tests: string };

/** The type of everything. */
export const anyType: FeelType = { type: 'any' };

const named = (name: TypeName): FeelType => ({ type: 'named', name });

const baseTypes: Readonly<Record<string, FeelType>> = {
  Any: anyType,
  any: anyType,
  Null: named('null'),
  number: named('number'),
  double: named('number'),
  integer: { type: 'integer' },
  long: { type: 'integer' },
  string: named('string'),
  boolean: named('boolean'),
  date: named('date'),
  time: named('time'),
  dateTime: named('date and time'),
  'date and time': named('date and time'),
  dayTimeDuration: named('days and time duration'),
  yearMonthDuration: named('years and months duration'),
  'days and time duration': named('days and time duration'),
  'years and months duration': named('years and months duration'),
  list: named('list'),
  context: named('context'),
  range: named('range'),
  function: named('function'),
};

/** The type of FEEL with a name, also as older versions of DMN spell it (`feel:dateTime`); undefined for others. */
export function baseType(name: string): FeelType | undefined {
  const bare = name
    .replace(/^feel:/, '')
    .replace(/\s+/g, ' ')
    .trim();
  return Object.hasOwn(baseTypes, bare) ? baseTypes[bare] : undefined;
}

/** Says whether a value passes unary tests. */
export type Tester = (tests: string, value: FeelValue) => boolean;

/** Whether a value is of a type. Null, which stands for what is not known, is of every type. */
export function conforms(value: FeelValue, type: FeelType, passes: Tester): boolean {
  if (value === null || type.type === 'any') return true;
  switch (type.type) {
    case 'named':
      return typeOf(value) === type.name;
    case 'integer':
      return Number.isInteger(value);
    case 'list':
      return isList(value) && value.every((each) => conforms(each, type.of, passes));
    case 'range':
      return isRange(value) && [value.start, value.end].every((each) => conforms(each, type.of, passes));
    case 'context':
      return (
        isContext(value) &&
        Object.entries(type.entries).every(([name, of]) => conforms(entryOf(value, name) ?? null, of, passes))
      );
    case 'restricted':
      return conforms(value, type.base, passes) && passes(type.tests, value);
  }
}

/**
 * A value where another type is expected (DMN 1.5, 10.3.2.9.4): a list of one for its element, an element for a list of
 * one, a date for its midnight in UTC; undefined when none of these makes it fit.
 */
export function convert(value: FeelValue, type: FeelType, passes: Tester): FeelValue | undefined {
  if (conforms(value, type, passes)) return value;
  return candidates(value, type).find((each) => conforms(each, type, passes));
}

function candidates(value: FeelValue, type: FeelType): readonly FeelValue[] {
  const plain = type.type === 'restricted' ? type.base : type;
  if (isDate(value)) return [dateTimeOf(value, { ...midnight, zone: 'UTC' }), [value]];
  if (!isList(value)) return [[value]];
  const [only] = value;
  if (value.length !== 1 || only === undefined) return [];
  return plain.type === 'list' ? [] : [only];
}
