import { unfit, valueOf } from '../core/expression.ts';
import type { ExpressionPlace } from '../core/expression.ts';

/**
 * A length that a diagram gives as a number or in FEEL, in the unit of the term.
 *
 * @throws Problem `step.failed` when it is no whole number, or less than `least`
 */
export function lengthOf(written: string, place: ExpressionPlace, least: 0 | 1): number {
  const length = valueOf(written, place);
  if (typeof length === 'number' && Number.isInteger(length) && length >= least) return length;
  throw unfit(written, place, { found: JSON.stringify(length), expected: `a whole number of days, at least ${least}` });
}
