import { feelFailure, type FeelFailure } from '../../findings/feel-failure.ts';
import { parseExpression, parseUnaryTests } from 'feelin';
import type { FeelFault } from '../../findings/feel-fault.ts';
import { accesses } from './access.ts';
import { calls } from './calls.ts';
import { iterations } from './iteration.ts';
import { literals } from './literals.ts';
import { operators } from './operators.ts';
import type { Evaluate, Test } from './scope.ts';
import { compileUnaryTests, rangeOf } from './tests.ts';
import { quoted } from './quoted.ts';
import { partAt, partsOf, textAt } from './tree.ts';
import type { Compile, Node, Source } from './tree.ts';
import { fail, typeOf } from './value.ts';

/** What is wrong with the text of an expression. */
export interface FeelSyntaxError {
  readonly expression: string;
  /** Where the mistake was noticed, counted from 0. */
  readonly position: number;
  readonly fault: FeelFault;
}

/** That a text cannot be computed. Who writes it is told more: what is published has been read. */
export const notReadable = ({ expression, position }: FeelSyntaxError): FeelFailure =>
  feelFailure('unreadable', { expression: quoted(expression), position: position + 1 });

/** A text that has been understood, or the mistake in it. */
export type Compiled<T> = { readonly run: T } | { readonly error: FeelSyntaxError };

/** Makes a function of an expression; `names` holds the names with signs or keywords in them, as keys. */
export function compileExpression(text: string, names: Readonly<Record<string, unknown>>): Compiled<Evaluate> {
  const tree = parseExpression(text, { ...names }, undefined);
  const error = syntaxError(text, tree.topNode);
  return error ? { error } : { run: compile(tree.topNode, sourceOf(text)) };
}

/** Makes a test of the unary tests in a decision table's cell. */
export function compileCell(text: string, names: Readonly<Record<string, unknown>>): Compiled<Test> {
  const tree = parseUnaryTests(text, { ...names }, undefined);
  const error = syntaxError(text, tree.topNode);
  return error ? { error } : { run: compileUnaryTests(tree.topNode, sourceOf(text)) };
}

const compilers: Readonly<Record<string, Compile>> = {
  ...literals,
  ...operators,
  ...iterations,
  ...accesses,
  ...calls,
  Expression: (node, source) => source.compile(partAt(node, 0)),
  ParenthesizedExpression: (node, source) => source.compile(partAt(node, 1)),
  PositiveUnaryTest: (node, source) => source.compile(partAt(node, 0)),
  SimplePositiveUnaryTest: compileRange,
};

function compile(node: Node, source: Source): Evaluate {
  const compiler = compilers[node.name];
  if (compiler !== undefined) return compiler(node, source);
  return ({ run }) => fail(run, feelFailure('no-expression', { text: textAt(node, source) }));
}

function sourceOf(text: string): Source {
  const source: Source = { text, compile: (node) => compile(node, source) };
  return source;
}

// `> 5` as a value is the range of what is greater than 5.
function compileRange(node: Node, source: Source): Evaluate {
  if (partsOf(node).length === 1) return source.compile(partAt(node, 0));
  const operator = textAt(partAt(node, 0), source);
  const operand = source.compile(partAt(node, 1));
  return (scope) => {
    const limit = operand(scope);
    if (limit === null) return null;
    return rangeOf(operator, limit) ?? fail(scope.run, feelFailure('no-open-range', { operator, end: typeOf(limit) }));
  };
}

function syntaxError(expression: string, root: Node): FeelSyntaxError | undefined {
  const position = firstError(root);
  if (position === undefined) return undefined;
  if (/^[#$]\{/.test(expression.trim())) {
    const fault = { code: 'feel.juel', params: { expression: quoted(expression) } } as const;
    return { expression, position, fault };
  }
  const found = expression.slice(position, position + 20);
  const params = { expression: quoted(expression), position: position + 1, found };
  return { expression, position, fault: { code: 'feel.not-readable', params } };
}

function firstError(root: Node): number | undefined {
  let position: number | undefined;
  root.cursor().iterate((node) => {
    if (node.type.isError) position ??= node.from;
    return position === undefined;
  });
  return position;
}
