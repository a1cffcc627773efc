import { feelFailure } from '../../findings/feel-failure.ts';
import { addEntry, fail, typeOf } from './value.ts';
import type { FeelValue } from './value.ts';
import { makeRange } from './range.ts';
import { inside } from './scope.ts';
import type { Evaluate } from './scope.ts';
import { readTemporal } from './temporal-text.ts';
import { partAt, partsNamed, partsOf, textAt } from './tree.ts';
import type { Compile, Node, Source } from './tree.ts';

const constant =
  (value: FeelValue): Evaluate =>
  () =>
    value;

/** Literals, and what collects values: lists, contexts and ranges. */
export const literals: Readonly<Record<string, Compile>> = {
  null: () => constant(null),
  BooleanLiteral: (node, source) => constant(textAt(node, source) === 'true'),
  NumericLiteral: (node, source) => constant(Number(textAt(node, source).replace(/\s/g, ''))),
  StringLiteral: (node, source) => constant(readString(textAt(node, source))),
  AtLiteral: compileAtLiteral,
  List: compileList,
  Context: compileContext,
  Interval: compileInterval,
};

function compileAtLiteral(node: Node, source: Source): Evaluate {
  const text = readString(textAt(partAt(node, -1), source));
  const value = readTemporal(text);
  if (value !== undefined) return constant(value);
  return ({ run }) => fail(run, feelFailure('literal-unreadable', { text }));
}

function compileList(node: Node, source: Source): Evaluate {
  const elements = partsOf(node).slice(1, -1).map(source.compile);
  return (scope) => elements.map((element) => element(scope));
}

function compileContext(node: Node, source: Source): Evaluate {
  const entries = partsNamed(node, 'ContextEntry').map((entry) => ({
    name: keyOf(partAt(partAt(entry, 0), 0), source),
    value: source.compile(partAt(entry, -1)),
  }));
  const twice = entries.find(({ name }, index) => entries.findIndex((other) => other.name === name) !== index);
  if (twice !== undefined) return ({ run }) => fail(run, feelFailure('key-twice', { name: twice.name }));
  return (scope) => {
    const names: Record<string, FeelValue> = {};
    const within = inside(scope, names);
    for (const { name, value } of entries) addEntry(names, name, value(within));
    return names;
  };
}

function keyOf(node: Node, source: Source): string {
  const text = textAt(node, source);
  return node.name === 'StringLiteral' ? readString(text) : text.replace(/\s+/g, ' ');
}

function compileInterval(node: Node, source: Source): Evaluate {
  const start = source.compile(partAt(node, 1));
  const end = source.compile(partAt(node, 3));
  const startIncluded = textAt(partAt(node, 0), source) === '[';
  const endIncluded = textAt(partAt(node, 4), source) === ']';
  return (scope) => {
    const ends = { start: start(scope), end: end(scope) };
    if (ends.start === null || ends.end === null) return null;
    const range = makeRange({ ...ends, startIncluded, endIncluded });
    return range ?? fail(scope.run, feelFailure('no-range', { from: typeOf(ends.start), to: typeOf(ends.end) }));
  };
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '"': '"', "'": "'", '\\': '\\' };

/**
 * The text between quotation marks, with its escapes resolved (DMN 1.5, grammar rule 64). A backslash before any other
 * sign stays: `"\d"` is a pattern.
 */
export function readString(literal: string): string {
  const inner = literal.replace(/^"|"$/g, '');
  return inner.replace(/\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{6})|(.))/gs, (...[, four, six, sign]) => {
    const code = four ?? six;
    if (typeof code === 'string') return String.fromCodePoint(Number.parseInt(code, 16));
    return escapes[String(sign)] ?? `\\${String(sign)}`;
  });
}
