import { anyType, baseType } from './feel/types.ts';
import type { FeelType } from './feel/types.ts';
import { elementOf, elementsOf, textOf } from './moddle.ts';
import type { ModdleElement } from './moddle.ts';
import type { TypedName } from './decision.ts';

/** Finds the types that a DMN file names. */
export interface TypeReader {
  /** The type behind a `typeRef`; undefined when the model does not know it, which then accepts everything. */
  find(typeRef: string | undefined): FeelType | undefined;
  /** The name and type of a `variable`, `parameter` or the like. */
  typedName(element: ModdleElement | undefined): TypedName | undefined;
}

/**
 * Reads the item definitions of a file (DMN 1.5, 7.3.2). A type that holds itself accepts everything from there on.
 * Types of imported models are named after the import: `shared.tPerson`.
 */
export function readTypes(root: ModdleElement, imported: Readonly<Record<string, TypeReader>> = {}): TypeReader {
  const definitions = new Map(elementsOf(root, 'itemDefinition').map((each) => [textOf(each, 'name') ?? '', each]));

  function find(typeRef: string | undefined, open: readonly string[] = []): FeelType | undefined {
    if (typeRef === undefined) return undefined;
    const name = definitions.has(typeRef) ? typeRef : typeRef.replace(/^[\w.-]+:/, '');
    const definition = definitions.get(name);
    if (definition === undefined) return baseType(typeRef) ?? baseType(name) ?? importedType(typeRef);
    return open.includes(name) ? anyType : typeOf(definition, [...open, name]);
  }

  function importedType(typeRef: string): FeelType | undefined {
    const plain = imported['']?.find(typeRef);
    if (plain !== undefined) return plain;
    const [importName = '', ...rest] = typeRef.split('.');
    return rest.length === 0 || !Object.hasOwn(imported, importName)
      ? undefined
      : imported[importName]?.find(rest.join('.'));
  }

  function typeOf(definition: ModdleElement, open: readonly string[]): FeelType {
    const base = restricted(plainType(definition, open), definition, 'allowedValues');
    return definition['isCollection'] === true ? { type: 'list', of: base } : base;
  }

  function plainType(definition: ModdleElement, open: readonly string[]): FeelType {
    const components = elementsOf(definition, 'itemComponent');
    if (elementOf(definition, 'functionItem') !== undefined) return { type: 'named', name: 'function' };
    if (components.length === 0) return find(textOf(definition, 'typeRef'), open) ?? anyType;
    const entries = components.map((each) => [textOf(each, 'name') ?? '', typeOf(each, open)] as const);
    return { type: 'context', entries: Object.fromEntries(entries) };
  }

  function typedName(element: ModdleElement | undefined): TypedName | undefined {
    const name = textOf(element, 'name');
    if (name === undefined) return undefined;
    const typeRef = textOf(element, 'typeRef');
    const type = find(typeRef);
    return { name, ...(typeRef !== undefined && { typeRef }), ...(type !== undefined && { type }) };
  }

  return { find: (typeRef) => find(typeRef), typedName };
}

function restricted(base: FeelType, definition: ModdleElement, property: string): FeelType {
  const tests = textOf(elementOf(definition, property), 'text');
  return tests === undefined ? base : { type: 'restricted', base, tests };
}
