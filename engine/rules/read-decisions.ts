import type { Finding } from '../kernel/types.ts';
import { mistakesIn } from './check-decision.ts';
import type { Decision, Decisions, Expression, ServiceLogic, TypedName } from './decision.ts';
import { parseDmn } from './dmn-moddle.ts';
import { elementOf, elementsOf, idOf, isElement, readXmlComplaint, textOf } from './moddle.ts';
import type { ModdleElement } from './moddle.ts';
import { namesInType, namesMadeIn, namesOfAll, resultTypeOf } from './names.ts';
import { readExpression } from './read-expression.ts';
import { readTypes } from './read-types.ts';
import type { TypeReader } from './read-types.ts';

/** The decisions of a DMN file that can be evaluated, and what is wrong with the file. */
export interface ReadDecisions {
  readonly decisions: Decisions;
  readonly findings: readonly Finding[];
}

/**
 * Reads a DMN file (1.1 to 1.5): its decisions, and under their ids also its business knowledge models and decision
 * services. What cannot be executed, or has an expression that is not FEEL, is left out with a finding.
 */
export async function readDecisions(xml: string, file: string): Promise<ReadDecisions> {
  const root = await parseDmn(xml);
  if (!isElement(root)) {
    const { reason, line } = readXmlComplaint(root);
    const place = line === undefined ? '' : ` alla riga ${line}`;
    const message = `Il file ${file} non è leggibile come DMN${place}: ${reason}.`;
    return { decisions: {}, findings: [{ rule: 'dmn.parse', level: 'error', file, message }] };
  }
  const namespace = textOf(root, 'namespace') ?? '';
  const dmn: DmnFile = { elements: elementsOf(root, 'drgElement'), types: readTypes(root), file, namespace };
  const readings = dmn.elements.filter(({ $type }) => $type in readers).map((element) => readDecision(element, dmn));
  const decisions = readings.flatMap(({ decision }) => (decision ? [[decision.id, decision] as const] : []));
  return { decisions: Object.fromEntries(decisions), findings: readings.flatMap(({ findings }) => findings) };
}

interface DmnFile {
  readonly elements: readonly ModdleElement[];
  readonly types: TypeReader;
  readonly file: string;
  /** The namespace of the file's own elements, which references may name. */
  readonly namespace: string;
}

interface DecisionReading {
  readonly decision?: Decision;
  readonly findings: readonly Finding[];
}

function readDecision(element: ModdleElement, dmn: DmnFile): DecisionReading {
  const id = idOf(element);
  const fail = (rule: string, message: string): Finding => {
    return { rule, level: 'error', elementId: id, file: dmn.file, message };
  };
  const decision = readers[element.$type]?.(element, dmn);
  if (decision === undefined) {
    const message = `L’elemento ${id} non ha una logica che si possa eseguire.`;
    return { findings: [fail('dmn.not-executable', message)] };
  }
  const outside = referencesOf(element).find((href) => !['', dmn.namespace].includes(href.replace(/#.*$/, '')));
  if (outside !== undefined) {
    return { findings: [fail('dmn.import', `Decisione ${id}: «${outside}» sta in un altro file.`)] };
  }
  const findings = mistakesIn(decision).map((text) => fail('feel.syntax', `Decisione ${id}: ${text}`));
  return findings.length > 0 ? { findings } : { decision, findings };
}

type Read = (element: ModdleElement, dmn: DmnFile) => Decision | undefined;

const readers: Readonly<Record<string, Read>> = {
  'dmn:Decision': (element, dmn) => {
    const logic = readExpression(elementOf(element, 'decisionLogic'), dmn.types);
    return logic && { ...headOf(element, dmn), role: 'decision', logic, names: namesFor(element, logic, dmn) };
  },
  'dmn:BusinessKnowledgeModel': (element, dmn) => {
    const logic = readExpression(elementOf(element, 'encapsulatedLogic'), dmn.types);
    return logic && { ...headOf(element, dmn), role: 'knowledge', logic, names: namesFor(element, logic, dmn) };
  },
  'dmn:DecisionService': (element, dmn) => {
    const logic = readService(element, dmn);
    return { ...headOf(element, dmn), role: 'service', requires: [], logic, names: {} };
  },
};

function headOf(element: ModdleElement, dmn: DmnFile) {
  const required = requiredBy(element, dmn);
  return {
    id: idOf(element),
    name: textOf(element, 'name') ?? idOf(element),
    file: dmn.file,
    variable: variableOf(element, dmn),
    requires: required.flatMap((each) => (each.$type in readers && each !== element ? [idOf(each)] : [])),
    inputData: required.flatMap((each) => (each.$type === 'dmn:InputData' ? [variableOf(each, dmn)] : [])),
  };
}

function readService(element: ModdleElement, dmn: DmnFile): ServiceLogic {
  const ids = (property: string) => elementsOf(element, property).map((each) => idBehind(textOf(each, 'href') ?? ''));
  const parameters = [...ids('inputData'), ...ids('inputDecision')].flatMap((id): readonly TypedName[] => {
    const found = dmn.elements.find((each) => idOf(each) === id);
    return found === undefined ? [] : [variableOf(found, dmn)];
  });
  return { type: 'service', outputs: ids('outputDecision'), inputDecisions: ids('inputDecision'), parameters };
}

function variableOf(element: ModdleElement, { types }: DmnFile): TypedName {
  return types.typedName(elementOf(element, 'variable')) ?? { name: textOf(element, 'name') ?? idOf(element) };
}

function requiredBy(element: ModdleElement, { elements }: DmnFile): readonly ModdleElement[] {
  const ids = new Set(referencesOf(element).map(idBehind));
  return elements.filter((candidate) => ids.has(idOf(candidate)));
}

function referencesOf(element: ModdleElement): readonly string[] {
  const requirements = [
    ...elementsOf(element, 'informationRequirement'),
    ...elementsOf(element, 'knowledgeRequirement'),
  ];
  return requirements.flatMap((requirement) => {
    const targets = ['requiredDecision', 'requiredInput', 'requiredKnowledge'];
    return targets.flatMap((target) => textOf(elementOf(requirement, target), 'href') ?? []);
  });
}

function idBehind(href: string): string {
  return href.replace(/^.*#/, '');
}

function namesFor(element: ModdleElement, logic: Expression, dmn: DmnFile) {
  const required = requiredBy(element, dmn).map((each) => {
    const variable = variableOf(each, dmn);
    const result = readExpression(elementOf(each, 'encapsulatedLogic'), dmn.types);
    return [variable.name, namesInType(result ? resultTypeOf(variable, result) : variable.type)] as const;
  });
  return { ...namesMadeIn(logic), ...namesOfAll([variableOf(element, dmn)]), ...Object.fromEntries(required) };
}
