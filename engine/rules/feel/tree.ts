import type { parseExpression } from 'feelin';
import type { Evaluate } from './scope.ts';

/** A node of the tree that feelin's parser makes. */
export type Node = ReturnType<typeof parseExpression>['topNode'];

/** The text that is being compiled, and the way to compile its parts. */
export interface Source {
  readonly text: string;
  compile(node: Node): Evaluate;
}

/** Makes a function of a kind of node. */
export type Compile = (node: Node, source: Source) => Evaluate;

/** The parts of a node in their order, without comments. */
export function partsOf(node: Node): readonly Node[] {
  const parts: Node[] = [];
  for (let part = node.firstChild; part !== null; part = part.nextSibling) {
    if (!part.type.isSkipped) parts.push(part);
  }
  return parts;
}

/** The parts of a node that have a name. */
export function partsNamed(node: Node, name: string): readonly Node[] {
  return partsOf(node).filter((part) => part.name === name);
}

/** The part at a place, counted from 0, from the end when negative. The grammar promises that it is there. */
export function partAt(node: Node, index: number): Node {
  const part = partsOf(node).at(index);
  if (part === undefined) throw new Error(`A ${node.name} has no part ${index}.`);
  return part;
}

/** What a node says. */
export function textAt(node: Node, { text }: Pick<Source, 'text'>): string {
  return text.slice(node.from, node.to);
}
