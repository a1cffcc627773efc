import { compileCell, compileExpression } from './compile.ts';
import type { Compiled } from './compile.ts';
import type { Evaluate, Test } from './scope.ts';

/** The names that an expression can see, as keys; nested contexts and lists tell the names of paths. */
export type Names = Readonly<Record<string, unknown>>;

/**
 * The compiled form of an expression, made once. Parsing takes 200 to 400 µs, evaluating what is compiled about one
 * (feelin 8.2.0, Node 20, 2026), so every condition and cell is parsed only the first time.
 */
export function expressionFor(text: string, names: Names): Compiled<Evaluate> {
  return remembered(expressions, { text, names, odd: oddNamesIn(names) }, compileExpression);
}

/**
 * The same for many expressions over the same names, which are looked through once: among two hundred answers that is
 * most of the time of an evaluation.
 */
export function expressionsOver(names: Names): (text: string) => Compiled<Evaluate> {
  const odd = oddNamesIn(names);
  return (text) => remembered(expressions, { text, names, odd }, compileExpression);
}

/** The compiled form of the unary tests of a cell, made once. */
export function cellFor(text: string, names: Names): Compiled<Test> {
  return remembered(cells, { text, names, odd: oddNamesIn(names) }, compileCell);
}

const expressions = new Map<string, Compiled<Evaluate>>();
const cells = new Map<string, Compiled<Test>>();

// Texts come from published diagrams and decisions; the bound is for the designer, where each keystroke is a new one.
const greatestSize = 20_000;

interface Wanted {
  readonly text: string;
  readonly names: Names;
  /** The names among them that change how a text is read. */
  readonly odd: readonly string[];
}

type Make<T> = (text: string, names: Names) => Compiled<T>;

function remembered<T>(known: Map<string, Compiled<T>>, wanted: Wanted, make: Make<T>): Compiled<T> {
  const { text, names } = wanted;
  const odd = wanted.odd.filter((name) => text.includes(firstWord(name)));
  const key = odd.length === 0 ? text : [text, ...odd].join('\n');
  const before = known.get(key);
  if (before !== undefined) return before;
  if (known.size >= greatestSize) known.clear();
  const made = make(text, odd.length === 0 ? {} : shapeOf(names));
  known.set(key, made);
  return made;
}

// How a text is read depends only on names that are no single word: `tax-rate`, `date of birth`. They are listed with
// the path to them; inner values, which do not change, are looked through once.
const oddWithin = new WeakMap<object, readonly string[]>();
const wordOf = new Map<string, boolean>();

function oddNamesIn(names: Names): readonly string[] {
  const odd: string[] = [];
  for (const name of Object.keys(names)) {
    if (!isWord(name)) odd.push(name);
    const value = names[name];
    if (!isObject(value)) continue;
    for (const each of oddNamesWithin(value)) odd.push(`${each}\t${name}`);
  }
  return odd;
}

function oddNamesWithin(value: object): readonly string[] {
  const before = oddWithin.get(value);
  if (before !== undefined) return before;
  const parts: readonly unknown[] = Array.isArray(value) ? value : [];
  const inParts = parts.filter(isObject).flatMap(oddNamesWithin);
  const within = Array.isArray(value) ? [...new Set(inParts)] : oddNamesIn({ ...value });
  oddWithin.set(value, within);
  return within;
}

// The parser looks for the names of paths in contexts only, so a list stands for what its elements hold together.
function shapeOf(value: object): Names {
  const parts: readonly unknown[] = Array.isArray(value) ? value : [];
  const merged: object = Object.assign({}, ...parts.filter(isObject).map(shapeOf));
  if (Array.isArray(value)) return { ...merged };
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, isObject(each) ? shapeOf(each) : null]));
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function isWord(name: string): boolean {
  const before = wordOf.get(name);
  if (before !== undefined) return before;
  const is = /^[\p{L}_][\p{L}\p{N}_]*$/u.test(name);
  if (wordOf.size < greatestSize) wordOf.set(name, is);
  return is;
}

function firstWord(name: string): string {
  return /[\p{L}\p{N}_?]+/u.exec(name)?.[0] ?? name;
}
