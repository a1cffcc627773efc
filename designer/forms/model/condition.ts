import { parseExpression } from 'feelin';
import { feelText } from '../../../engine/rules/feel.ts';
import type { Node } from '../../../engine/rules/feel/tree.ts';

/** What a simple condition asks of one answer. */
export type Question = 'is' | 'is-not' | 'filled' | 'empty' | 'includes' | 'more' | 'less' | 'yes' | 'no';

/** One question about one answer; `value` is absent for those that need none. */
export interface Test {
  readonly name: string;
  readonly asks: Question;
  readonly value?: string | number;
}

/** A condition that can be chosen from lists instead of being written: all of its tests hold, or one at least. */
export interface Condition {
  readonly joined: 'and' | 'or';
  readonly tests: readonly Test[];
}

/** Questions that need no value. */
export const valueless: readonly Question[] = ['filled', 'empty', 'yes', 'no'];

function printTest({ name, asks, value = '' }: Test): string {
  const literal = typeof value === 'number' ? String(value) : JSON.stringify(value);
  switch (asks) {
    case 'is':
      return `${name} = ${literal}`;
    case 'is-not':
      return `${name} != ${literal}`;
    case 'filled':
      return `${name} != null`;
    case 'empty':
      return `${name} = null`;
    case 'includes':
      return `list contains(${name}, ${literal})`;
    case 'more':
      return `${name} > ${literal}`;
    case 'less':
      return `${name} < ${literal}`;
    case 'yes':
      return `${name} = true`;
    case 'no':
      return `${name} = false`;
  }
}

/** The condition as FEEL, without a leading `=`. */
export const printCondition = ({ joined, tests }: Condition): string => tests.map(printTest).join(` ${joined} `);

/** The expression that hides what is to be shown when the condition holds, as a document has it. */
export const hideUnless = (shown: string): string => `= not(${shown})`;

/** What a hiding expression shows: the inside of `= not(…)`, else its opposite; empty when nothing is hidden. */
export function shownWhen(hide: string): string {
  const text = feelText(hide);
  if (text === '') return '';
  const node = only(parseExpression(text, {}, undefined).topNode);
  const inner = node === undefined ? undefined : argumentOf(node, 'not', text);
  return inner ?? `not(${text})`;
}

const only = (root: Node): Node | undefined => (root.firstChild?.nextSibling === null ? root.firstChild : undefined);

const textOf = (node: Node, text: string): string => text.slice(node.from, node.to);

function parts(node: Node): readonly Node[] {
  const found: Node[] = [];
  for (let part = node.firstChild; part !== null; part = part.nextSibling) found.push(part);
  return found;
}

/** The one argument of a call of a function; undefined for anything else. */
function argumentOf(node: Node, name: string, text: string): string | undefined {
  const given = argumentsOf(node, name, text);
  return given?.length === 1 ? given[0] : undefined;
}

function argumentsOf(node: Node, name: string, text: string): readonly string[] | undefined {
  const [called, , parameters] = parts(node);
  if (node.name !== 'FunctionInvocation' || called === undefined || parameters?.name !== 'PositionalParameters') return;
  if (textOf(called, text) !== name) return undefined;
  return parts(parameters).map((part) => textOf(part, text));
}

/** The condition that an expression stands for; undefined when it says more than can be chosen from lists. */
export function readCondition(expression: string): Condition | undefined {
  const text = feelText(expression);
  const root = only(parseExpression(text, {}, undefined).topNode);
  if (root === undefined) return undefined;
  const joined = root.name === 'Disjunction' ? 'or' : 'and';
  const tests = leaves(root, joined === 'or' ? 'Disjunction' : 'Conjunction').map((leaf) => readTest(leaf, text));
  const complete = tests.filter((test) => test !== undefined);
  return complete.length === tests.length && tests.length > 0 ? { joined, tests: complete } : undefined;
}

function leaves(node: Node, kind: string): readonly Node[] {
  if (node.name !== kind) return [node];
  return parts(node)
    .filter(({ name }) => name !== 'and' && name !== 'or')
    .flatMap((part) => leaves(part, kind));
}

const questions: Readonly<Record<string, Question>> = { '=': 'is', '!=': 'is-not', '>': 'more', '<': 'less' };

function readTest(node: Node, text: string): Test | undefined {
  const listed = argumentsOf(node, 'list contains', text);
  if (listed !== undefined) return withLiteral('includes', listed[0] ?? '', listed[1] ?? '');
  if (node.name !== 'Comparison') return undefined;
  const [left, operator, right, more] = parts(node);
  if (left?.name !== 'VariableName' || operator === undefined || right === undefined || more !== undefined) return;
  const asks = questions[textOf(operator, text)];
  const [name, literal] = [textOf(left, text), textOf(right, text)];
  if (asks === undefined) return undefined;
  if (literal === 'null' && asks === 'is') return { name, asks: 'empty' };
  if (literal === 'null' && asks === 'is-not') return { name, asks: 'filled' };
  if (asks === 'is' && (literal === 'true' || literal === 'false'))
    return { name, asks: literal === 'true' ? 'yes' : 'no' };
  return withLiteral(asks, name, literal);
}

function withLiteral(asks: Question, name: string, literal: string): Test | undefined {
  if (!/^[A-Za-z]\w*$/.test(name)) return undefined;
  if (/^-?\d+(\.\d+)?$/.test(literal)) return { name, asks, value: Number(literal) };
  return /^"(?:[^"\\]|\\["\\])*"$/.test(literal)
    ? { name, asks, value: literal.slice(1, -1).replace(/\\(.)/g, '$1') }
    : undefined;
}
