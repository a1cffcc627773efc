import { DmnModdle } from 'dmn-moddle';
import type { Finding } from '../kernel/types.ts';
import type { Aggregation, Decision, DecisionInput, DecisionOutput, DecisionTable, HitPolicy } from './decision.ts';
import type { Decisions, TypedName } from './decision.ts';
import { parseFeel, parseUnary } from './feel.ts';
import { elementOf, elementsOf, idOf, isElement, readXmlComplaint, textOf } from './moddle.ts';
import type { ModdleElement } from './moddle.ts';

/** The decisions of a DMN file that can be evaluated, and what is wrong with the file. */
export interface ReadDecisions {
  readonly decisions: Decisions;
  readonly findings: readonly Finding[];
}

/**
 * Reads a DMN file (1.1 to 1.5). Decision tables and literal expressions can be evaluated; a decision of another kind, or with
 * an expression that is not FEEL, is left out with a finding.
 */
export async function readDecisions(xml: string, file: string): Promise<ReadDecisions> {
  const root = await parse(xml);
  if (!isElement(root)) {
    const { reason, line } = readXmlComplaint(root);
    const place = line === undefined ? '' : ` alla riga ${line}`;
    const message = `Il file ${file} non è leggibile come DMN${place}: ${reason}.`;
    return { decisions: {}, findings: [{ rule: 'dmn.parse', level: 'error', file, message }] };
  }
  const elements = elementsOf(root, 'drgElement').filter(({ $type }) => $type === 'dmn:Decision');
  const readings = elements.map((element) => readDecision(element, { root, file }));
  const decisions = readings.flatMap(({ decision }) => (decision ? [[decision.id, decision] as const] : []));
  return { decisions: Object.fromEntries(decisions), findings: readings.flatMap(({ findings }) => findings) };
}

// DMN 1.1 to 1.5 differ in nothing that is read here but their namespace; the library knows that of 1.3.
const modelNamespace = /https?:\/\/www\.omg\.org\/spec\/DMN\/\d{8}\/(?:MODEL\/|dmn\.xsd)/g;
const modelNamespace13 = 'https://www.omg.org/spec/DMN/20191111/MODEL/';

async function parse(xml: string): Promise<unknown> {
  try {
    return (await new DmnModdle().fromXML(xml.replace(modelNamespace, modelNamespace13))).rootElement;
  } catch (error) {
    return error;
  }
}

interface DmnFile {
  readonly root: ModdleElement;
  readonly file: string;
}

interface DecisionReading {
  readonly decision?: Decision;
  readonly findings: readonly Finding[];
}

function readDecision(element: ModdleElement, { root, file }: DmnFile): DecisionReading {
  const id = idOf(element);
  const fail = (rule: string, message: string): Finding => ({ rule, level: 'error', elementId: id, file, message });
  const name = textOf(element, 'name') ?? id;
  const logic = readLogic(element);
  if (logic === undefined) {
    const message = `La decisione ${id} non è né una tabella né un’espressione: non è ancora eseguibile.`;
    return { findings: [fail('dmn.not-executable', message)] };
  }
  const required = requirementsOf(element, root);
  const decision: Decision = {
    id,
    name,
    file,
    variable: readTypedName(elementOf(element, 'variable')) ?? { name },
    requires: required.filter(({ $type }) => $type === 'dmn:Decision').map(idOf),
    inputData: required.flatMap((each) => (each.$type === 'dmn:InputData' ? [inputDataOf(each)] : [])),
    logic,
  };
  const findings = [...mistakesOf(decision, namesSeenBy(decision, required)), ...shapeMistakes(decision)].map((text) =>
    fail('feel.syntax', `Decisione ${id}: ${text}`),
  );
  return findings.length > 0 ? { findings } : { decision, findings };
}

function readLogic(element: ModdleElement): Decision['logic'] | undefined {
  const logic = elementOf(element, 'decisionLogic');
  if (logic?.$type === 'dmn:DecisionTable') return readTable(logic);
  const expression = logic?.$type === 'dmn:LiteralExpression' ? textOf(logic, 'text') : undefined;
  return expression === undefined ? undefined : { type: 'literal', expression };
}

const hitPolicies: readonly HitPolicy[] = [
  'UNIQUE',
  'FIRST',
  'ANY',
  'PRIORITY',
  'RULE ORDER',
  'OUTPUT ORDER',
  'COLLECT',
];
const aggregations: readonly Aggregation[] = ['SUM', 'MIN', 'MAX', 'COUNT'];

function readTable(table: ModdleElement): DecisionTable | undefined {
  const hitPolicy = hitPolicies.find((policy) => policy === (textOf(table, 'hitPolicy') ?? 'UNIQUE'));
  const aggregation = aggregations.find((each) => each === textOf(table, 'aggregation'));
  if (hitPolicy === undefined) return undefined;
  return {
    type: 'table',
    hitPolicy,
    ...(aggregation !== undefined && { aggregation }),
    inputs: elementsOf(table, 'input').map(readInput),
    outputs: elementsOf(table, 'output').map(readOutput),
    rules: elementsOf(table, 'rule').map((rule) => ({
      tests: elementsOf(rule, 'inputEntry').map((entry) => textOf(entry, 'text') ?? '-'),
      entries: elementsOf(rule, 'outputEntry').map((entry) => textOf(entry, 'text') ?? ''),
    })),
  };
}

function readInput(input: ModdleElement): DecisionInput {
  const inputExpression = elementOf(input, 'inputExpression');
  const expression = textOf(inputExpression, 'text') ?? '';
  const typeRef = textOf(inputExpression, 'typeRef');
  const allowed = textOf(elementOf(input, 'inputValues'), 'text');
  return {
    label: textOf(input, 'label') ?? expression,
    expression,
    ...(typeRef !== undefined && { typeRef }),
    ...(allowed !== undefined && { allowed }),
  };
}

function readOutput(output: ModdleElement): DecisionOutput {
  const typeRef = textOf(output, 'typeRef');
  const defaultEntry = textOf(elementOf(output, 'defaultOutputEntry'), 'text');
  return {
    name: textOf(output, 'name') ?? textOf(output, 'label') ?? '',
    ...(typeRef !== undefined && { typeRef }),
    ...(defaultEntry !== undefined && { defaultEntry }),
    priorities: splitTests(textOf(elementOf(output, 'outputValues'), 'text') ?? ''),
  };
}

// Commas between quotation marks belong to the text.
function splitTests(list: string): readonly string[] {
  return (list.match(/(?:"(?:[^"\\]|\\.)*"|[^,"])+/g) ?? []).map((part) => part.trim()).filter((part) => part !== '');
}

function readTypedName(variable: ModdleElement | undefined): TypedName | undefined {
  const name = textOf(variable, 'name');
  if (name === undefined) return undefined;
  const typeRef = textOf(variable, 'typeRef');
  return typeRef === undefined ? { name } : { name, typeRef };
}

function inputDataOf(element: ModdleElement): TypedName {
  return readTypedName(elementOf(element, 'variable')) ?? { name: textOf(element, 'name') ?? idOf(element) };
}

function requirementsOf(element: ModdleElement, root: ModdleElement): readonly ModdleElement[] {
  const hrefs = elementsOf(element, 'informationRequirement').flatMap((requirement) => {
    const target = elementOf(requirement, 'requiredDecision') ?? elementOf(requirement, 'requiredInput');
    return textOf(target, 'href') ?? [];
  });
  const ids = new Set(hrefs.map((href) => href.replace(/^.*#/, '')));
  return elementsOf(root, 'drgElement').filter((candidate) => ids.has(idOf(candidate)));
}

// The values do not matter for parsing, only which names with spaces are one name.
function namesSeenBy(decision: Decision, required: readonly ModdleElement[]): Readonly<Record<string, null>> {
  const names = [...decision.inputData.map(({ name }) => name), ...required.map((each) => textOf(each, 'name') ?? '')];
  const columns = decision.logic.type === 'table' ? decision.logic.inputs.map(({ expression }) => expression) : [];
  return Object.fromEntries([...names, ...columns].filter((name) => name !== '').map((name) => [name, null]));
}

function mistakesOf({ logic }: Decision, names: Readonly<Record<string, null>>): readonly string[] {
  if (logic.type === 'literal') return parseFeel(logic.expression, names).map(({ message }) => message);
  const tests = [...logic.rules.flatMap((rule) => rule.tests), ...logic.inputs.map(({ allowed }) => allowed ?? '-')];
  const entries = logic.rules.flatMap((rule) => rule.entries).filter((entry) => entry !== '');
  const expressions = [...logic.inputs.map(({ expression }) => expression), ...entries];
  return [
    ...tests.flatMap((test) => parseUnary(test, names)),
    ...expressions.flatMap((expression) => parseFeel(expression, names)),
  ].map(({ message }) => message);
}

function shapeMistakes({ logic }: Decision): readonly string[] {
  if (logic.type === 'literal') return [];
  return logic.rules.flatMap(({ tests, entries }, index) => {
    if (tests.length === logic.inputs.length && entries.length === logic.outputs.length) return [];
    return [`la regola ${index + 1} non ha una cella per ogni colonna.`];
  });
}
