import { feelFailure } from '../../findings/feel-failure.ts';
import { apart, spend } from './budget.ts';
import { plusDays, dayNumber } from './calendar.ts';
import { numbersBetween } from './range.ts';
import { asList, inside, insideElement } from './scope.ts';
import type { Evaluate, Scope } from './scope.ts';
import { partAt, partsNamed, partsOf, textAt } from './tree.ts';
import type { Compile, Node, Source } from './tree.ts';
import { fail, isDate, isRange, typeOf } from './value.ts';
import type { FeelValue, Run } from './value.ts';

/** `for`, `some`, `every` and filters. */
export const iterations: Readonly<Record<string, Compile>> = {
  ForExpression: compileFor,
  QuantifiedExpression: compileQuantified,
  FilterExpression: compileFilter,
};

/** Gives the scopes of a round: every combination of the iterators, the last of them turning fastest. */
type Rounds = (scope: Scope) => readonly Scope[] | null;

function compileFor(node: Node, source: Source): Evaluate {
  const rounds = compileRounds(partAt(node, 1), source);
  const result = source.compile(partAt(node, -1));
  return (scope) => {
    const partial: FeelValue[] = [];
    for (const round of rounds(inside(scope, { partial })) ?? [null]) {
      if (round === null) return null;
      partial.push(result(round));
    }
    return partial;
  };
}

function compileQuantified(node: Node, source: Source): Evaluate {
  const deciding = textAt(partAt(node, 0), source) === 'some';
  const rounds = compileRounds(partAt(node, 1), source);
  const condition = source.compile(partAt(node, -1));
  return (scope) => {
    const results = rounds(scope)?.map(condition);
    if (results === undefined) return null;
    if (results.includes(deciding)) return deciding;
    return results.every((result) => typeof result === 'boolean') ? !deciding : null;
  };
}

interface Iterator {
  readonly name: string;
  values(scope: Scope): readonly FeelValue[] | null;
}

function compileRounds(node: Node, source: Source): Rounds {
  const iterators = partsNamed(node, 'InExpression').map((each): Iterator => {
    const name = textAt(partAt(each, 0), source).replace(/\s+/g, ' ');
    return { name, values: compileValues(partAt(each, -1), source) };
  });
  return (scope) =>
    iterators.reduce<readonly Scope[] | null>((rounds, each) => rounds && turned(rounds, each), [scope]);
}

// Later iterators see the values of earlier ones.
function turned(rounds: readonly Scope[], { name, values }: Iterator): readonly Scope[] | null {
  const next: Scope[] = [];
  for (const round of rounds) {
    const found = values(round);
    if (found === null) return null;
    spend(round.run, found.length);
    for (const value of found) next.push(inside(round, { [name]: value }));
  }
  return next;
}

function compileValues(node: Node, source: Source): (scope: Scope) => readonly FeelValue[] | null {
  const first = source.compile(partAt(node, 0));
  if (partsOf(node).length === 1) return (scope) => valuesOf(first(scope), scope);
  const last = source.compile(partAt(node, 2));
  return (scope) => valuesFrom(first(scope), last(scope), scope);
}

function valuesOf(value: FeelValue, scope: Scope): readonly FeelValue[] | null {
  if (value === null) return null;
  if (!isRange(value)) return asList(value);
  const { start, end, startIncluded, endIncluded } = value;
  const all = valuesFrom(start, end, scope);
  return all && all.slice(startIncluded ? 0 : 1, endIncluded ? undefined : -1);
}

function valuesFrom(start: FeelValue, end: FeelValue, scope: Scope): readonly FeelValue[] | null {
  if (start === null || end === null) return null;
  const values = between(start, end);
  return values ?? fail(scope.run, feelFailure('no-count', { from: typeOf(start), to: typeOf(end) }));
}

function between(start: FeelValue, end: FeelValue): readonly FeelValue[] | undefined {
  if (typeof start === 'number' && typeof end === 'number') return numbersBetween(start, end);
  if (!isDate(start) || !isDate(end)) return undefined;
  return numbersBetween(0, dayNumber(end) - dayNumber(start))?.map((days) => plusDays(start, days));
}

// A filter is a place in the list when its value is a number, else a condition on each element (DMN 1.5, 10.3.2.5).
// The value is asked for once outside the list; what fails there may be a name that only the elements have.
function compileFilter(node: Node, source: Source): Evaluate {
  const target = source.compile(partAt(node, 0));
  const filter = source.compile(partAt(node, 2));
  const isCondition = ['Comparison', 'Conjunction', 'Disjunction', 'QuantifiedExpression'].includes(
    partAt(node, 2).name,
  );
  return (scope) => {
    const value = target(scope);
    if (value === null) return null;
    const list = asList(value);
    const place = isCondition ? null : filter({ ...scope, run: apart(scope.run) });
    if (typeof place === 'number') return list.at(place > 0 ? place - 1 : place === 0 ? list.length : place) ?? null;
    return filtered(list, (element) => filter(insideElement(scope, element, list)), scope.run);
  };
}

/** The elements of which a condition is true; null when it is neither true, false nor null for one of them. */
export function filtered(
  list: readonly FeelValue[],
  condition: (element: FeelValue) => FeelValue,
  run: Run,
): FeelValue {
  const found: FeelValue[] = [];
  spend(run, list.length);
  for (const element of list) {
    const value = condition(element);
    if (value === true) found.push(element);
    if (value !== null && typeof value !== 'boolean') {
      return fail(run, feelFailure('filter-type', { found: typeOf(value) }));
    }
  }
  return found;
}
