import { spend } from '../budget.ts';
import { equals, holdsValue } from '../compare.ts';
import { isFunction, isList } from '../value.ts';
import type { FeelFunction, FeelValue, Run } from '../value.ts';
import { any, define, functional, list, lists, number, optional, rest } from './define.ts';
import type { Form } from './define.ts';

/** Functions on lists (DMN 1.5, 10.3.4.4 and 10.3.4.9). Places count from 1, from the end when negative. */
export const listing: readonly Form[] = [
  define('list contains', [list('list'), any('element')], ([values, element]) => holdsValue(values, element)),
  define('list replace', [list('list'), number('position'), any('newItem')], ([values, position, item]) => {
    const at = placeOf(values, position);
    return at === undefined ? undefined : values.with(at, item);
  }),
  define('list replace', [list('list'), functional('match'), any('newItem')], replaceMatching),
  define('count', [list('list')], ([values]) => values.length),
  define('sublist', [list('list'), number('start position'), optional(number('length'))], sublist),
  define('append', [list('list'), rest(any('item'))], ([values, items]) => [...values, ...items]),
  define('concatenate', [rest(list('list'))], ([parts]) => parts.flat()),
  define('insert before', [list('list'), number('position'), any('newItem')], ([values, position, item]) => {
    const at = placeOf(values, position);
    return at === undefined ? undefined : values.toSpliced(at, 0, item);
  }),
  define('remove', [list('list'), number('position')], ([values, position]) => {
    const at = placeOf(values, position);
    return at === undefined ? undefined : values.toSpliced(at, 1);
  }),
  define('reverse', [list('list')], ([values]) => values.toReversed()),
  define('index of', [list('list'), any('match')], ([values, match]) =>
    values.flatMap((value, index) => (equals(value, match) === true ? [index + 1] : [])),
  ),
  define('union', [rest(list('list'))], ([parts], run) => distinct(parts.flat(), run)),
  define('union', [lists('list')], ([parts], run) => distinct(parts.flat(), run)),
  define('distinct values', [list('list')], ([values], run) => distinct(values, run)),
  define('flatten', [list('list')], ([values]) => flatten(values)),
  define('sort', [list('list'), functional('precedes')], ([values, precedes], run) => sort(values, precedes, run)),
];

function placeOf(values: readonly FeelValue[], position: number): number | undefined {
  const at = position < 0 ? values.length + position : position - 1;
  return position !== 0 && Number.isInteger(at) && at >= 0 && at < values.length ? at : undefined;
}

function sublist(
  values: readonly [readonly FeelValue[], number, number | undefined],
): readonly FeelValue[] | undefined {
  const [all, start, length] = values;
  const at = placeOf(all, start);
  if (at === undefined || (length !== undefined && (length < 0 || at + length > all.length))) return undefined;
  return all.slice(at, length === undefined ? undefined : at + length);
}

function replaceMatching(values: readonly [readonly FeelValue[], FeelFunction, FeelValue], run: Run): FeelValue {
  const [all, match, item] = values;
  return all.map((each) => (match.call({ placed: [each, item] }, run) === true ? item : each));
}

// Each value is compared with all that were found before; ten comparisons are a unit of work.
function distinct(values: readonly FeelValue[], run: Run): readonly FeelValue[] {
  const found: FeelValue[] = [];
  for (const value of values) {
    spend(run, Math.ceil(found.length / 10));
    if (!holdsValue(found, value)) found.push(value);
  }
  return found;
}

function flatten(values: readonly FeelValue[]): readonly FeelValue[] {
  return values.flatMap((value) => (isList(value) ? flatten(value) : [value]));
}

function sort(values: readonly FeelValue[], precedes: FeelFunction, run: Run): readonly FeelValue[] | undefined {
  if (!isFunction(precedes) || precedes.parameters.length !== 2) return undefined;
  const before = (one: FeelValue, other: FeelValue) => precedes.call({ placed: [one, other] }, run) === true;
  return values.toSorted((one, other) => (before(one, other) ? -1 : before(other, one) ? 1 : 0));
}
