import { z } from 'zod';
import type { AttributeFault, NamedPlace } from '../findings/language.ts';
import type { ModdleElement } from '../rules/moddle.ts';
import { textOf } from '../rules/moddle.ts';
import type { ElementFacts } from './facts.ts';
import type { Hand } from './hand.ts';
import { aboutOf, isRequired } from './kinds.ts';
import type { About } from './kinds.ts';

/**
 * When the consequence of an extension is drawn: its element is entered, left, or interrupted; or it is settled, when
 * the whole way has been taken on which it was left or interrupted.
 */
export type Moment = 'entered' | 'left' | 'cancelled' | 'settled';

/** What an extension makes of a dossier at a moment. Absent: nothing. */
export type Consequence<Fact> = <Carried>(fact: Fact, hand: Hand<Carried>) => Hand<Carried>;

/** Where an extension may stand. */
export interface Place extends NamedPlace {
  readonly fits: (element: ModdleElement) => boolean;
  /** Which of these elements have to carry it; none where it is absent. */
  readonly expects?: (element: ModdleElement) => boolean;
}

/** An attribute as it is drawn. */
export interface Attribute extends About {
  readonly name: string;
  readonly isRequired: boolean;
}

/** An attribute that is missing or malformed. */
export interface Faulty {
  readonly attribute: string;
  readonly fault: AttributeFault;
}

/** What an extension with these attributes says. */
export type FactOf<Shape extends z.ZodRawShape> = z.output<z.ZodObject<Shape>>;

/** An extension as it is defined; what it and its attributes are called stands in `engine/words/extensions`. */
interface Definition<Name extends string, Shape extends z.ZodRawShape> {
  /** Its XML name: `personalAct` for `<iter:personalAct>`. */
  readonly name: Name;
  readonly on: Place;
  /** Whether an element may carry several. */
  readonly isRepeatable?: true;
  /** Its attributes, made with `kinds.ts`, in the order of the panel. */
  readonly attributes: Shape;
}

type Consequences<Fact> = { readonly [When in Moment]?: Consequence<Fact> };

/** One extension element of the dialect. Everything that is checked, shown, renamed or carried out comes from it. */
export interface Extension<Fact = unknown> {
  readonly name: string;
  readonly on: Place;
  readonly isRepeatable: boolean;
  readonly attributes: readonly Attribute[];
  /** What an extension element says, or what is wrong with it. */
  readonly read: (found: ModdleElement) => { readonly fact?: Fact; readonly faults: readonly Faulty[] };
  /** What the facts of an element say of this extension; the first where it may stand once. */
  readonly of: (facts: ElementFacts | undefined) => Fact | undefined;
  readonly allOf: (facts: ElementFacts | undefined) => readonly Fact[];
  /** What follows at a moment for the dossier that an element with these facts is part of. */
  readonly carryOut: <Carried>(moment: Moment, facts: ElementFacts, hand: Hand<Carried>) => Hand<Carried>;
}

/** The name and the attributes of an extension as the compiler knows them: by these it asks for their words. */
export interface Named<Name extends string, Shape extends z.ZodRawShape> {
  readonly name: Name;
  readonly shape: Shape;
}

/** An extension from its definition and its consequences. */
export function extension<const Name extends string, Shape extends z.ZodRawShape>(
  definition: Definition<Name, Shape>,
  consequences: Consequences<FactOf<Shape>> = {},
): Extension<FactOf<Shape>> & Named<Name, Shape> {
  const { name, on, isRepeatable = false, attributes: shape } = definition;
  const schema = z.object(shape);
  const attributes = attributesOf(shape);
  const { read, allOf } = readerOf(schema, attributes);
  return {
    name,
    shape,
    on,
    isRepeatable,
    attributes,
    read,
    allOf: (facts) => allOf(facts?.[name]),
    of: (facts) => allOf(facts?.[name])[0],
    carryOut: (moment, facts, hand) => {
      const consequence = consequences[moment];
      if (consequence === undefined) return hand;
      return allOf(facts[name]).reduce((current, fact) => consequence(fact, current), hand);
    },
  };
}

function attributesOf(shape: z.ZodRawShape): readonly Attribute[] {
  return Object.entries(shape).flatMap(([name, schema]) => {
    const about = aboutOf(schema);
    return about === undefined ? [] : [{ name, isRequired: isRequired(schema), ...about }];
  });
}

function readerOf<Schema extends z.ZodObject>(schema: Schema, attributes: readonly Attribute[]) {
  type Fact = z.output<Schema>;
  // Facts live as long as their procedure. What was read here once is known to have the shape.
  const known = new WeakSet();
  const isKnown = (value: unknown): value is Fact => typeof value === 'object' && value !== null && known.has(value);
  const read: Extension<Fact>['read'] = (found) => {
    const { success, data: fact, error } = schema.safeParse(writtenOn(found, attributes));
    if (!success) return { faults: error.issues.map(faultOf) };
    known.add(fact);
    return { fact, faults: [] };
  };
  return { read, allOf: (facts: readonly unknown[] = []): readonly Fact[] => facts.filter(isKnown) };
}

function writtenOn(found: ModdleElement, attributes: readonly Attribute[]): Readonly<Record<string, string>> {
  const written = attributes.map(({ name }) => [name, textOf(found, name)] as const);
  return Object.fromEntries(written.filter((each): each is readonly [string, string] => each[1] !== undefined));
}

function faultOf(issue: z.core.$ZodIssue): Faulty {
  const attribute = String(issue.path[0]);
  const missing = { rule: 'language.attribute-missing', params: {} } as const;
  // The border: a refinement of `kinds.ts` has put it there.
  return { attribute, fault: issue.code === 'custom' ? (issue.params?.['fault'] as AttributeFault) : missing };
}
