/** Why an expression has no value. Types are called as FEEL calls them; texts are as they are written. */
export interface FeelFailures {
  /** `signature`: the parameters of the function that is called, with commas. */
  readonly 'argument-missing': { readonly signature: string; readonly name: string };
  readonly 'argument-type': { readonly signature: string; readonly name: string };
  readonly 'arguments-count': { readonly signature: string; readonly wanted: number; readonly given: number };
  /** `operator` is absent between the ends of ranges. */
  readonly 'not-comparable': { readonly one: string; readonly other: string; readonly operator?: string };
  readonly 'condition-type': { readonly found: string };
  readonly 'filter-type': { readonly found: string };
  readonly 'truth-type': { readonly found: string };
  /** A function of another programming language. */
  readonly 'function-foreign': object;
  readonly 'function-unknown': { readonly name: string };
  readonly 'key-twice': { readonly name: string };
  readonly 'literal-unreadable': { readonly text: string };
  readonly 'member-unknown': { readonly type: string; readonly name: string };
  readonly 'no-count': { readonly from: string; readonly to: string };
  readonly 'no-expression': { readonly text: string };
  readonly 'no-range': { readonly from: string; readonly to: string };
  /** An open range such as `< x`, whose end has no order. */
  readonly 'no-open-range': { readonly operator: string; readonly end: string };
  /** `call`: the function with its arguments. */
  readonly 'no-result': { readonly call: string };
  readonly 'not-callable': object;
  /** A value of this type has no JSON. */
  readonly 'not-kept': { readonly type: 'function' | 'range' };
  /** `value`: what there is instead of a number, such as `Infinity`. */
  readonly 'not-a-number': { readonly value: string };
  /** `other` is absent for an operation on one value. */
  readonly 'operation-undefined': { readonly sign: string; readonly one: string; readonly other?: string };
  readonly 'too-much': object;
  readonly 'type-unknown': { readonly name: string };
  /** `position`: counted from 1. */
  readonly unreadable: { readonly expression: string; readonly position: number };
  readonly 'variable-unknown': { readonly name: string };
}

/** What keeps an expression from having a value. */
export type FeelFailure = {
  readonly [Code in keyof FeelFailures]: { readonly code: Code; readonly params: FeelFailures[Code] };
}[keyof FeelFailures];

// A code that tells nothing is told without parameters.
type Told<Code extends keyof FeelFailures> = keyof FeelFailures[Code] extends never ? [] : [params: FeelFailures[Code]];

/** A failure from its code and what it tells. */
export const feelFailure = <Code extends keyof FeelFailures>(code: Code, ...[params]: Told<Code>): FeelFailure =>
  // The compiler cannot see that a code and its own parameters are one of the failures.
  ({ code, params: params ?? {} }) as unknown as FeelFailure;
