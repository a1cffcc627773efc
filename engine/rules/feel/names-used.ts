import { parseExpression, parseUnaryTests } from 'feelin';
import { feelText } from './written.ts';
import type { Node } from './tree.ts';

/** A name that an expression takes from outside, with the members asked of it. */
export interface NameUse {
  /** `persone` and `email` in `persone[1].email`. */
  readonly path: readonly string[];
  /** Where each name of the path stands in the text, counted from 0. */
  readonly at: readonly { readonly from: number; readonly to: number }[];
  /**
   * True where the name may be a member of the elements of a list rather than a name from outside: inside the brackets
   * of a filter FEEL knows both.
   */
  readonly isInFilter: boolean;
  /** The path of the list that is filtered, when it is a plain one. */
  readonly filtered?: readonly string[];
}

/** A text with FEEL in it: the expression and where it begins. */
interface Text {
  readonly text: string;
  readonly offset: number;
}

/** Names bound inside the expression, such as `o` in `some o in opposizioni`, with the path they run through. */
type Bound = ReadonlyMap<string, readonly string[] | undefined>;

interface Walk extends Text {
  readonly bound: Bound;
  readonly filtered?: readonly string[] | undefined;
  readonly isInFilter: boolean;
  readonly found: NameUse[];
}

/**
 * The names that an expression takes from outside, in the order of the text; none when it cannot be parsed. A leading
 * `=` is passed over. What `for`, `some`, `every` and functions bind is followed to the list that it runs through:
 * `some p in persone satisfies p.email = "x"` uses `persone` and `persone.email`.
 */
export function namesUsed(expression: string): readonly NameUse[] {
  const text = feelText(expression);
  return namesOf(parseExpression(text, {}, undefined).topNode, { text, offset: expression.indexOf(text) });
}

/** The names that the unary tests of a decision table's cell take from outside. */
export function namesUsedInTests(tests: string): readonly NameUse[] {
  return namesOf(parseUnaryTests(tests, {}, undefined).topNode, { text: tests, offset: 0 });
}

function namesOf(root: Node, text: Text): readonly NameUse[] {
  const found: NameUse[] = [];
  walk(root, { ...text, bound: new Map(), isInFilter: false, found });
  return found;
}

const children = (node: Node): readonly Node[] => {
  const nodes: Node[] = [];
  for (let child = node.firstChild; child !== null; child = child.nextSibling) nodes.push(child);
  return nodes;
};

function walk(node: Node, at: Walk): void {
  const path = pathAt(node, at);
  if (path !== undefined) {
    tell(path, at);
    innerOf(node).forEach((inner) => walkInner(inner, at));
    return;
  }
  if (node.name === 'FilterExpression') return walkFilter(node, at);
  if (node.name === 'FunctionInvocation') {
    const [called, ...rest] = children(node);
    if (called !== undefined && called.name !== 'VariableName') walk(called, at);
    rest.forEach((part) => walk(part, at));
    return;
  }
  if (node.name in binders) return walkBinding(node, at);
  children(node).forEach((part) => walk(part, at));
}

/** A name with the members asked of it; a filter on the way counts as its list. */
interface Path {
  readonly names: readonly Node[];
}

function pathAt(node: Node, at: Walk): Path | undefined {
  if (node.name === 'VariableName') return { names: [node] };
  if (node.name === 'FilterExpression') {
    const list = node.firstChild;
    return list === null ? undefined : pathAt(list, at);
  }
  if (node.name !== 'PathExpression') return undefined;
  const [whole, ...rest] = children(node);
  const member = rest.find(({ name }) => name === 'PathName');
  const outer = whole === undefined ? undefined : pathAt(whole, at);
  return outer === undefined || member === undefined ? undefined : { names: [...outer.names, member] };
}

/** The filters inside a path, whose brackets hold expressions of their own. */
function innerOf(node: Node): readonly Node[] {
  if (node.name === 'FilterExpression') return [node];
  if (node.name !== 'PathExpression') return [];
  return node.firstChild === null ? [] : innerOf(node.firstChild);
}

function walkInner(filter: Node, at: Walk): void {
  const [list, ...rest] = children(filter);
  if (list === undefined) return;
  innerOf(list).forEach((inner) => walkInner(inner, at));
  const filtered = resolved(pathAt(list, at), at);
  rest.forEach((part) => walk(part, { ...at, isInFilter: true, filtered }));
}

function walkFilter(node: Node, at: Walk): void {
  const [list] = children(node);
  if (list !== undefined) walk(list, at);
  walkInner(node, at);
}

const textOf = (node: Node, { text }: Text): string => text.slice(node.from, node.to);

/** The names of a path from outside; undefined when its root is bound to something that is no plain path. */
function resolved(path: Path | undefined, at: Walk): readonly string[] | undefined {
  if (path === undefined) return undefined;
  const [root = '', ...members] = path.names.map((node) => textOf(node, at));
  if (!at.bound.has(root)) return [root, ...members];
  const through = at.bound.get(root);
  return through === undefined ? undefined : [...through, ...members];
}

function tell(path: Path, at: Walk): void {
  const names = resolved(path, at);
  if (names === undefined) return;
  const own = path.names.map(({ from, to }) => ({ from: from + at.offset, to: to + at.offset }));
  // A bound name stands for names that are written elsewhere: those have no place of their own here.
  const isBound = path.names.slice(0, 1).some((root) => at.bound.has(textOf(root, at)));
  if (isBound && own.length === 1) return;
  const nowhere = Array.from({ length: names.length - own.length + 1 }, () => NOWHERE);
  const placed = isBound ? [...nowhere, ...own.slice(1)] : own;
  at.found.push({
    path: names,
    at: placed,
    isInFilter: at.isInFilter,
    ...(at.filtered === undefined ? {} : { filtered: at.filtered }),
  });
}

const NOWHERE = { from: -1, to: -1 } as const;

const binders: Readonly<Record<string, true>> = {
  ForExpression: true,
  QuantifiedExpression: true,
  FunctionDefinition: true,
};

function walkBinding(node: Node, at: Walk): void {
  let bound = at.bound;
  for (const part of children(node)) {
    if (part.name === 'InExpressions') {
      for (const binding of children(part).filter(({ name }) => name === 'InExpression')) {
        bound = boundBy(binding, { ...at, bound });
      }
    } else if (part.name === 'FormalParameters') {
      const names = children(part).map((parameter) => textOf(parameter, at));
      bound = new Map([...bound, ...names.map((name) => [name, undefined] as const)]);
    } else {
      walk(part, { ...at, bound });
    }
  }
}

function boundBy(binding: Node, at: Walk): Bound {
  const parts = children(binding);
  const name = parts.find((part) => part.name === 'Name');
  const context = parts.find((part) => part.name === 'IterationContext');
  if (context !== undefined) walk(context, at);
  const list = context?.firstChild ?? undefined;
  const through = list === undefined || list.nextSibling !== null ? undefined : resolved(pathAt(list, at), at);
  return name === undefined ? at.bound : new Map([...at.bound, [textOf(name, at), through]]);
}
