import type { DecisionOutput, DecisionRule, DecisionTable } from './decision.ts';
import { parseFeel, parseUnary } from './feel.ts';
import type { FeelSyntaxError } from './feel.ts';
import type { Names } from './feel/cache.ts';
import { quoted } from './feel/quoted.ts';

/** What is wrong with a decision table, as Italian sentences that name the rule and the column. */
export function checkTable(table: DecisionTable, names: Names): readonly string[] {
  return [
    ...mistakesOfColumns(table, names),
    ...table.rules.flatMap((rule, index) => mistakesOfRule(rule, { table, names, number: index + 1 })),
    ...withoutPriorities(table),
  ];
}

function mistakesOfColumns({ inputs, outputs }: DecisionTable, names: Names): readonly string[] {
  return [
    ...inputs.flatMap(({ label, expression, allowed }) =>
      [...parseFeel(expression, names), ...parseUnary(allowed ?? '-', names)].map(at(`colonna «${quoted(label)}»`)),
    ),
    ...outputs.flatMap((output) =>
      (output.defaultEntry === undefined ? [] : parseFeel(output.defaultEntry, names)).map(
        at(`colonna «${titleOf(output)}», valore se nessuna regola vale`),
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

function mistakesOfRule({ tests, entries }: DecisionRule, { table, names, number }: Within): readonly string[] {
  const { inputs, outputs } = table;
  if (tests.length !== inputs.length || entries.length !== outputs.length) {
    return [`la regola ${number} non ha una cella per ogni colonna.`];
  }
  const cell = (column: string) => at(`regola ${number}, colonna «${column}»`);
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

const at =
  (place: string) =>
  ({ message }: FeelSyntaxError): string =>
    `${place}: ${message}`;

const titleOf = ({ label, name }: DecisionOutput): string => quoted(label ?? name);

// Only texts are compared as they are written; whether any other value is allowed shows when it is known.
const isText = (literal: string): boolean => /^"(?:[^"\\]|\\.)*"$/.test(literal.trim());

function isAllowed(entry: string, { priorities }: DecisionOutput): boolean {
  if (!isText(entry) || priorities.length === 0 || !priorities.every(isText)) return true;
  return priorities.includes(entry.trim());
}

function notAllowed(entry: string, output: DecisionOutput, number: number): string {
  return `regola ${number}, colonna «${titleOf(output)}»: ${quoted(entry)} non è tra i valori ammessi (${quoted(output.priorities.join(', '))}).`;
}

function withoutPriorities({ hitPolicy, outputs }: DecisionTable): readonly string[] {
  if (hitPolicy !== 'PRIORITY' && hitPolicy !== 'OUTPUT ORDER') return [];
  if (outputs.some(({ priorities }) => priorities.length > 0)) return [];
  return [`con ${hitPolicy} serve l’elenco dei valori di uscita, dal primo all’ultimo: nessuna colonna lo ha.`];
}
