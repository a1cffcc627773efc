import { feelFailure, type FeelFailure } from '../../findings/feel-failure.ts';
import { spend } from './budget.ts';
import { convert } from './types.ts';
import type { FeelType, Tester } from './types.ts';
import { addEntry, entryOf, fail, kind } from './value.ts';
import type { Arguments, FeelFunction, FeelRecord, FeelValue, Run } from './value.ts';

/** A parameter of a function that a model or an expression defines. */
export interface Parameter {
  readonly name: string;
  readonly type: FeelType;
}

/** Computes the body of a function from the arguments under their names. */
export type Body = (names: FeelRecord, run: Run) => FeelValue;

const everyValue: Tester = () => true;

/** A function with typed parameters (DMN 1.5, 10.3.2.13.3); `passes` judges parameters of restricted types. */
export function functionOf(parameters: readonly Parameter[], body: Body, passes = everyValue): FeelFunction {
  const names = parameters.map(({ name }) => name);
  return {
    [kind]: 'function',
    parameters: names,
    call: (given, run) => {
      spend(run, 1);
      const bound = bind(parameters, given, passes);
      return 'names' in bound ? body(bound.names, run) : fail(run, bound.failure);
    },
  };
}

/** How many arguments a call gives. */
export function countOf(given: Arguments): number {
  return 'placed' in given ? given.placed.length : Object.keys(given.named).length;
}

/** The argument for a parameter; undefined when the call does not give it. */
export function argumentFor(given: Arguments, index: number, name: string): FeelValue | undefined {
  return 'placed' in given ? given.placed[index] : entryOf(given.named, name);
}

type Bound = { readonly names: FeelRecord } | { readonly failure: FeelFailure };

function bind(parameters: readonly Parameter[], given: Arguments, passes: Tester): Bound {
  const signature = parameters.map(({ name }) => name).join(', ');
  const count = countOf(given);
  if (count !== parameters.length) {
    return { failure: feelFailure('arguments-count', { signature, wanted: parameters.length, given: count }) };
  }
  const bound: Record<string, FeelValue> = {};
  for (const [index, { name, type }] of parameters.entries()) {
    const raw = argumentFor(given, index, name);
    if (raw === undefined) return { failure: feelFailure('argument-missing', { signature, name }) };
    const value = convert(raw, type, passes);
    if (value === undefined) return { failure: feelFailure('argument-type', { signature, name }) };
    addEntry(bound, name, value);
  }
  return { names: bound };
}
