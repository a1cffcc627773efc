import { order } from './compare.ts';
import { kind } from './value.ts';
import type { FeelRange, FeelValue } from './value.ts';

/** The range between two values that can be ordered, or from or to one of them; undefined for others. */
export function makeRange(parts: Omit<FeelRange, typeof kind>): FeelRange | undefined {
  const { start, end } = parts;
  const comparable = start === null || end === null ? order(start ?? end, start ?? end) : order(start, end);
  return comparable === null ? undefined : { [kind]: 'range', ...parts };
}

/** Whether a value lies in a range; null when it cannot be compared with its ends. */
export function includes(range: FeelRange, value: FeelValue): boolean | null {
  const { start, end, startIncluded, endIncluded } = range;
  const low = start === null ? 1 : order(value, start);
  const high = end === null ? -1 : order(value, end);
  if (low === null || high === null) return null;
  if (range.excepts === true) return low !== 0;
  return (startIncluded ? low >= 0 : low > 0) && (endIncluded ? high <= 0 : high < 0);
}

/** The whole numbers from one to another, down when the second is less; undefined beyond a million. */
export function numbersBetween(from: number, to: number): readonly number[] | undefined {
  const count = Math.floor(Math.abs(to - from)) + 1;
  if (!(count <= 1_000_000)) return undefined;
  const step = to < from ? -1 : 1;
  return Array.from({ length: count }, (_, index) => from + index * step);
}
