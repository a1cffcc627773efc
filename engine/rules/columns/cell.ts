import { parseUnaryTests } from 'feelin';
import { newRun } from '../feel/budget.ts';
import { cellFor, expressionFor } from '../feel/cache.ts';
import { partsOf, textAt } from '../feel/tree.ts';
import type { Node } from '../feel/tree.ts';
import type { FeelValue } from '../feel/value.ts';

/** What a cell compares its input with. */
export interface CellReading {
  readonly values: readonly FeelValue[];
  /** Whether it asks for more than equality: `< 10`, `[1..5]`. */
  readonly isOrdered: boolean;
}

/**
 * The values that unary tests compare with; undefined when they ask for anything but literals, or for an order of
 * texts. Between two neighbouring values such tests have one answer.
 */
export function readCell(tests: string): CellReading | undefined {
  const root = parseUnaryTests(tests, {}, undefined).topNode;
  const values: FeelValue[] = [];
  let isOrdered = false;
  const reads = (node: Node): boolean => {
    if (literals.has(node.name)) {
      const value = constantOf(textAt(node, { text: tests }));
      if (value === undefined || (typeof value === 'string' && isCompared(node, tests))) return false;
      values.push(value);
      return true;
    }
    isOrdered ||= node.name === 'Interval' || (node.name === 'CompareOp' && /[<>]/.test(textAt(node, { text: tests })));
    return frames.has(node.name) && partsOf(node).every(reads);
  };
  return reads(root) ? { values, isOrdered } : undefined;
}

/** Whether a value passes unary tests that name no variable. */
export function passesLiterals(tests: string, value: FeelValue): boolean {
  const compiled = cellFor(tests, {});
  return (
    !('error' in compiled) && compiled.run({ names: {}, outer: undefined, run: newRun(undefined) }, value) === true
  );
}

/** The value of an expression that depends on nothing; undefined for one that names something or fails. */
export function constantOf(expression: string): FeelValue | undefined {
  const compiled = expressionFor(expression, {});
  if ('error' in compiled) return undefined;
  const run = newRun(undefined);
  const value = compiled.run({ names: {}, outer: undefined, run });
  return run.failures.length === 0 ? value : undefined;
}

/** Whether a cell takes every value. */
export function isWildcard(tests: string): boolean {
  return ['', '-'].includes(tests.trim());
}

const literals = new Set(['NumericLiteral', 'StringLiteral', 'BooleanLiteral', 'DateTimeLiteral', 'null']);

const frames = new Set([
  ...['UnaryTests', 'PositiveUnaryTests', 'PositiveUnaryTest', 'SimplePositiveUnaryTest', 'ParenthesizedExpression'],
  ...['Wildcard', 'ArithOp', 'Interval', 'CompareOp', 'Comparison', 'Conjunction', 'Disjunction', 'List'],
  ...['not', 'and', 'or', '?', '(', ')', '[', ']', '..', ','],
]);

function isCompared(node: Node, text: string): boolean {
  const parent = node.parent;
  if (parent === null || parent.name === 'Interval') return true;
  return partsOf(parent).some((part) => part.name === 'CompareOp' && !['=', '!='].includes(textAt(part, { text })));
}
