import { parseExpression, parseUnaryTests } from 'feelin';
import type { FeelFault } from '../../findings/feel-fault.ts';
import { builtins } from './builtins/index.ts';
import type { FeelSyntaxError } from './compile.ts';
import { readString } from './literals.ts';
import { quoted } from './quoted.ts';
import { partsNamed, textAt } from './tree.ts';
import type { Node } from './tree.ts';
import { normalName } from './value.ts';

/** The names that an expression can see, as keys; nested contexts and lists tell the names of paths. */
type Names = Readonly<Record<string, unknown>>;

/**
 * What the grammar accepts in an expression and nobody means: operators of other languages (`==`, `<>`), the outcome of
 * a comparison compared again (`1 < x < 3`), functions by nearly their name (`NOT`, `startsWith`), two names side by
 * side, where an operator is missing, and numbers of more digits than are kept.
 */
export function slipsIn(text: string, names: Names): readonly FeelSyntaxError[] {
  return slipsOf({ text, names, root: parseExpression(text, { ...names }, undefined).topNode });
}

/** The same for the unary tests of a cell. */
export function slipsInTests(text: string, names: Names): readonly FeelSyntaxError[] {
  return slipsOf({ text, names, root: parseUnaryTests(text, { ...names }, undefined).topNode });
}

interface Read {
  readonly text: string;
  readonly names: Names;
  readonly root: Node;
}

type Slip = (node: Node, read: Read) => FeelFault | undefined;

const slips: Readonly<Record<string, Slip>> = {
  CompareOp: doubledOperator,
  Comparison: comparedAgain,
  FunctionInvocation: nearlyNamed,
  VariableName: namesSideBySide,
  PathName: namesSideBySide,
  NumericLiteral: tooManyDigits,
};

function slipsOf(read: Read): readonly FeelSyntaxError[] {
  const found: FeelSyntaxError[] = [];
  read.root.cursor().iterate(({ node, from, name }) => {
    const fault = slips[name]?.(node, read);
    if (fault !== undefined) found.push({ expression: read.text, position: from, fault });
  });
  return found.slice(0, 1);
}

// `a == 1` is read as `a = (= 1)`: a comparison with a test.
function doubledOperator(node: Node, { text, root }: Read): FeelFault | undefined {
  const operators = operatorsFrom(node);
  const written = operators.map((each) => textAt(each, { text })).join('');
  if (operators.length === 1) return isAlone(node, root) ? nothingToCompare(text, written) : undefined;
  return { code: 'feel.foreign-operator', params: { expression: quoted(text), operator: written } };
}

function operatorsFrom(node: Node): readonly Node[] {
  const next = node.nextSibling?.name === 'SimplePositiveUnaryTest' ? node.nextSibling.firstChild : null;
  return next?.name === 'CompareOp' ? [node, ...operatorsFrom(next)] : [node];
}

// A whole expression that begins with an operator; in a cell the input stands before it.
function isAlone(node: Node, root: Node): boolean {
  const test = node.parent;
  return root.name === 'Expression' && test?.name === 'SimplePositiveUnaryTest' && test.parent?.name === 'Expression';
}

function nothingToCompare(text: string, operator: string): FeelFault | undefined {
  if (operator !== '=' && operator !== '!=') return undefined;
  return { code: 'feel.nothing-compared', params: { expression: quoted(text), operator } };
}

// `a = true = b` is read as `(a = true) = b`. With brackets it is meant.
function comparedAgain(node: Node, { text }: Read): FeelFault | undefined {
  const isCompared = node.firstChild?.name === 'Comparison' && partsNamed(node, 'CompareOp').length > 0;
  if (!isCompared) return undefined;
  return { code: 'feel.compared-again', params: { expression: quoted(text) } };
}

function nearlyNamed(node: Node, { text, names, root }: Read): FeelFault | undefined {
  const called = node.firstChild;
  if (called?.name !== 'VariableName') return undefined;
  const name = normalName(textAt(called, { text }));
  const meant = builtinByLetters.get(lettersOf(name));
  if (meant === undefined || builtins.has(name)) return undefined;
  if (namesWithin(names).has(name) || namesMade(root, text).has(name)) return undefined;
  return { code: 'feel.function-unknown', params: { expression: quoted(text), name, meant } };
}

// `startsWith`, `starts_with` and `STARTS WITH` mean `starts with`.
const lettersOf = (name: string): string => name.toLowerCase().replace(/[^\p{L}]/gu, '');
const builtinByLetters = new Map([...builtins.keys()].map((name) => [lettersOf(name), name]));

function namesSideBySide(node: Node, { text, names, root }: Read): FeelFault | undefined {
  const name = normalName(textAt(node, { text }));
  if (!/^[^\s.]+(?: [^\s.]+)+$/.test(name) || builtins.has(name) || properties.has(name)) return undefined;
  if (namesWithin(names).has(name) || namesMade(root, text).has(name)) return undefined;
  return { code: 'feel.name-unknown', params: { expression: quoted(text), name } };
}

// DMN 1.5, tables 65 and 66.
const properties = new Set(['start included', 'end included', 'time offset']);

const within = new WeakMap<object, ReadonlySet<string>>();

// What is handed in is a tree: a context that holds itself is not JSON.
function namesWithin(value: object): ReadonlySet<string> {
  const before = within.get(value);
  if (before !== undefined) return before;
  const own = Array.isArray(value) ? [] : Object.keys(value).map(normalName);
  const parts: readonly unknown[] = Object.values(value);
  const inner = parts.flatMap((part) => (typeof part === 'object' && part !== null ? [...namesWithin(part)] : []));
  const names = new Set([...own, ...inner]);
  within.set(value, names);
  return names;
}

/** Names that an expression gives itself: iterators, parameters, keys of contexts. */
export function namesMade(root: Node, text: string): ReadonlySet<string> {
  const made = new Set<string>();
  root.cursor().iterate(({ node, name }) => {
    if (name === 'Name' || name === 'ParameterName') made.add(normalName(textAt(node, { text })));
    if (name === 'StringLiteral' && node.parent?.name === 'Key')
      made.add(normalName(readString(textAt(node, { text }))));
  });
  return made;
}

// Numbers are kept to fifteen digits; what has more is a code, and a code is a text.
function tooManyDigits(node: Node, { text }: Read): FeelFault | undefined {
  const written = textAt(node, { text });
  const digits = written
    .replace(/e.*$/i, '')
    .replace(/\D/g, '')
    .replace(/^0+|0+$/g, '');
  if (digits.length <= 15) return undefined;
  return { code: 'feel.too-many-digits', params: { number: quoted(written) } };
}
