import type { Mistake } from '../findings/finding.ts';
import type { Example as ToldExample } from '../findings/rules.ts';
import { gapIn, overlapsIn } from './columns/search.ts';
import type { Example, Overlap } from './columns/search.ts';
import { constantOf, isWildcard } from './columns/cell.ts';
import { columnOf } from './columns/column.ts';
import type { Column } from './columns/column.ts';
import { areApart, sourcesIn } from './columns/origins.ts';
import type { SourceOf } from './columns/origins.ts';
import type { Decision, DecisionRule, Decisions, DecisionTable, Expression } from './decision.ts';
import { equals } from './feel/compare.ts';
import { quoted } from './feel/quoted.ts';
import { textOfValue } from './feel/text.ts';
import type { FeelValue } from './feel/value.ts';
import { partsOf } from './names.ts';

/** What a table leaves open, or decides twice. */
type CoverageMistake = Mistake<'dmn.gap' | 'dmn.overlap'>;

/**
 * Values for which no rule of a decision's tables holds, and rules that hold together where one may (DMN 1.5, 8.2.8 and
 * 8.2.11). It looks at columns whose cells compare with literals and whose values do not depend on each other; whatever
 * cell cannot be seen through is taken for one that raises no question.
 */
export function mistakesOfCoverage(decision: Decision, decisions: Decisions): readonly CoverageMistake[] {
  if (decision.logic.type === 'service') return [];
  return tablesIn(decision.logic).flatMap(({ table, made }) => mistakesOf(table, sourcesIn(decision, decisions, made)));
}

interface PlacedTable {
  readonly table: DecisionTable;
  /** Names that contexts and iterations around it give. */
  readonly made: readonly string[];
}

function tablesIn(expression: Expression, made: readonly string[] = []): readonly PlacedTable[] {
  if (expression.type === 'table') return [{ table: expression, made }];
  return partsOf(expression).flatMap((part) => tablesIn(part, [...made, ...namesGivenBy(expression)]));
}

function namesGivenBy(expression: Expression): readonly string[] {
  if (expression.type === 'context') return expression.entries.flatMap(({ variable }) => variable?.name ?? []);
  return 'variable' in expression ? [expression.variable] : [];
}

function mistakesOf(table: DecisionTable, sourceOf: SourceOf): readonly CoverageMistake[] {
  const columns = columnsOf(table, sourceOf);
  return [...gaps(table, columns), ...overlaps(table, columns)];
}

function columnsOf(table: DecisionTable, sourceOf: SourceOf): readonly Column[] {
  const used = table.inputs
    .map(({ expression }, index) => ({ index, source: sourceOf(expression) }))
    .filter(({ index }) => table.rules.some(({ tests }) => !isWildcard(tests[index] ?? '-')));
  return used.flatMap(({ index, source }) => {
    const input = table.inputs[index];
    const isAlone = used.every((other) => other.index === index || areApart(source, other.source));
    if (input === undefined || !isAlone) return [];
    return columnOf(input, table.rules, { index, origin: source.origin }) ?? [];
  });
}

function gaps(table: DecisionTable, columns: readonly Column[]): readonly CoverageMistake[] {
  const { hitPolicy, outputs, rules } = table;
  const isList = ['COLLECT', 'RULE ORDER', 'OUTPUT ORDER'].includes(hitPolicy);
  if (isList || columns.length === 0 || outputs.some(({ defaultEntry }) => defaultEntry !== undefined)) return [];
  const example = gapIn(columns, rules.length);
  return example === undefined ? [] : [{ rule: 'dmn.gap', params: { example: told(example) } }];
}

const greatestOverlaps = 5;

function overlaps(table: DecisionTable, columns: readonly Column[]): readonly CoverageMistake[] {
  const { hitPolicy } = table;
  if (hitPolicy !== 'UNIQUE' && hitPolicy !== 'ANY') return [];
  const alike = sameConditions(table);
  const seen = new Set(alike.map(({ rules }) => rules.join()));
  const found = overlapsIn(columns, seenThrough(table, columns)).filter(({ rules }) => !seen.has(rules.join()));
  return [...alike, ...found].flatMap((overlap) => mistakeOf(overlap, table)).slice(0, greatestOverlaps);
}

// Rules that every other column lets pass.
function seenThrough({ rules, inputs }: DecisionTable, columns: readonly Column[]): readonly number[] {
  const others = [...inputs.keys()].filter((index) => columns.every((column) => column.index !== index));
  return [...rules.keys()].filter((rule) => others.every((index) => isWildcard(rules[rule]?.tests[index] ?? '-')));
}

// Two rules with the same conditions always hold together, whatever these are.
function sameConditions({ rules, inputs }: DecisionTable): readonly Overlap[] {
  const first = new Map<string, number>();
  return rules.flatMap((rule, index) => {
    const key = keyOf(rule);
    const earlier = first.get(key);
    if (earlier === undefined) first.set(key, index + 1);
    return earlier === undefined || inputs.length === 0 ? [] : [{ rules: [earlier, index + 1], example: new Map() }];
  });
}

function mistakeOf({ rules, example }: Overlap, table: DecisionTable): readonly CoverageMistake[] {
  const params = { rows: rules, isAlike: areAlike(table, rules), example: told(example) };
  if (table.hitPolicy === 'UNIQUE') return [{ rule: 'dmn.overlap', params }];
  return differingColumn(table, rules).map((differing) => ({ rule: 'dmn.overlap', params: { ...params, differing } }));
}

// Results are compared when both are literals; of others it shows when they are known.
function differingColumn(table: DecisionTable, [one, other]: readonly [number, number]) {
  const entry = (rule: number, column: number) => constantOf(table.rules[rule - 1]?.entries[column] ?? '');
  const column = table.outputs.findIndex((_, index) => {
    const [first, second] = [entry(one, index), entry(other, index)];
    return first !== undefined && second !== undefined && equals(first, second) !== true;
  });
  const output = table.outputs[column];
  if (output === undefined) return [];
  const given = (rule: number) => shown(entry(rule, column) ?? null);
  return [{ column: quoted(output.label ?? output.name), values: [given(one), given(other)] as const }];
}

function areAlike({ rules }: DecisionTable, [one, other]: readonly [number, number]): boolean {
  return keyOf(rules[one - 1]) === keyOf(rules[other - 1]);
}

function keyOf(rule: DecisionRule | undefined): string {
  return JSON.stringify(rule?.tests.map((test) => test.trim()));
}

function told(example: Example): ToldExample {
  return [...example].map(([{ label }, value]) => ({ column: quoted(label), value: shown(value) }));
}

function shown(value: FeelValue): string {
  return quoted(textOfValue([value]).slice(1, -1));
}
