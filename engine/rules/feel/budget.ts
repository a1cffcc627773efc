import { isContext, isFunction, isList, isRange } from './value.ts';
import type { FeelValue, Run } from './value.ts';

/** Units of work that one evaluation may do: under a second, and at most some hundred megabytes. */
export const wholeBudget = 1_000_000;

/** The run of a new evaluation, with its whole budget ahead. */
export function newRun(clock: string | undefined): Run {
  return { clock, failures: [], budget: { left: wholeBudget } };
}

/** A part of an evaluation whose failures are kept apart; it spends the same budget. */
export function apart({ clock, budget }: Run): Run {
  return { clock, failures: [], budget };
}

/**
 * Takes units of work from the budget of an evaluation.
 * @throws RangeError when it is used up; whoever began the evaluation makes a failure of it
 */
export function spend({ budget }: Run, units: number): void {
  budget.left -= units;
  if (budget.left < 0) throw new RangeError('The evaluation costs too much');
}

/** Takes a unit for each eight parts of a value: what reads, copies or writes it whole has so much to do. */
export function spendOn(run: Run, value: FeelValue): void {
  spend(run, Math.ceil(weightOf(value) / 8));
}

interface Weighed {
  readonly length: number;
  readonly weight: number;
}

// A value may hold another many times over, so that its parts cannot be counted one by one; each is weighed once.
const known = new WeakMap<object, Weighed>();

// Ten characters are about as much to copy as a value is to look at.
const charactersInPart = 10;

function weightOf(value: FeelValue): number {
  if (typeof value === 'string') return 1 + Math.floor(value.length / charactersInPart);
  if (typeof value !== 'object' || value === null) return 1;
  if (isList(value)) return weightOfList(value);
  if (isRange(value)) return 1 + weightOf(value.start) + weightOf(value.end);
  if (isFunction(value) || !isContext(value)) return 1;
  const before = known.get(value);
  if (before !== undefined) return before.weight;
  return remember(value, { length: 0, weight: Object.values(value).reduce<number>(plusWeight, 1) });
}

// The results of a loop that still runs grow at their end.
function weightOfList(list: readonly FeelValue[]): number {
  const before = known.get(list);
  if (before?.length === list.length) return before.weight;
  let weight = before?.weight ?? 1;
  for (let index = before?.length ?? 0; index < list.length; index += 1)
    weight = plusWeight(weight, list[index] ?? null);
  return remember(list, { length: list.length, weight });
}

function plusWeight(sum: number, value: FeelValue): number {
  return sum + weightOf(value);
}

function remember(value: object, weighed: Weighed): number {
  known.set(value, weighed);
  return weighed.weight;
}
