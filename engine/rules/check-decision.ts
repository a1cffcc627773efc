import type { Decision, DecisionTable, Expression } from './decision.ts';
import { parseFeel, parseUnary } from './feel.ts';
import type { FeelSyntaxError } from './feel.ts';
import type { Names } from './feel/cache.ts';
import { partsOf } from './names.ts';

/** What is wrong with the expressions and tables of a decision, as Italian sentences. */
export function mistakesIn({ logic, names }: Decision): readonly string[] {
  return logic.type === 'service' ? [] : mistakesOf(logic, names);
}

function mistakesOf(expression: Expression, names: Names): readonly string[] {
  if (expression.type === 'literal') return sentences(parseFeel(expression.expression, names));
  if (expression.type === 'table') return [...mistakesOfTable(expression, names), ...shapeMistakes(expression)];
  return partsOf(expression).flatMap((part) => mistakesOf(part, names));
}

function mistakesOfTable(table: DecisionTable, names: Names): readonly string[] {
  const tests = [...table.rules.flatMap((rule) => rule.tests), ...table.inputs.map(({ allowed }) => allowed ?? '-')];
  const entries = table.rules.flatMap((rule) => rule.entries).filter((entry) => entry !== '');
  const defaults = table.outputs.flatMap(({ defaultEntry }) => defaultEntry ?? []);
  const expressions = [...table.inputs.map((input) => input.expression), ...entries, ...defaults];
  return sentences([
    ...tests.flatMap((test) => parseUnary(test, names)),
    ...expressions.flatMap((each) => parseFeel(each, names)),
  ]);
}

function shapeMistakes({ rules, inputs, outputs }: DecisionTable): readonly string[] {
  return rules.flatMap(({ tests, entries }, index) => {
    if (tests.length === inputs.length && entries.length === outputs.length) return [];
    return [`la regola ${index + 1} non ha una cella per ogni colonna.`];
  });
}

function sentences(errors: readonly FeelSyntaxError[]): readonly string[] {
  return errors.map(({ message }) => message);
}
