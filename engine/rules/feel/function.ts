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
      if (typeof bound !== 'string') return body(bound, run);
      return fail(run, `la funzione (${names.join(', ')}) non si può chiamare: ${bound}`);
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

function bind(parameters: readonly Parameter[], given: Arguments, passes: Tester): FeelRecord | string {
  const count = countOf(given);
  if (count !== parameters.length) return `vuole ${parameters.length} argomenti, non ${count}`;
  const bound: Record<string, FeelValue> = {};
  for (const [index, { name, type }] of parameters.entries()) {
    const raw = argumentFor(given, index, name);
    if (raw === undefined) return `manca l’argomento «${name}»`;
    const value = convert(raw, type, passes);
    if (value === undefined) return `l’argomento «${name}» non è del tipo giusto`;
    addEntry(bound, name, value);
  }
  return bound;
}
