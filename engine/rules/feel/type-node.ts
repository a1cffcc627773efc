import { partAt, partsNamed, partsOf, textAt } from './tree.ts';
import type { Node, Source } from './tree.ts';
import { anyType, baseType } from './types.ts';
import type { FeelType } from './types.ts';

/** The type that a `Type` node names; undefined for a name that is not one of FEEL. */
export function compileType(node: Node, source: Source): FeelType | undefined {
  const named = partsOf(node)[0] ?? node;
  switch (named.name) {
    case 'ListType': {
      const of = compileType(partAt(named, 2), source);
      return of && { type: 'list', of };
    }
    case 'ContextType':
      return contextType(named, source);
    case 'FunctionType':
      return { type: 'named', name: 'function' };
    default:
      return baseType(textAt(named, source));
  }
}

function contextType(node: Node, source: Source): FeelType {
  const nodes = partsNamed(node, 'ContextEntryTypes').flatMap((types) => partsNamed(types, 'ContextEntryType'));
  const entries = nodes.map((entry) => {
    const name = textAt(partAt(entry, 0), source).replace(/\s+/g, ' ');
    return [name, compileType(partAt(entry, -1), source) ?? anyType] as const;
  });
  return { type: 'context', entries: Object.fromEntries(entries) };
}
