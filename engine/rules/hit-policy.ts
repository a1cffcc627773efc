import { evaluate } from 'feelin';
import { DecisionProblem } from './decision-problem.ts';
import type { Aggregation, DecisionTable } from './decision.ts';

/** A rule that matched: its 1-based number, and a value for each output column. */
export interface Hit {
  readonly rule: number;
  readonly outputs: readonly unknown[];
}

/**
 * Makes one value of the rules that matched, at least one (DMN 1.3, 8.2.10).
 * @throws DecisionProblem `decision.several-hits` (UNIQUE), `decision.different-hits` (ANY), `decision.wrong-type`
 */
export function applyHitPolicy(id: string, table: DecisionTable, hits: readonly Hit[]): unknown {
  const [first] = hits;
  if (first === undefined) return null;
  switch (table.hitPolicy) {
    case 'UNIQUE':
      if (hits.length > 1) throw severalHits(id, hits);
      return valueOf(table, first);
    case 'FIRST':
      return valueOf(table, first);
    case 'ANY':
      return theSame(id, table, hits);
    case 'PRIORITY':
      return valueOf(table, byPriority(table, hits)[0] ?? first);
    case 'RULE ORDER':
      return hits.map((hit) => valueOf(table, hit));
    case 'OUTPUT ORDER':
      return byPriority(table, hits).map((hit) => valueOf(table, hit));
    case 'COLLECT': {
      const values = hits.map((hit) => valueOf(table, hit));
      return table.aggregation === undefined ? values : aggregate(id, table.aggregation, values);
    }
  }
}

function valueOf({ outputs }: DecisionTable, hit: Hit): unknown {
  if (outputs.length === 1) return hit.outputs[0];
  return Object.fromEntries(outputs.map(({ name }, index) => [name, hit.outputs[index]]));
}

function severalHits(id: string, hits: readonly Hit[]): DecisionProblem {
  const rules = hits.map(({ rule }) => rule).join(', ');
  const message = `Nella decisione ${id} valgono insieme le regole ${rules}: con UNIQUE ne è ammessa una sola.`;
  return new DecisionProblem('decision.several-hits', message, { decisionId: id });
}

function theSame(id: string, table: DecisionTable, hits: readonly Hit[]): unknown {
  const values = hits.map((hit) => valueOf(table, hit));
  if (values.every((value) => feelEqual(value, values[0]))) return values[0];
  const message = `Nella decisione ${id} le regole che valgono danno risultati diversi: con ANY devono coincidere.`;
  throw new DecisionProblem('decision.different-hits', message, { decisionId: id });
}

// Columns count from left to right, values by their place in the list of output values; unlisted ones come last.
function byPriority({ outputs }: DecisionTable, hits: readonly Hit[]): readonly Hit[] {
  const ranks = outputs.map(({ priorities }) => priorities.map((text) => evaluate(text).value));
  const rankOf = (hit: Hit, column: number) => {
    const rank = ranks[column]?.findIndex((value) => feelEqual(value, hit.outputs[column])) ?? -1;
    return rank < 0 ? Number.MAX_SAFE_INTEGER : rank;
  };
  return [...hits].sort((one, other) => {
    const column = outputs.findIndex((_, index) => rankOf(one, index) !== rankOf(other, index));
    return column < 0 ? one.rule - other.rule : rankOf(one, column) - rankOf(other, column);
  });
}

function feelEqual(one: unknown, other: unknown): boolean {
  return evaluate('one = other', { one, other }).value === true;
}

function aggregate(id: string, aggregation: Aggregation, values: readonly unknown[]): unknown {
  if (aggregation === 'COUNT') return values.length;
  const { value } = evaluate(`${aggregation.toLowerCase()}(values)`, { values });
  if (value !== null && value !== undefined) return value;
  const message = `La decisione ${id} non può applicare ${aggregation} ai valori trovati: servono numeri.`;
  throw new DecisionProblem('decision.wrong-type', message, { decisionId: id });
}
