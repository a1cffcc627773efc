/** What can be wrong with how an expression is written; texts are quoted up to 80 characters. */
export interface FeelFaults {
  readonly 'feel.compared-again': { readonly expression: string };
  readonly 'feel.foreign-operator': { readonly expression: string; readonly operator: string };
  /** `meant`: the function of FEEL that is called nearly so. */
  readonly 'feel.function-unknown': { readonly expression: string; readonly name: string; readonly meant: string };
  /** An expression of Camunda 7 (JUEL). */
  readonly 'feel.juel': { readonly expression: string };
  readonly 'feel.name-unknown': { readonly expression: string; readonly name: string };
  readonly 'feel.nothing-compared': { readonly expression: string; readonly operator: string };
  /** `position`: counted from 1; `found`: what stands there, empty at the end. */
  readonly 'feel.not-readable': { readonly expression: string; readonly position: number; readonly found: string };
  /** `number`: as it is written. */
  readonly 'feel.too-many-digits': { readonly number: string };
}

/** A mistake in an expression. */
export type FeelFault = {
  readonly [Code in keyof FeelFaults]: { readonly code: Code; readonly params: FeelFaults[Code] };
}[keyof FeelFaults];
