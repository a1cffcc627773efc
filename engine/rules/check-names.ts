import { parseExpression, parseUnaryTests } from 'feelin';
import type { Mistake } from '../findings/finding.ts';
import type { Cell } from '../findings/rules.ts';
import type { Decision, DecisionTable, Expression } from './decision.ts';
import { builtins } from './feel/builtins/index.ts';
import type { Names } from './feel/cache.ts';
import { quoted } from './feel/quoted.ts';
import { namesMade } from './feel/slips.ts';
import { textAt } from './feel/tree.ts';
import type { Node } from './feel/tree.ts';
import { normalName } from './feel/value.ts';
import { partsOf } from './names.ts';

/** Something a decision can require: its name, and the id by which it is also known. */
interface Requirable {
  readonly name: string;
  readonly id?: string;
}

/** What a model offers to a decision. */
export interface Offered {
  /** What the decision requires of its own file. */
  readonly required: readonly Requirable[];
  /** Whether the file declares its input data; else any name may be a variable of the dossier. */
  readonly declaresInputs: boolean;
  /** Knowledge models and services of the file. */
  readonly functions: readonly string[];
}

/** A name that a decision requires and does not use, or uses and does not require. */
type NameMistake = Mistake<'dmn.requirement-unused' | 'dmn.requirement-missing'>;

/** How the requirements of a decision and the names in its expressions fit (DMN 1.5, 6.3.7 and 7.3.1). */
export function mistakesOfNames({ logic, names }: Decision, offered: Offered): readonly NameMistake[] {
  if (logic.type === 'service') return [];
  const seen = textsOf(logic).map((text) => ({ ...text, ...namesIn(text, names) }));
  const used = new Set(seen.flatMap((text) => text.used));
  const idle = offered.required.filter(
    ({ name, id }) => ![name, id ?? name].some((each) => used.has(normalName(each))),
  );
  const known = new Set([...Object.keys(names), ...offered.required.flatMap(({ id }) => id ?? [])].map(normalName));
  const functions = new Set(offered.functions.map(normalName));
  const missing = seen.flatMap(({ free, cell }) =>
    free
      .filter((name) => !known.has(name) && (offered.declaresInputs || functions.has(name)))
      .map((name) => ({ name, cell })),
  );
  return [
    ...idle.map(({ name }) => unused(name)),
    ...missing
      .filter(({ name }, index) => missing.findIndex((other) => other.name === name) === index)
      .map(notRequired),
  ];
}

function unused(name: string): NameMistake {
  return { rule: 'dmn.requirement-unused', params: { name: quoted(name) } };
}

function notRequired({ name, cell }: { readonly name: string; readonly cell: Cell | undefined }): NameMistake {
  return { rule: 'dmn.requirement-missing', params: { name: quoted(name), ...(cell !== undefined && { cell }) } };
}

interface Text {
  readonly text: string;
  readonly isTests: boolean;
  /** Where it stands in a table. */
  readonly cell?: Cell;
}

function textsOf(expression: Expression): readonly Text[] {
  if (expression.type === 'literal') return [{ text: expression.expression, isTests: false }];
  return expression.type === 'table' ? textsOfTable(expression) : partsOf(expression).flatMap(textsOf);
}

function textsOfTable({ inputs, outputs, rules }: DecisionTable): readonly Text[] {
  const inColumn = (label: string | undefined) => ({ column: quoted(label ?? '') });
  const titles = outputs.map(({ label, name }) => label ?? name);
  return [
    ...inputs.map(({ expression, label }) => ({ text: expression, isTests: false, cell: inColumn(label) })),
    ...inputs.map(({ allowed, label }) => ({ text: allowed ?? '-', isTests: true, cell: inColumn(label) })),
    ...outputs.map(({ defaultEntry }, index) => {
      return { text: defaultEntry ?? 'null', isTests: false, cell: inColumn(titles[index]) };
    }),
    ...rules.flatMap(({ tests, entries }, rule) => [
      ...tests.map((text, index) => {
        return { text, isTests: true, cell: { row: rule + 1, ...inColumn(inputs[index]?.label) } };
      }),
      ...entries.map((text, index) => {
        return { text, isTests: false, cell: { row: rule + 1, ...inColumn(titles[index]) } };
      }),
    ]),
  ];
}

interface NamesIn {
  readonly used: readonly string[];
  /** Of these, what neither the expression gives nor an element that is filtered may have. */
  readonly free: readonly string[];
}

// Most cells name nothing, and parsing is the dear part.
function namesIn({ text, isTests }: Text, names: Names): NamesIn {
  if (!/\p{L}/u.test(text.replace(/"(?:[^"\\]|\\.)*"/g, ''))) return { used: [], free: [] };
  const root = (isTests ? parseUnaryTests : parseExpression)(text, { ...names }, undefined).topNode;
  const made = namesMade(root, text);
  const used: string[] = [];
  const free: string[] = [];
  root.cursor().iterate(({ node, name: type }) => {
    if (type === 'Type') return false;
    if (type !== 'VariableName') return true;
    const name = normalName(textAt(node, { text }));
    used.push(name);
    if (!made.has(name) && !builtins.has(name) && !given.has(name) && !isInFilter(node)) free.push(name);
    return true;
  });
  return { used, free };
}

const given = new Set(['item', 'partial', '?']);

function isInFilter(node: Node): boolean {
  for (let at: Node = node; at.parent !== null; at = at.parent) {
    const isTarget = at.prevSibling === null;
    if (at.parent.name === 'FilterExpression' && !isTarget) return true;
  }
  return false;
}
