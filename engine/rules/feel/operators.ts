import { feelFailure } from '../../findings/feel-failure.ts';
import { calculate, negated } from './arithmetic.ts';
import type { Sign } from './arithmetic.ts';
import { spendOn } from './budget.ts';
import { equals, order } from './compare.ts';
import type { Evaluate, Scope } from './scope.ts';
import { compileTest, compileTests } from './tests.ts';
import { partAt, partsNamed, partsOf, textAt } from './tree.ts';
import type { Compile, Node, Source } from './tree.ts';
import { compileType } from './type-node.ts';
import { conforms } from './types.ts';
import { fail, typeOf } from './value.ts';
import type { FeelValue } from './value.ts';

/** Arithmetic, comparison, logic and `instance of`. */
export const operators: Readonly<Record<string, Compile>> = {
  ArithmeticExpression: compileArithmetic,
  Comparison: compileComparison,
  Conjunction: (node, source) => compileLogic(node, source, false),
  Disjunction: (node, source) => compileLogic(node, source, true),
  InstanceOfExpression: compileInstanceOf,
};

const signs: Readonly<Record<string, Sign>> = { '+': '+', '-': '-', '*': '*', '/': '/', '**': '**', '^': '**' };

function compileArithmetic(node: Node, source: Source): Evaluate {
  const parts = partsOf(node);
  if (parts.length === 2) return compileNegation(partAt(node, 1), source);
  const left = source.compile(partAt(node, 0));
  const right = source.compile(partAt(node, 2));
  const sign = signs[textAt(partAt(node, 1), source)] ?? '+';
  return (scope) => {
    const one = left(scope);
    const other = right(scope);
    if (typeof one === 'string') spendOn(scope.run, one);
    const value = calculate(sign, one, other);
    return (
      value ?? fail(scope.run, feelFailure('operation-undefined', { sign, one: typeOf(one), other: typeOf(other) }))
    );
  };
}

function compileNegation(node: Node, source: Source): Evaluate {
  const operand = source.compile(node);
  return (scope) => {
    const value = operand(scope);
    return negated(value) ?? fail(scope.run, feelFailure('operation-undefined', { sign: '-', one: typeOf(value) }));
  };
}

function compileComparison(node: Node, source: Source): Evaluate {
  const left = source.compile(partAt(node, 0));
  const operator = textAt(partAt(node, 1), source);
  if (operator === 'in') return compileMembership(node, left, source);
  const right = source.compile(partAt(node, 2));
  if (operator === '=') return (scope) => same(left(scope), right(scope), scope);
  if (operator === '!=') return (scope) => opposite(same(left(scope), right(scope), scope));
  if (operator !== 'between') return (scope) => compare(operator, { left: left(scope), right: right(scope) }, scope);
  const upper = source.compile(partAt(node, 4));
  return (scope) => {
    const value = left(scope);
    const above = compare('>=', { left: value, right: right(scope) }, scope);
    return both(above, compare('<=', { left: value, right: upper(scope) }, scope));
  };
}

const accepts: Readonly<Record<string, (difference: number) => boolean>> = {
  '<': (difference) => difference < 0,
  '<=': (difference) => difference <= 0,
  '>': (difference) => difference > 0,
  '>=': (difference) => difference >= 0,
};

interface Pair {
  readonly left: FeelValue;
  readonly right: FeelValue;
}

function compare(operator: string, { left, right }: Pair, { run }: Scope): boolean | null {
  if (left === null || right === null) return null;
  const difference = order(left, right);
  if (difference !== null) return accepts[operator]?.(difference) ?? null;
  return fail(run, feelFailure('not-comparable', { one: typeOf(left), other: typeOf(right), operator }));
}

function same(one: FeelValue, other: FeelValue, { run }: Scope): boolean | null {
  spendOn(run, one);
  return equals(one, other);
}

function compileMembership(node: Node, left: Evaluate, source: Source): Evaluate {
  const several = partsNamed(node, 'PositiveUnaryTests')[0];
  const test = several === undefined ? compileTest(partAt(node, 2), source) : compileTests(several, source);
  return (scope) => test(scope, left(scope));
}

// Three-valued (DMN 1.5, table 50): `deciding` is the operand that settles the result whatever the other one is.
function compileLogic(node: Node, source: Source, deciding: boolean): Evaluate {
  const left = compileTruth(partAt(node, 0), source);
  const right = compileTruth(partAt(node, 2), source);
  return (scope) => {
    const one = left(scope);
    if (one === deciding) return deciding;
    const other = right(scope);
    if (other === deciding) return deciding;
    return one === null || other === null ? null : !deciding;
  };
}

function compileTruth(node: Node, source: Source): (scope: Scope) => boolean | null {
  const operand = source.compile(node);
  return (scope) => {
    const value = operand(scope);
    if (value === null || typeof value === 'boolean') return value;
    return fail(scope.run, feelFailure('truth-type', { found: typeOf(value) }));
  };
}

function compileInstanceOf(node: Node, source: Source): Evaluate {
  const operand = source.compile(partAt(node, 0));
  const type = compileType(partAt(node, -1), source);
  if (type === undefined)
    return ({ run }) => fail(run, feelFailure('type-unknown', { name: textAt(partAt(node, -1), source) }));
  return (scope) => {
    const value = operand(scope);
    if (value === null) return type.type === 'named' && type.name === 'null';
    return conforms(value, type, () => true);
  };
}

function opposite(value: boolean | null): boolean | null {
  return value === null ? null : !value;
}

function both(one: boolean | null, other: boolean | null): boolean | null {
  if (one === false || other === false) return false;
  return one === null || other === null ? null : true;
}
