import { parseExpression, parseUnaryTests } from 'feelin';
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

type Slip = (node: Node, read: Read) => string | undefined;

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
    const message = slips[name]?.(node, read);
    if (message !== undefined) found.push({ expression: read.text, position: from, message });
  });
  return found.slice(0, 1);
}

// `a == 1` is read as `a = (= 1)`: a comparison with a test.
function doubledOperator(node: Node, { text, root }: Read): string | undefined {
  const operators = operatorsFrom(node);
  const written = operators.map((each) => textAt(each, { text })).join('');
  if (operators.length === 1) return isAlone(node, root) ? nothingToCompare(text, written) : undefined;
  return `In «${quoted(text)}» l’operatore «${written}» non è di FEEL: ${meant[written] ?? 'i confronti sono =, !=, <, <=, > e >='}.`;
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

function nothingToCompare(text: string, operator: string): string | undefined {
  if (operator !== '=' && operator !== '!=') return undefined;
  return `In «${quoted(text)}» davanti a «${operator}» manca che cosa si confronta.`;
}

const meant: Readonly<Record<string, string>> = {
  '==': 'l’uguaglianza si scrive =',
  '===': 'l’uguaglianza si scrive =',
  '====': 'l’uguaglianza si scrive =',
  '<>': '«diverso da» si scrive !=',
  '!==': '«diverso da» si scrive !=',
  '=<': '«minore o uguale» si scrive <=',
  '=>': '«maggiore o uguale» si scrive >=',
};

// `a = true = b` is read as `(a = true) = b`. With brackets it is meant.
function comparedAgain(node: Node, { text }: Read): string | undefined {
  const isCompared = node.firstChild?.name === 'Comparison' && partsNamed(node, 'CompareOp').length > 0;
  if (!isCompared) return undefined;
  return `In «${quoted(text)}» si confronta l’esito di un confronto: due confronti si uniscono con «and», un esito si mette fra parentesi.`;
}

function nearlyNamed(node: Node, { text, names, root }: Read): string | undefined {
  const called = node.firstChild;
  if (called?.name !== 'VariableName') return undefined;
  const name = normalName(textAt(called, { text }));
  const meantName = builtinByLetters.get(lettersOf(name));
  if (meantName === undefined || builtins.has(name)) return undefined;
  if (namesWithin(names).has(name) || namesMade(root, text).has(name)) return undefined;
  return `In «${quoted(text)}» la funzione «${name}» non esiste: si scrive «${meantName}».`;
}

// `startsWith`, `starts_with` and `STARTS WITH` mean `starts with`.
const lettersOf = (name: string): string => name.toLowerCase().replace(/[^\p{L}]/gu, '');
const builtinByLetters = new Map([...builtins.keys()].map((name) => [lettersOf(name), name]));

function namesSideBySide(node: Node, { text, names, root }: Read): string | undefined {
  const name = normalName(textAt(node, { text }));
  if (!/^[^\s.]+(?: [^\s.]+)+$/.test(name) || builtins.has(name) || properties.has(name)) return undefined;
  if (namesWithin(names).has(name) || namesMade(root, text).has(name)) return undefined;
  return `In «${quoted(text)}» c’è «${name}», che nessuno definisce: fra due nomi manca un operatore?`;
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
function tooManyDigits(node: Node, { text }: Read): string | undefined {
  const written = textAt(node, { text });
  const digits = written
    .replace(/e.*$/i, '')
    .replace(/\D/g, '')
    .replace(/^0+|0+$/g, '');
  if (digits.length <= 15) return undefined;
  return `Il numero ${quoted(written)} ha più di 15 cifre e verrebbe arrotondato: se è un codice va scritto fra virgolette.`;
}
