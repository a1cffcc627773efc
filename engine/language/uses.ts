import type { Attribute, Extension } from './extension.ts';
import type { ElementFacts } from './facts.ts';
import type { Kind } from './kinds.ts';

/** An attribute of the dialect as it is drawn on an element. */
export interface Written {
  readonly elementId: string;
  /** `clock` for `<iter:clock>`. */
  readonly extension: string;
  readonly attribute: string;
  readonly value: string;
}

type Drawn = Readonly<Record<string, ElementFacts>>;

/** All FEEL expressions of the dialect in a diagram, which begin with `=`. */
export const expressionsOf = (drawn: Drawn, dialect: readonly Extension[]): readonly Written[] =>
  writtenIn(drawn, dialect, ({ feel }) => feel !== 'never').filter(({ value }) => value.startsWith('='));

/** All attributes that name something of a kind: of the diagram, of the procedure, of its card. */
export const namesOf = (
  kind: Extract<Kind, 'term' | 'form' | 'letter' | 'role' | 'milestone' | 'outcome'>,
  drawn: Drawn,
  dialect: readonly Extension[],
): readonly Written[] => writtenIn(drawn, dialect, (attribute) => attribute.kind === kind);

function writtenIn(
  drawn: Drawn,
  dialect: readonly Extension[],
  isMeant: (attribute: Attribute) => boolean,
): readonly Written[] {
  return Object.entries(drawn).flatMap(([elementId, facts]) =>
    dialect.flatMap((extension) =>
      extension.allOf(facts).flatMap((fact) =>
        extension.attributes.filter(isMeant).flatMap((attribute): readonly Written[] => {
          const value = memberOf(fact, attribute.name);
          return value === undefined
            ? []
            : [{ elementId, extension: extension.name, attribute: attribute.name, value }];
        }),
      ),
    ),
  );
}

function memberOf(fact: unknown, name: string): string | undefined {
  const value: unknown = typeof fact === 'object' && fact !== null ? Reflect.get(fact, name) : undefined;
  return typeof value === 'string' ? value : undefined;
}
