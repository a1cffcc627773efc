import { entryOf, isContext, isList, normalName } from './value.ts';
import type { FeelRecord, FeelValue, Run } from './value.ts';

/** The names that an expression sees: the innermost first, the given context last. */
export interface Scope {
  readonly names: FeelRecord;
  readonly outer: Scope | undefined;
  readonly run: Run;
  /** The list whose element `names` is: what only its other elements have is null here, not unknown. */
  readonly siblings?: readonly FeelValue[];
}

/** Computes the value of a part of an expression. */
export type Evaluate = (scope: Scope) => FeelValue;

/** Says whether a value passes a test; null when that cannot be known. */
export type Test = (scope: Scope, value: FeelValue) => boolean | null;

/** A scope inside another, with more names. */
export function inside(outer: Scope, names: FeelRecord): Scope {
  return { names, outer, run: outer.run };
}

/** A scope for an element of a list that is filtered: its own names, and itself as `item`. */
export function insideElement(outer: Scope, element: FeelValue, siblings: readonly FeelValue[]): Scope {
  const around = inside(outer, { item: element });
  return isContext(element) ? { names: element, outer: around, run: outer.run, siblings } : around;
}

/** The value of a name, or undefined when nothing has that name. */
export function lookUp(scope: Scope, name: string): FeelValue | undefined {
  for (let frame: Scope | undefined = scope; frame !== undefined; frame = frame.outer) {
    const value = entryOf(frame.names, name);
    if (value !== undefined) return value;
    if (frame.siblings !== undefined && namesOfElements(frame.siblings).has(normalName(name))) return null;
  }
  return undefined;
}

interface Known {
  readonly length: number;
  readonly names: ReadonlySet<string>;
}

const elementNames = new WeakMap<object, Known>();

// A condition asks for its names at every element; a list that is still being made grows at its end.
function namesOfElements(list: readonly FeelValue[]): ReadonlySet<string> {
  const before = elementNames.get(list);
  if (before?.length === list.length) return before.names;
  const names = new Set(list.filter(isContext).flatMap((each) => Object.keys(each).map(normalName)));
  elementNames.set(list, { length: list.length, names });
  return names;
}

/** A value as a list: itself, or the list of it alone. */
export function asList(value: FeelValue): readonly FeelValue[] {
  return isList(value) ? value : [value];
}
