import { DecisionProblem } from './decision-problem.ts';
import type { DecisionInput, DecisionOutput, DecisionRule, DecisionTable } from './decision.ts';
import { textOfValue } from './feel/text.ts';
import type { FeelValue } from './feel/value.ts';
import { applyHitPolicy } from './hit-policy.ts';
import type { Hit } from './hit-policy.ts';
import { toFeelType } from './json.ts';
import { evaluateText, passesCell, refuse, typed } from './place.ts';
import type { TablePlace } from './place.ts';

/** The value of a table with the inputs it saw and the 1-based numbers of the rules that matched. */
export interface TableOutcome {
  readonly value: FeelValue;
  readonly inputs: Readonly<Record<string, FeelValue>>;
  readonly rules: readonly number[];
}

/**
 * Evaluates a decision table (DMN 1.5, 8.3).
 * @throws DecisionProblem
 */
export function evaluateTable(table: DecisionTable, at: TablePlace): TableOutcome {
  const values = table.inputs.map((input) => evaluateInput(input, at));
  const hits: Hit[] = table.rules.flatMap((rule, index) => {
    if (!rule.tests.every((tests, column) => passes(tests, values[column] ?? null, at))) return [];
    return [{ rule: index + 1, outputs: evaluateOutputs(rule, table, at) }];
  });
  const inputs = Object.fromEntries(table.inputs.map(({ label }, index) => [label, values[index] ?? null]));
  const rules = hits.map(({ rule }) => rule);
  const value = hits.length > 0 ? applyHitPolicy(table, hits, at) : withoutHits(table, at);
  return { value, inputs, rules };
}

function evaluateInput({ expression, label, type, allowed }: DecisionInput, at: TablePlace): FeelValue {
  const { scope, place } = at;
  const raw = evaluateText(expression, scope, place);
  const read = type === undefined ? raw : toFeelType(raw, type);
  const value = typed(read, type, { of: { type: 'input', name: label }, place });
  if (allowed === undefined || value === null || passes(allowed, value, at)) return value;
  const params = { decisionId: place.decisionId, input: label, value: textOfValue(value), allowed };
  return refuse(place, new DecisionProblem({ code: 'decision.value-not-allowed', params }));
}

function passes(tests: string, value: FeelValue, at: TablePlace): boolean {
  return tests === '-' || passesCell(tests, value, at);
}

function evaluateOutputs(rule: DecisionRule, table: DecisionTable, at: TablePlace): readonly FeelValue[] {
  return table.outputs.map((output, index) => evaluateEntry(rule.entries[index] ?? '', output, at));
}

function evaluateEntry(entry: string, { name, type }: DecisionOutput, { scope, place }: TablePlace): FeelValue {
  if (entry === '') return null;
  const raw = evaluateText(entry, scope, place);
  const read = type === undefined ? raw : toFeelType(raw, type);
  return typed(read, type, { of: { type: 'output', name }, place });
}

// DMN 1.5, 8.2.11: the default output entries; without them null.
function withoutHits(table: DecisionTable, at: TablePlace): FeelValue {
  if (table.outputs.every(({ defaultEntry }) => defaultEntry === undefined)) return null;
  const outputs = table.outputs.map((output) => evaluateEntry(output.defaultEntry ?? '', output, at));
  return applyHitPolicy({ ...table, hitPolicy: 'FIRST' }, [{ rule: 0, outputs }], at);
}
