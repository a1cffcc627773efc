import { DecisionProblem } from './decision-problem.ts';
import type { Aggregation, DecisionTable } from './decision.ts';
import { calculate } from './feel/arithmetic.ts';
import { equals, order } from './feel/compare.ts';
import type { FeelValue } from './feel/value.ts';
import { evaluateText, refuse } from './place.ts';
import type { TablePlace } from './place.ts';

/** A rule that matched: its 1-based number, and a value for each output column. */
export interface Hit {
  readonly rule: number;
  readonly outputs: readonly FeelValue[];
}

/**
 * Makes one value of the rules that matched, at least one (DMN 1.5, 8.2.8).
 * @throws DecisionProblem `decision.several-hits` (UNIQUE), `decision.different-hits` (ANY), `decision.not-numbers`
 */
export function applyHitPolicy(table: DecisionTable, hits: readonly Hit[], at: TablePlace): FeelValue {
  const [first] = hits;
  if (first === undefined) return null;
  switch (table.hitPolicy) {
    case 'UNIQUE':
      return hits.length > 1 ? refuse(at.place, severalHits(at, hits)) : valueOf(table, first);
    case 'FIRST':
      return valueOf(table, first);
    case 'ANY':
      return theSame(table, hits, at);
    case 'PRIORITY':
      return valueOf(table, byPriority(table, hits, at)[0] ?? first);
    case 'RULE ORDER':
      return hits.map((hit) => valueOf(table, hit));
    case 'OUTPUT ORDER':
      return byPriority(table, hits, at).map((hit) => valueOf(table, hit));
    case 'COLLECT': {
      const values = hits.map((hit) => valueOf(table, hit));
      return table.aggregation === undefined ? values : aggregate(table.aggregation, values, at);
    }
  }
}

function valueOf({ outputs }: DecisionTable, hit: Hit): FeelValue {
  if (outputs.length === 1) return hit.outputs[0] ?? null;
  return Object.fromEntries(outputs.map(({ name }, index) => [name, hit.outputs[index] ?? null]));
}

function severalHits({ place }: TablePlace, hits: readonly Hit[]): DecisionProblem {
  const params = { decisionId: place.decisionId, rules: hits.map(({ rule }) => rule) };
  return new DecisionProblem({ code: 'decision.several-hits', params });
}

function theSame(table: DecisionTable, hits: readonly Hit[], { place }: TablePlace): FeelValue {
  const [first = null, ...others] = hits.map((hit) => valueOf(table, hit));
  if (others.every((value) => equals(value, first) === true)) return first;
  const params = { decisionId: place.decisionId };
  return refuse(place, new DecisionProblem({ code: 'decision.different-hits', params }));
}

// Columns count from left to right, values by their place in the list of output values; unlisted ones come last.
function byPriority({ outputs }: DecisionTable, hits: readonly Hit[], { scope, place }: TablePlace): readonly Hit[] {
  const ranks = outputs.map(({ priorities }) => priorities.map((text) => evaluateText(text, scope, place)));
  const rankOf = (hit: Hit, column: number) => {
    const rank = ranks[column]?.findIndex((value) => equals(value, hit.outputs[column] ?? null) === true) ?? -1;
    return rank < 0 ? Number.MAX_SAFE_INTEGER : rank;
  };
  return [...hits].sort((one, other) => {
    const column = outputs.findIndex((_, index) => rankOf(one, index) !== rankOf(other, index));
    return column < 0 ? one.rule - other.rule : rankOf(one, column) - rankOf(other, column);
  });
}

function aggregate(aggregation: Aggregation, values: readonly FeelValue[], { place }: TablePlace): FeelValue {
  if (aggregation === 'COUNT') return values.length;
  const [first = null, ...others] = values;
  const value = others.reduce<FeelValue | undefined>((one, other) => joined(aggregation, one, other), first);
  if (value !== undefined && order(value, value) !== null) return value;
  const params = { decisionId: place.decisionId, aggregation };
  return refuse(place, new DecisionProblem({ code: 'decision.not-numbers', params }));
}

function joined(aggregation: Aggregation, one: FeelValue | undefined, other: FeelValue): FeelValue | undefined {
  if (one === undefined) return undefined;
  if (aggregation === 'SUM') return calculate('+', one, other);
  const difference = order(one, other);
  if (difference === null) return undefined;
  return (aggregation === 'MIN' ? difference <= 0 : difference >= 0) ? one : other;
}
