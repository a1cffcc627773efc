import { feelFailure } from '../../findings/feel-failure.ts';
import { builtins } from './builtins/index.ts';
import { weekday } from './calendar.ts';
import { isZoned, someDay } from './moment.ts';
import { lookUp } from './scope.ts';
import type { Evaluate } from './scope.ts';
import { secondsDuration } from './temporal-text.ts';
import { partAt, textAt } from './tree.ts';
import type { Compile, Node, Source } from './tree.ts';
import { entryOf, fail, isContext, isDate, isDateTime, isList, isMonths, isRange } from './value.ts';
import { isSeconds, isTime, typeOf } from './value.ts';
import type { FeelDate, FeelDateTime, FeelTime, FeelValue, Run } from './value.ts';
import { offsetAt } from './zone.ts';

/** Names of variables, and paths into values. */
export const accesses: Readonly<Record<string, Compile>> = {
  VariableName: (node, source) => compileName(textAt(node, source)),
  '?': () => compileName('?'),
  PathExpression: compilePath,
};

function compileName(text: string): Evaluate {
  const name = text.replace(/\s+/g, ' ');
  const builtin = builtins.get(name);
  return (scope) => {
    const value = lookUp(scope, name);
    if (value !== undefined) return value;
    return builtin ?? fail(scope.run, feelFailure('variable-unknown', { name }));
  };
}

function compilePath(node: Node, source: Source): Evaluate {
  const target = source.compile(partAt(node, 0));
  const name = textAt(partAt(node, -1), source).replace(/\s+/g, ' ');
  return (scope) => member(target(scope), name, scope.run);
}

function member(target: FeelValue, name: string, run: Run): FeelValue {
  if (target === null) return null;
  if (isList(target)) return target.map((each) => member(each, name, run));
  if (isContext(target)) return entryOf(target, name) ?? null;
  const value = entryOf(propertiesOf(target) ?? {}, name);
  return value === undefined ? fail(run, feelFailure('member-unknown', { type: typeOf(target), name })) : value;
}

type Properties = Readonly<Record<string, FeelValue>>;

// DMN 1.5, tables 65 and 66.
function propertiesOf(value: FeelValue): Properties | undefined {
  if (isDate(value)) return propertiesOfDate(value);
  if (isTime(value)) return propertiesOfTime(value);
  if (isDateTime(value)) return { ...propertiesOfDate(value.date), ...propertiesOfTime(value.time, value) };
  if (isMonths(value)) return { years: Math.trunc(value.months / 12), months: value.months % 12 };
  if (isSeconds(value)) return propertiesOfDuration(value.seconds);
  if (!isRange(value)) return undefined;
  const { start, end, startIncluded, endIncluded } = value;
  return { start, end, 'start included': startIncluded, 'end included': endIncluded };
}

function propertiesOfDate(date: FeelDate): Properties {
  return { year: date.year, month: date.month, day: date.day, weekday: weekday(date) };
}

function propertiesOfTime(time: FeelTime, at?: FeelDateTime): Properties {
  const { hour, minute, second, zone } = time;
  const offset = isZoned(time) ? secondsDuration(offsetAt(at?.date ?? someDay, time)) : null;
  const named = zone === null || /^[+-]/.test(zone) ? null : zone;
  return { hour, minute, second, 'time offset': offset, timezone: named };
}

function propertiesOfDuration(seconds: number): Properties {
  const part = (of: number, size: number) => Math.trunc((seconds % of) / size) + 0;
  return {
    days: Math.trunc(seconds / 86_400) + 0,
    hours: part(86_400, 3600),
    minutes: part(3600, 60),
    seconds: secondsRest(seconds),
  };
}

function secondsRest(seconds: number): number {
  return Math.round((seconds % 60) * 1e9) / 1e9 + 0;
}
