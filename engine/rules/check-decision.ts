import { checkTable, misread } from './check-table.ts';
import type { TableMistake } from './check-table.ts';
import type { Decision, Expression } from './decision.ts';
import { parseFeel } from './feel.ts';
import type { Names } from './feel/cache.ts';
import { partsOf } from './names.ts';

/** What is wrong with the expressions and tables of a decision, with the rule and column of a table. */
export function mistakesIn({ logic, names }: Decision): readonly TableMistake[] {
  return logic.type === 'service' ? [] : mistakesOf(logic, names);
}

function mistakesOf(expression: Expression, names: Names): readonly TableMistake[] {
  if (expression.type === 'literal') return parseFeel(expression.expression, names).map((error) => misread(error));
  if (expression.type === 'table') return checkTable(expression, names);
  return partsOf(expression).flatMap((part) => mistakesOf(part, names));
}
