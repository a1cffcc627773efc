import { DecisionProblem } from './decision-problem.ts';
import type { DecisionInput, DecisionOutput, DecisionRule, DecisionTable } from './decision.ts';
import { evaluateFeelValue, testFeel } from './feel.ts';
import type { FeelSurroundings } from './feel.ts';
import { isOfType, toFeelType } from './feel-values.ts';
import { applyHitPolicy } from './hit-policy.ts';
import type { Hit } from './hit-policy.ts';

/** The value of a table with the inputs it saw and the 1-based numbers of the rules that matched. */
export interface TableOutcome {
  readonly value: unknown;
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly rules: readonly number[];
}

/**
 * Evaluates a decision table (DMN 1.3, 8.3).
 * @throws DecisionProblem
 */
export function evaluateTable(id: string, table: DecisionTable, around: FeelSurroundings): TableOutcome {
  const values = table.inputs.map((input) => evaluateInput(id, input, around));
  const hits: Hit[] = table.rules.flatMap((rule, index) => {
    if (!matches(id, { rule, values }, around)) return [];
    return [{ rule: index + 1, outputs: evaluateOutputs(id, { rule, table }, around) }];
  });
  const inputs = Object.fromEntries(table.inputs.map(({ label }, index) => [label, values[index]]));
  const rules = hits.map(({ rule }) => rule);
  const value = hits.length > 0 ? applyHitPolicy(id, table, hits) : withoutHits(id, table, around);
  return { value, inputs, rules };
}

function evaluateInput(id: string, input: DecisionInput, around: FeelSurroundings): unknown {
  const value = toFeelType(valueOf(id, input.expression, around), input.typeRef);
  if (input.allowed === undefined || value === null || test(id, { tests: input.allowed, value }, around)) return value;
  const message = `La decisione ${id} non ammette ${String(value)} per «${input.label}»: ammette ${input.allowed}.`;
  throw new DecisionProblem('decision.value-not-allowed', message, { decisionId: id, expression: input.expression });
}

interface Row {
  readonly rule: DecisionRule;
  readonly values: readonly unknown[];
}

function matches(id: string, { rule, values }: Row, around: FeelSurroundings): boolean {
  return rule.tests.every((tests, index) => test(id, { tests, value: values[index] }, around));
}

function test(id: string, cell: { readonly tests: string; readonly value: unknown }, around: FeelSurroundings) {
  if (cell.tests === '-') return true;
  const outcome = testFeel(cell.tests, cell.value, around);
  if (!outcome.ok) throw DecisionProblem.ofFeel(id, cell.tests, outcome.message);
  return outcome.value;
}

interface Entries {
  readonly rule: DecisionRule;
  readonly table: DecisionTable;
}

function evaluateOutputs(id: string, { rule, table }: Entries, around: FeelSurroundings): readonly unknown[] {
  return table.outputs.map((output, index) => {
    const entry = rule.entries[index] ?? '';
    return entry === '' ? null : typed(id, output, valueOf(id, entry, around));
  });
}

function typed(id: string, { name, typeRef }: DecisionOutput, raw: unknown): unknown {
  const value = toFeelType(raw, typeRef);
  if (isOfType(value, typeRef)) return value;
  const message = `La decisione ${id} dà ${String(value)} per «${name}»: serve un valore di tipo ${typeRef}.`;
  throw new DecisionProblem('decision.wrong-type', message, { decisionId: id });
}

function valueOf(id: string, expression: string, { context, clock }: FeelSurroundings): unknown {
  const outcome = evaluateFeelValue(expression, context, clock);
  if (outcome.ok) return outcome.value;
  throw DecisionProblem.ofFeel(id, expression, outcome.message);
}

// DMN 1.3, 8.2.11: the default output entries; without them null.
function withoutHits(id: string, table: DecisionTable, around: FeelSurroundings): unknown {
  if (table.outputs.every(({ defaultEntry }) => defaultEntry === undefined)) return null;
  const outputs = table.outputs.map((output) =>
    output.defaultEntry === undefined ? null : typed(id, output, valueOf(id, output.defaultEntry, around)),
  );
  const first: DecisionTable = { ...table, hitPolicy: 'FIRST' };
  return applyHitPolicy(id, first, [{ rule: 0, outputs }]);
}
