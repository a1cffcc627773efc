/** What is wrong with the shape of a value in a JSON file. */
export type ShapeFault =
  | { readonly code: 'person-unknown'; readonly value: string; readonly known: readonly string[] }
  /** Of the cast of a scenario: a body or office that it does not name, a person whom everybody has already. */
  | { readonly code: 'body-not-cast' | 'name-taken' | 'office-not-cast'; readonly value: string }
  /** Of the card of a procedure: who may apply. */
  | { readonly code: 'party-kind-unknown' | 'party-kinds-none' }
  | { readonly code: 'step-of-no-kind' }
  | { readonly code: 'variable-name' }
  /** As the reader of the shape says it, in its own words. */
  | { readonly code: 'other'; readonly reason: string };

/** A place in a JSON file, with the fault there: members by name, items counted from 0; empty for the whole. */
export interface Misshapen {
  readonly path: readonly (string | number)[];
  readonly fault: ShapeFault;
}
