import { extensions } from '../../engine/language/extensions.ts';
import type { Extension } from '../../engine/language/extension.ts';
import type { ElementFacts } from '../../engine/language/facts.ts';
import { typeOf } from '../../engine/language/descriptor.ts';

/** The attributes of one extension element. */
type Attributes = Readonly<Record<string, string>>;

/** What stands on an element: by the name of the extension, its attributes as they are written. */
export type Said = Readonly<Record<string, Attributes | readonly Attributes[]>>;

/**
 * The facts of elements, read as from a diagram.
 *
 * @throws Error when the dialect has no such extension, or finds fault with it
 */
export function factsOf(
  elements: Readonly<Record<string, Said>>,
  dialect: readonly Extension[] = extensions,
): Readonly<Record<string, ElementFacts>> {
  const entries = Object.entries(elements).map(([elementId, said]) => [elementId, readSaid(said, dialect)] as const);
  return Object.fromEntries(entries);
}

function readSaid(said: Said, dialect: readonly Extension[]): ElementFacts {
  return Object.fromEntries(
    Object.entries(said).map(([name, written]) => {
      const extension = dialect.find((each) => each.name === name);
      if (extension === undefined) throw new Error(`The dialect has no ${name}.`);
      return [name, listOf(written).map((attributes) => readOne(extension, attributes))];
    }),
  );
}

const listOf = (written: Attributes | readonly Attributes[]): readonly Attributes[] =>
  isList(written) ? written : [written];

const isList = (written: Attributes | readonly Attributes[]): written is readonly Attributes[] =>
  Array.isArray(written);

function readOne(extension: Extension, attributes: Attributes): unknown {
  const { fact, faults } = extension.read({ $type: typeOf(extension), ...attributes });
  if (faults.length > 0) throw new Error(`${extension.name}: ${JSON.stringify(faults)}`);
  return fact;
}
