import { order } from '../compare.ts';
import { includes } from '../range.ts';
import { isRange, kind } from '../value.ts';
import type { FeelRange, FeelValue } from '../value.ts';
import { define, range, span } from './define.ts';
import type { Form } from './define.ts';

/**
 * How points and ranges lie to each other (DMN 1.5, 10.3.4.7, table 78). A point is treated as the range of it alone,
 * which gives the standard's conditions for points.
 */
export const relations: readonly Form[] = [
  define('before', [span('a'), span('b')], ([a, b]) => before(spanOf(a), spanOf(b))),
  define('after', [span('a'), span('b')], ([a, b]) => before(spanOf(b), spanOf(a))),
  define('meets', [range('range1'), range('range2')], ([one, other]) => meets(one, other)),
  define('met by', [range('range1'), range('range2')], ([one, other]) => meets(other, one)),
  define('overlaps', [range('range1'), range('range2')], ([one, other]) => {
    return both(not(before(one, other)), not(before(other, one)));
  }),
  define('overlaps before', [range('range1'), range('range2')], ([one, other]) => overlapsBefore(one, other)),
  define('overlaps after', [range('range1'), range('range2')], ([one, other]) => overlapsBefore(other, one)),
  define('finishes', [span('a'), range('range')], ([a, within]) => finishes(spanOf(a), within)),
  define('finished by', [range('range'), span('a')], ([within, a]) => finishes(spanOf(a), within)),
  define('includes', [range('range'), span('value')], ([within, value]) => covers(within, spanOf(value))),
  define('during', [span('value'), range('range')], ([value, within]) => covers(within, spanOf(value))),
  define('starts', [span('a'), range('range')], ([a, within]) => starts(spanOf(a), within)),
  define('started by', [range('range'), span('a')], ([within, a]) => starts(spanOf(a), within)),
  define('coincides', [span('a'), span('b')], ([a, b]) => coincides(spanOf(a), spanOf(b))),
];

function spanOf(value: FeelValue): FeelRange {
  if (isRange(value)) return value;
  return { [kind]: 'range', start: value, end: value, startIncluded: true, endIncluded: true };
}

type Answer = boolean | undefined;

function both(...answers: readonly Answer[]): Answer {
  return answers.includes(undefined) ? undefined : answers.every((answer) => answer === true);
}

function not(answer: Answer): Answer {
  return answer === undefined ? undefined : !answer;
}

// An open end lies beyond every value; `side` says on which side.
function ends(one: FeelValue, other: FeelValue, side: 1 | -1): number | undefined {
  if (one === null && other === null) return 0;
  if (one === null) return side;
  return other === null ? -side : (order(one, other) ?? undefined);
}

function before(one: FeelRange, other: FeelRange): Answer {
  if (one.end === null || other.start === null) return false;
  const difference = order(one.end, other.start);
  if (difference === null) return undefined;
  return difference < 0 || (difference === 0 && !(one.endIncluded && other.startIncluded));
}

function meets(one: FeelRange, other: FeelRange): Answer {
  if (one.end === null || other.start === null) return false;
  const difference = order(one.end, other.start);
  return difference === null ? undefined : difference === 0 && one.endIncluded && other.startIncluded;
}

function startsBefore(one: FeelRange, other: FeelRange): Answer {
  const difference = ends(one.start, other.start, -1);
  if (difference === undefined) return undefined;
  return difference < 0 || (difference === 0 && one.startIncluded && !other.startIncluded);
}

function endsBefore(one: FeelRange, other: FeelRange): Answer {
  const difference = ends(one.end, other.end, 1);
  if (difference === undefined) return undefined;
  return difference < 0 || (difference === 0 && !one.endIncluded && other.endIncluded);
}

function overlapsBefore(one: FeelRange, other: FeelRange): Answer {
  return both(startsBefore(one, other), not(before(one, other)), not(endsBefore(other, one)));
}

function starts(one: FeelRange, within: FeelRange): Answer {
  return both(not(startsBefore(one, within)), not(startsBefore(within, one)), not(endsBefore(within, one)));
}

function finishes(one: FeelRange, within: FeelRange): Answer {
  return both(not(endsBefore(one, within)), not(endsBefore(within, one)), not(startsBefore(one, within)));
}

function coincides(one: FeelRange, other: FeelRange): Answer {
  const starting = both(not(startsBefore(one, other)), not(startsBefore(other, one)));
  return both(starting, not(endsBefore(one, other)), not(endsBefore(other, one)));
}

function covers(within: FeelRange, one: FeelRange): Answer {
  if (one.start === one.end && one.start !== null) return includes(within, one.start) ?? undefined;
  return both(not(startsBefore(one, within)), not(endsBefore(within, one)));
}
