import { feelFailure } from '../../findings/feel-failure.ts';
import { spendOn } from './budget.ts';
import { equals, order } from './compare.ts';
import { includes, makeRange } from './range.ts';
import { inside } from './scope.ts';
import type { Scope, Test } from './scope.ts';
import { partAt, partsNamed, partsOf, textAt } from './tree.ts';
import type { Node, Source } from './tree.ts';
import { fail, isList, isRange, typeOf } from './value.ts';
import type { FeelRange, FeelValue } from './value.ts';

/**
 * Makes a test of the unary tests of a cell: `-`, `not(…)` or tests of which one has to hold (grammar rules 7 to 17).
 */
export function compileUnaryTests(node: Node, source: Source): Test {
  const first = partAt(node, 0);
  if (first.name === 'Wildcard') return () => true;
  if (first.name !== 'not') return compileTests(first, source);
  const test = compileTests(partAt(node, 2), source);
  return (scope, value) => {
    const result = test(scope, value);
    return result === null ? null : !result;
  };
}

/** Makes a test that holds when one of several does. */
export function compileTests(node: Node, source: Source): Test {
  const tests = partsNamed(node, 'PositiveUnaryTest').map((each) => compileTest(each, source));
  const [only] = tests;
  if (tests.length === 1 && only !== undefined) return only;
  return (scope, value) => anyOf(tests.map((test) => test(scope, value)));
}

/** Makes a test of one positive unary test: a comparison, a range, or an expression. */
export function compileTest(node: Node, source: Source): Test {
  const tested = withoutBrackets(partAt(node, 0));
  if (tested.name === 'SimplePositiveUnaryTest' && partsOf(tested).length === 2) {
    return compileComparing(tested, source);
  }
  const expression = source.compile(tested);
  if (mentionsValue(tested)) {
    return (scope, value) => {
      const result = expression(inside(scope, { '?': value }));
      return typeof result === 'boolean' ? result : null;
    };
  }
  const isRangeLiteral = tested.name === 'SimplePositiveUnaryTest';
  return (scope, value) => {
    const result = expression(inside(scope, { '?': value }));
    return isRangeLiteral && result === null ? null : passes(value, result, scope);
  };
}

/**
 * The range of the values that pass a comparison such as `> 5` (DMN 1.5, 10.3.2.7); undefined where there is no order.
 */
export function rangeOf(operator: string, value: FeelValue): FeelRange | undefined {
  if (operator === '=') return makeRange({ start: value, end: value, startIncluded: true, endIncluded: true });
  if (operator === '!=') {
    return makeRange({ start: value, end: value, startIncluded: false, endIncluded: false, excepts: true });
  }
  const included = operator.endsWith('=');
  if (operator.startsWith('<')) {
    return makeRange({ start: null, end: value, startIncluded: false, endIncluded: included });
  }
  if (!operator.startsWith('>')) return undefined;
  return makeRange({ start: value, end: null, startIncluded: included, endIncluded: false });
}

function withoutBrackets(node: Node): Node {
  if (node.name !== 'ParenthesizedExpression') return node;
  const inner = partAt(node, 1);
  return inner.name === 'SimplePositiveUnaryTest' ? inner : node;
}

function compileComparing(node: Node, source: Source): Test {
  const operator = textAt(partAt(node, 0), source);
  const operand = source.compile(partAt(node, 1));
  if (operator === '=') return (scope, value) => equals(value, operand(scope));
  if (operator === '!=') {
    return (scope, value) => {
      const same = equals(value, operand(scope));
      return same === null ? null : !same;
    };
  }
  return (scope, value) => {
    const limit = operand(scope);
    if (value === null || limit === null) return null;
    if (order(value, limit) === null) return incomparable(value, limit, scope);
    const range = rangeOf(operator, limit);
    return range === undefined ? null : includes(range, value);
  };
}

function mentionsValue(node: Node): boolean {
  return node.name === '?' || partsOf(node).some(mentionsValue);
}

// DMN 1.5, table 55: what the expression gives is a range or a list that holds the value, the value itself, or, when
// the value is no boolean, the answer.
function passes(value: FeelValue, result: FeelValue, scope: Scope): boolean | null {
  spendOn(scope.run, result);
  if (isRange(result)) return isRange(value) ? equals(value, result) : inRange(value, result, scope);
  if (isList(result)) return inList(value, result, scope);
  if (typeof result === 'boolean' && typeof value !== 'boolean') return result;
  return equals(value, result) ?? false;
}

function inList(value: FeelValue, list: readonly FeelValue[], scope: Scope): boolean | null {
  if (equals(value, list) === true) return true;
  const results = list.map((each) => {
    return isRange(each) && !isRange(value) ? inRange(value, each, scope) : (equals(value, each) ?? false);
  });
  return anyOf(results);
}

function inRange(value: FeelValue, range: FeelRange, scope: Scope): boolean | null {
  if (value === null) return null;
  return includes(range, value) ?? incomparable(value, range.start ?? range.end, scope);
}

function incomparable(value: FeelValue, limit: FeelValue, { run }: Scope): null {
  return fail(run, feelFailure('not-comparable', { one: typeOf(value), other: typeOf(limit) }));
}

function anyOf(results: readonly (boolean | null)[]): boolean | null {
  if (results.includes(true)) return true;
  return results.includes(null) ? null : false;
}
