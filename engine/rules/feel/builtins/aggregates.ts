import { decimal } from '../arithmetic.ts';
import { order } from '../compare.ts';
import type { FeelValue } from '../value.ts';
import { any, define, list, number, numbers, rest } from './define.ts';
import type { Form } from './define.ts';

/** Functions that make one value of a list, or of as many arguments (DMN 1.5, 10.3.4.4). */
export const aggregates: readonly Form[] = [
  ...ofNumbers('sum', (values) => (values.length === 0 ? null : total(values))),
  ...ofNumbers('mean', (values) => (values.length === 0 ? null : decimal(total(values) / values.length))),
  ...ofNumbers('product', (values) => (values.length === 0 ? null : values.reduce((a, b) => decimal(a * b)))),
  ...ofNumbers('median', median),
  ...ofNumbers('stddev', deviation),
  ...ofNumbers('mode', mode),
  ...ofAny('min', (values) => extreme(values, -1)),
  ...ofAny('max', (values) => extreme(values, 1)),
  ...ofAny('all', (values) => verdict(values, false)),
  ...ofAny('any', (values) => verdict(values, true)),
];

function ofNumbers(name: string, compute: (values: readonly number[]) => FeelValue | undefined): readonly Form[] {
  return [
    define(name, [numbers('list')], ([values]) => compute(values)),
    define(name, [number('first'), rest(number('n'))], ([first, others]) => compute([first, ...others])),
  ];
}

function ofAny(name: string, compute: (values: readonly FeelValue[]) => FeelValue | undefined): readonly Form[] {
  return [
    define(name, [list('list')], ([values]) => compute(values)),
    define(name, [any('first'), rest(any('b'))], ([first, others]) => compute([first, ...others])),
  ];
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => decimal(sum + value), 0);
}

function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((one, other) => one - other);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.floor((sorted.length - 1) / 2)];
  return upper === undefined || lower === undefined ? null : decimal((lower + upper) / 2);
}

function deviation(values: readonly number[]): number | null {
  if (values.length < 2) return null;
  const mean = total(values) / values.length;
  return decimal(Math.sqrt(total(values.map((value) => (value - mean) ** 2)) / (values.length - 1)));
}

function mode(values: readonly number[]): readonly number[] {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const most = Math.max(...counts.values());
  return [...counts].flatMap(([value, count]) => (count === most ? [value] : [])).toSorted((a, b) => a - b);
}

function extreme(values: readonly FeelValue[], side: 1 | -1): FeelValue | undefined {
  let found: FeelValue = values[0] ?? null;
  if (values.includes(null)) return null;
  for (const value of values) {
    const difference = order(value, found);
    if (difference === null) return undefined;
    if (difference * side > 0) found = value;
  }
  return found;
}

// Three-valued: `deciding` settles the result whatever the other values are.
function verdict(values: readonly FeelValue[], deciding: boolean): FeelValue {
  if (values.includes(deciding)) return deciding;
  return values.every((value) => typeof value === 'boolean') ? !deciding : null;
}
