import { feelFailure } from '../../../findings/feel-failure.ts';
import { spendOn } from '../budget.ts';
import { argumentFor, countOf } from '../function.ts';
import { textOfValue } from '../text.ts';
import { fail, isContext, isDate, isDateTime, isFunction, isList, isRange, isSeconds, isTime, kind } from '../value.ts';
import type { Arguments, FeelDate, FeelDateTime, FeelFunction, FeelRange, FeelRecord, FeelTime } from '../value.ts';
import type { FeelValue, Run } from '../value.ts';

/** A parameter of a built-in function, and the values it takes. */
export interface Slot<T> {
  readonly name: string;
  readonly use: 'required' | 'optional' | 'rest';
  accepts(value: FeelValue): boolean;
  /** Never there; carries the type of the values. */
  readonly values?: T;
}

type Values<S extends readonly Slot<unknown>[]> = {
  readonly [I in keyof S]: S[I] extends Slot<infer T> ? T : never;
};

/** One form of a built-in function; undefined as a result means that the arguments have no answer. */
export interface Form {
  readonly name: string;
  readonly slots: readonly Slot<unknown>[];
  call(values: readonly unknown[], run: Run): FeelValue | undefined;
}

/** Writes down a form of a built-in function: its name, its parameters, and what it computes. */
export function define<const S extends readonly Slot<unknown>[]>(
  name: string,
  slots: S,
  call: (values: Values<S>, run: Run) => FeelValue | undefined,
): Form {
  // The values have been accepted slot by slot, which is what their type says.
  return { name, slots, call: (values, run) => call(values as Values<S>, run) };
}

const slot =
  <T extends FeelValue>(accepts: (value: FeelValue) => value is T) =>
  (name: string): Slot<T> => ({ name, use: 'required', accepts });

/** A parameter for any value, null included. */
export const any = slot((value): value is FeelValue => value !== undefined);
/** A parameter for a text. */
export const text = slot((value) => typeof value === 'string');
/** A parameter for a number. */
export const number = slot((value) => typeof value === 'number');
/** A parameter for true or false. */
export const boolean = slot((value) => typeof value === 'boolean');
/** A parameter for a list. */
export const list = slot(isList);
/** A parameter for a list of numbers. */
export const numbers = slot(
  (value): value is readonly number[] => isList(value) && value.every((each) => typeof each === 'number'),
);
/** A parameter for a list of texts, in which null is allowed. */
export const texts = slot(
  (value): value is readonly (string | null)[] =>
    isList(value) && value.every((each) => typeof each === 'string' || each === null),
);
/** A parameter for a list of lists. */
export const lists = slot((value): value is readonly (readonly FeelValue[])[] => isList(value) && value.every(isList));
/** A parameter for a context. */
export const context = slot(isContext);
/** A parameter for a list of contexts. */
export const contexts = slot((value): value is readonly FeelRecord[] => isList(value) && value.every(isContext));
/** A parameter for a function. */
export const functional = slot(isFunction);
/** A parameter for a date, or a date and time. */
export const day = slot((value): value is FeelDate | FeelDateTime => isDate(value) || isDateTime(value));
/** A parameter for a time, or a date and time. */
export const clock = slot((value): value is FeelTime | FeelDateTime => isTime(value) || isDateTime(value));
/** A parameter for a time. */
export const time = slot(isTime);
/** A parameter for a duration in days and time. */
export const seconds = slot(isSeconds);
/** A parameter for a range with two sides, which `!= 10` has not. */
export const range = slot((value): value is FeelRange => isRange(value) && value.excepts !== true);
/** A parameter for a point or such a range. */
export const span = slot((value): value is FeelValue => !isRange(value) || value.excepts !== true);

/** The same parameter where it may be left out or null. */
export function optional<T>({ name, accepts }: Slot<T>): Slot<T | undefined> {
  return { name, use: 'optional', accepts };
}

/** The same parameter where it may be repeated, as the last one. */
export function rest<T>({ name, accepts }: Slot<T>): Slot<readonly T[]> {
  return { name, use: 'rest', accepts };
}

/** Makes a function of the forms of one name; the first that fits the arguments is called. */
export function functionOfForms(name: string, forms: readonly Form[]): FeelFunction {
  const parameters = forms[0]?.slots.map((each) => each.name) ?? [];
  return {
    [kind]: 'function',
    parameters,
    call: (given, run) => {
      for (const value of valuesOf(given)) spendOn(run, value);
      for (const form of forms) {
        const values = bind(form.slots, given);
        if (values === undefined) continue;
        const answer = form.call(values, run);
        return answer === undefined ? withoutAnswer(name, given, run) : answer;
      }
      return valuesOf(given).includes(null) ? null : withoutAnswer(name, given, run);
    },
  };
}

// What is asked of null is not known, and no mistake; anything else that fits no form is one.
function withoutAnswer(name: string, given: Arguments, run: Run): null {
  return fail(run, feelFailure('no-result', { call: `${name}(${valuesOf(given).map(shown).join(', ')})` }));
}

function shown(value: FeelValue): string {
  const whole = textOfValue(typeof value === 'string' ? [value] : value);
  const inner = typeof value === 'string' ? whole.slice(1, -1) : whole;
  return inner.length > 40 ? `${inner.slice(0, 40)}…` : inner;
}

function valuesOf(given: Arguments): readonly FeelValue[] {
  return 'placed' in given ? given.placed : Object.values(given.named);
}

function bind(slots: readonly Slot<unknown>[], given: Arguments): readonly unknown[] | undefined {
  const last = slots.at(-1);
  const open = last?.use === 'rest' && 'placed' in given;
  if (!open && countOf(given) > slots.length) return undefined;
  const values: unknown[] = [];
  let used = 0;
  for (const [index, each] of slots.entries()) {
    const raw = each.use === 'rest' ? restOf(given, index, each.name) : argumentFor(given, index, each.name);
    if (raw !== undefined) used += 1;
    const value = each.use === 'rest' ? acceptedAll(each, raw) : accepted(each, raw);
    if (value === refused) return undefined;
    values.push(value);
  }
  return 'named' in given && used < countOf(given) ? undefined : values;
}

const refused = Symbol('refused');

function accepted(slot: Slot<unknown>, value: FeelValue | undefined): unknown {
  if (value === undefined) return slot.use === 'optional' ? undefined : refused;
  if (slot.accepts(value)) return value;
  if (value === null) return slot.use === 'optional' ? undefined : refused;
  // DMN 1.5, 10.3.2.9.4: a value for the list of it alone, and the other way round.
  const [only] = isList(value) ? value : [];
  if (isList(value)) return value.length === 1 && only !== undefined && slot.accepts(only) ? only : refused;
  return slot.accepts([value]) ? [value] : refused;
}

function acceptedAll(slot: Slot<unknown>, values: FeelValue | undefined): unknown {
  if (values === undefined || !isList(values)) return refused;
  return values.every((value) => slot.accepts(value)) ? values : refused;
}

function restOf(given: Arguments, index: number, name: string): FeelValue | undefined {
  if ('placed' in given) return given.placed.slice(index);
  const value = argumentFor(given, index, name);
  return value === undefined || isList(value) ? value : [value];
}
