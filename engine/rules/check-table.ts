import type { Mistake } from '../findings/finding.ts';
import type { Cell } from '../findings/rules.ts';
import type { DecisionOutput, DecisionRule, DecisionTable } from './decision.ts';
import { parseFeel, parseUnary } from './feel.ts';
import type { FeelSyntaxError } from './feel.ts';
import type { Names } from './feel/cache.ts';
import { quoted } from './feel/quoted.ts';

/** What can be wrong with a decision table. */
export type TableMistake = Mistake<
  'feel.syntax' | 'dmn.cells-missing' | 'dmn.value-not-allowed' | 'dmn.priorities-missing'
>;

/** What is wrong with a decision table; each names the rule and the column. */
export function checkTable(table: DecisionTable, names: Names): readonly TableMistake[] {
  return [
    ...mistakesOfColumns(table, names),
    ...table.rules.flatMap((rule, index) => mistakesOfRule(rule, { table, names, number: index + 1 })),
    ...withoutPriorities(table),
  ];
}

function mistakesOfColumns({ inputs, outputs }: DecisionTable, names: Names): readonly TableMistake[] {
  return [
    ...inputs.flatMap(({ label, expression, allowed }) =>
      [...parseFeel(expression, names), ...parseUnary(allowed ?? '-', names)].map(at({ column: quoted(label) })),
    ),
    ...outputs.flatMap((output) =>
      (output.defaultEntry === undefined ? [] : parseFeel(output.defaultEntry, names)).map(
        at({ column: titleOf(output), isDefault: true }),
      ),
    ),
  ];
}

interface Within {
  readonly table: DecisionTable;
  readonly names: Names;
  /** Of the rule, from 1. */
  readonly number: number;
}

function mistakesOfRule({ tests, entries }: DecisionRule, { table, names, number }: Within): readonly TableMistake[] {
  const { inputs, outputs } = table;
  if (tests.length !== inputs.length || entries.length !== outputs.length) {
    return [{ rule: 'dmn.cells-missing', params: { row: number } }];
  }
  const cell = (column: string) => at({ row: number, column });
  return [
    ...tests.flatMap((test, index) => parseUnary(test, names).map(cell(quoted(inputs[index]?.label ?? '')))),
    ...entries.flatMap((entry, index) => {
      const output = outputs[index];
      if (output === undefined || entry === '') return [];
      const wrong = parseFeel(entry, names).map(cell(titleOf(output)));
      return wrong.length > 0 || isAllowed(entry, output) ? wrong : [notAllowed(entry, output, number)];
    }),
  ];
}

/** A mistake in an expression of a decision, in a cell of its table where there is one. */
export const misread = ({ fault }: FeelSyntaxError, cell?: Cell): Mistake<'feel.syntax'> => ({
  rule: 'feel.syntax',
  params: { fault, in: { type: 'decision', ...(cell !== undefined && { cell }) } },
});

const at = (cell: Cell) => (error: FeelSyntaxError) => misread(error, cell);

const titleOf = ({ label, name }: DecisionOutput): string => quoted(label ?? name);

// Only texts are compared as they are written; whether any other value is allowed shows when it is known.
const isText = (literal: string): boolean => /^"(?:[^"\\]|\\.)*"$/.test(literal.trim());

function isAllowed(entry: string, { priorities }: DecisionOutput): boolean {
  if (!isText(entry) || priorities.length === 0 || !priorities.every(isText)) return true;
  return priorities.includes(entry.trim());
}

function notAllowed(entry: string, output: DecisionOutput, row: number): TableMistake {
  const params = { value: quoted(entry), allowed: quoted(output.priorities.join(', ')) };
  return { rule: 'dmn.value-not-allowed', params: { cell: { row, column: titleOf(output) }, ...params } };
}

function withoutPriorities({ hitPolicy, outputs }: DecisionTable): readonly TableMistake[] {
  if (hitPolicy !== 'PRIORITY' && hitPolicy !== 'OUTPUT ORDER') return [];
  if (outputs.some(({ priorities }) => priorities.length > 0)) return [];
  return [{ rule: 'dmn.priorities-missing', params: { hitPolicy } }];
}
