import { parseExpression } from 'feelin';
import type { Decision, Decisions, Expression } from '../decision.ts';
import type { Names } from '../feel/cache.ts';
import { partsOf as nodesIn, textAt } from '../feel/tree.ts';
import type { Node } from '../feel/tree.ts';
import { normalName } from '../feel/value.ts';
import { partsOf } from '../names.ts';
import type { Origin } from './column.ts';

/** Where the value of a column comes from: variables, as `a` or `a.b`; `*` when that is not known. */
export interface Source {
  readonly origin: Origin;
  readonly variables: readonly string[];
}

/** Finds the variables that an expression of a decision depends on, through the decisions that it requires. */
export type SourceOf = (expression: string) => Source;

/** The sources of expressions in a decision; `made` are the names that boxed expressions around the table give. */
export function sourcesIn(decision: Decision, decisions: Decisions, made: readonly string[] = []): SourceOf {
  const results = new Map(
    decision.requires.flatMap((id) => {
      const required = decisions[id];
      return required?.role === 'decision' ? [[normalName(required.variable.name), required] as const] : [];
    }),
  );
  return (expression) => {
    const { paths, isPath } = pathsIn(expression, decision.names);
    const isComputed = !isPath || paths.some((path) => results.has(rootOf(path)));
    const variables = paths.flatMap((path) => {
      const root = rootOf(path);
      if (made.includes(root) || decision.importedAs !== undefined) return ['*'];
      const required = results.get(root);
      if (required !== undefined) return leavesOf(required, decisions, [decision.id]);
      return [isPath ? path : root];
    });
    return { origin: isComputed ? 'computed' : 'variable', variables };
  };
}

/** Whether two columns may take their values without regard to each other. */
export function areApart(one: Source, other: Source): boolean {
  const touches = (a: string, b: string) =>
    a === '*' || b === '*' || a === b || a.startsWith(`${b}.`) || b.startsWith(`${a}.`);
  return !one.variables.some((a) => other.variables.some((b) => touches(a, b)));
}

// What a decision depends on in the end.
function leavesOf(decision: Decision, decisions: Decisions, path: readonly string[]): readonly string[] {
  if (decision.logic.type === 'service' || path.includes(decision.id)) return ['*'];
  const sourceOf = sourcesWithin(decision, decisions, [...path, decision.id]);
  return [...new Set(textsOf(decision.logic).flatMap(sourceOf))];
}

function sourcesWithin(decision: Decision, decisions: Decisions, path: readonly string[]) {
  const required = decision.requires.flatMap((id) => decisions[id] ?? []);
  return (expression: string): readonly string[] =>
    pathsIn(expression, decision.names).paths.flatMap((each) => {
      const root = rootOf(each);
      const found = required.find(({ variable }) => normalName(variable.name) === root);
      return found === undefined ? [root] : leavesOf(found, decisions, path);
    });
}

// All expressions and unary tests in a boxed expression.
function textsOf(expression: Expression): readonly string[] {
  if (expression.type === 'literal') return [expression.expression];
  if (expression.type !== 'table') return partsOf(expression).flatMap(textsOf);
  return [
    ...expression.inputs.map((input) => input.expression),
    ...expression.rules.flatMap(({ tests, entries }) => [...tests, ...entries]),
    ...expression.outputs.flatMap(({ defaultEntry }) => defaultEntry ?? []),
  ];
}

function pathsIn(expression: string, names: Names): { readonly paths: readonly string[]; readonly isPath: boolean } {
  const root = parseExpression(expression, { ...names }, undefined).topNode;
  const [only] = nodesIn(root);
  const isPath = only !== undefined && isPathNode(only);
  const paths: string[] = [];
  root.cursor().iterate(({ node, name }) => {
    if (name === 'PathExpression' && isPathNode(node)) {
      paths.push(normalPath(textAt(node, { text: expression })));
      return false;
    }
    if (name === 'VariableName') paths.push(normalPath(textAt(node, { text: expression })));
    return true;
  });
  return { paths, isPath };
}

function isPathNode(node: Node): boolean {
  if (node.name === 'VariableName') return true;
  const [target] = nodesIn(node);
  return node.name === 'PathExpression' && target !== undefined && isPathNode(target);
}

const normalPath = (text: string): string => text.split('.').map(normalName).join('.');
const rootOf = (path: string): string => path.split('.')[0] ?? path;
