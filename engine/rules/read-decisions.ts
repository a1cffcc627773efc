import { errorAt, warningAt } from '../findings/finding.ts';
import type { Finding, Mistake } from '../findings/finding.ts';
import type { RulesFindings } from '../findings/rules.ts';
import { mistakesOfCoverage } from './check-coverage.ts';
import { mistakesIn } from './check-decision.ts';
import { mistakesOfNames } from './check-names.ts';
import type { Offered } from './check-names.ts';
import type { Decision, Decisions, Expression, InputData, ServiceLogic, TypedName } from './decision.ts';
import type { Names } from './feel/cache.ts';
import { elementOf, elementsOf, idOf, textOf } from './moddle.ts';
import type { ModdleElement } from './moddle.ts';
import { namesInType, namesMadeIn, namesOfAll, resultTypeOf } from './names.ts';
import { openFiles, referenced } from './open-files.ts';
import type { DmnFile, DmnText, Referenced } from './open-files.ts';
import { readExpression } from './read-expression.ts';

/** The decisions of DMN files that can be evaluated, and what is wrong with the files. */
export interface ReadDecisions {
  readonly decisions: Decisions;
  readonly findings: readonly Finding[];
}

/** Reads a DMN file that stands alone; see `readDecisionFiles`. */
export async function readDecisions(xml: string, file: string): Promise<ReadDecisions> {
  return readDecisionFiles([{ file, xml }]);
}

/**
 * Reads DMN files (1.1 to 1.5) that may import each other: their decisions, and under their ids also their business
 * knowledge models and decision services. What cannot be executed, or has an expression that is not FEEL, is left out
 * with a finding.
 */
export async function readDecisionFiles(texts: readonly DmnText[]): Promise<ReadDecisions> {
  const { files, findings } = await openFiles(texts);
  const readings = files.flatMap((dmn) =>
    dmn.elements.filter(({ $type }) => $type in readers).map((element) => readDecision(element, dmn)),
  );
  const decisions = readings.flatMap(({ decision }) => decision ?? []);
  const byId = Object.fromEntries(decisions.map((decision) => [decision.id, decision]));
  const written = readings.flatMap((reading) => reading.findings);
  const covered = decisions.flatMap((decision) => warningsOf(decision, mistakesOfCoverage(decision, byId)));
  return { decisions: byId, findings: [...findings, ...written, ...givenTwice(decisions), ...covered] };
}

// Rules that hold together are an error when the table is published: what ran before runs on.
function warningsOf({ id, file }: Decision, mistakes: readonly Mistake<keyof RulesFindings>[]): readonly Finding[] {
  return mistakes.map((mistake) => ({ ...mistake, level: 'warning', elementId: id, file }));
}

// A diagram names decisions by their id alone.
function givenTwice(decisions: readonly Decision[]): readonly Finding[] {
  return decisions.flatMap(({ id, file }, index) => {
    const earlier = decisions.slice(0, index).find((each) => each.id === id);
    if (earlier === undefined) return [];
    return [{ ...errorAt(id, 'dmn.id-twice', { other: earlier.file }), file }];
  });
}

interface DecisionReading {
  readonly decision?: Decision;
  readonly findings: readonly Finding[];
}

function readDecision(element: ModdleElement, dmn: DmnFile): DecisionReading {
  const id = idOf(element);
  const { file } = dmn;
  const decision = readers[element.$type]?.(element, dmn);
  if (decision === undefined) return { findings: [{ ...errorAt(id, 'dmn.not-executable'), file }] };
  const outside = referencesOf(element).find((href) => leadsOut(href, dmn) && referenced(href, dmn) === undefined);
  if (outside !== undefined) return { findings: [{ ...errorAt(id, 'dmn.import', { reference: outside }), file }] };
  if (logicOf(element) === undefined && decision.role !== 'service')
    // A model may leave a decision open (DMN 1.5, 6.3.7); its value is then null.
    return { decision, findings: [{ ...warningAt(id, 'dmn.no-logic'), file }] };
  const findings = mistakesIn(decision).map((mistake): Finding => ({
    ...mistake,
    level: 'error',
    elementId: id,
    file,
  }));
  if (findings.length > 0) return { findings };
  return { decision, findings: warningsOf(decision, mistakesOfNames(decision, offeredTo(element, dmn))) };
}

function offeredTo(element: ModdleElement, dmn: DmnFile): Offered {
  const own = requiredBy(element, dmn).filter(({ importedAs }) => importedAs === undefined);
  const functions = dmn.elements.filter(({ $type }) => callable.has($type));
  return {
    required: own.map((each) => ({ name: variableOf(each.element, each.dmn).name, id: idOf(each.element) })),
    declaresInputs: dmn.elements.some(({ $type }) => $type === 'dmn:InputData'),
    functions: functions.map((each) => variableOf(each, dmn).name),
  };
}

const callable = new Set(['dmn:BusinessKnowledgeModel', 'dmn:DecisionService']);

const nothing: Expression = { type: 'literal', expression: 'null' };

function logicOf(element: ModdleElement): ModdleElement | undefined {
  return elementOf(element, 'decisionLogic') ?? elementOf(element, 'encapsulatedLogic');
}

function readLogic(element: ModdleElement, { types }: DmnFile): Expression | undefined {
  const logic = logicOf(element);
  return logic === undefined ? nothing : readExpression(logic, types);
}

type Read = (element: ModdleElement, dmn: DmnFile) => Decision | undefined;

const readers: Readonly<Record<string, Read>> = {
  'dmn:Decision': (element, dmn) => {
    const logic = readLogic(element, dmn);
    return logic && { ...headOf(element, dmn), role: 'decision', logic, names: namesFor(element, logic, dmn) };
  },
  'dmn:BusinessKnowledgeModel': (element, dmn) => {
    const logic = readLogic(element, dmn);
    return logic && { ...headOf(element, dmn), role: 'knowledge', logic, names: namesFor(element, logic, dmn) };
  },
  'dmn:DecisionService': (element, dmn) => {
    const logic = readService(element, dmn);
    return { ...headOf(element, dmn), role: 'service', requires: [], logic, names: {} };
  },
};

function headOf(element: ModdleElement, dmn: DmnFile) {
  const required = requiredBy(element, dmn);
  const executed = required.filter((each) => each.element.$type in readers && each.element !== element);
  const imported = executed.flatMap(({ element: other, importedAs }) =>
    importedAs === undefined ? [] : [[idOf(other), importedAs] as const],
  );
  return {
    id: idOf(element),
    name: textOf(element, 'name') ?? idOf(element),
    file: dmn.file,
    variable: variableOf(element, dmn),
    requires: executed.map((each) => idOf(each.element)),
    ...(imported.length > 0 && { importedAs: Object.fromEntries(imported) }),
    inputData: required.filter((each) => each.element.$type === 'dmn:InputData').map(inputOf),
  };
}

function inputOf({ element, dmn, importedAs }: Referenced): InputData {
  return { ...variableOf(element, dmn), ...(importedAs !== undefined && { importedAs }) };
}

function readService(element: ModdleElement, dmn: DmnFile): ServiceLogic {
  const hrefs = (property: string) => elementsOf(element, property).map((each) => textOf(each, 'href') ?? '');
  const ids = (property: string) => hrefs(property).map((href) => href.replace(/^.*#/, ''));
  const parameters = [...hrefs('inputData'), ...hrefs('inputDecision')].flatMap((href): readonly TypedName[] => {
    const found = referenced(href, dmn);
    return found === undefined ? [] : [variableOf(found.element, found.dmn)];
  });
  return { type: 'service', outputs: ids('outputDecision'), inputDecisions: ids('inputDecision'), parameters };
}

function variableOf(element: ModdleElement, { types }: DmnFile): TypedName {
  return types.typedName(elementOf(element, 'variable')) ?? { name: textOf(element, 'name') ?? idOf(element) };
}

function requiredBy(element: ModdleElement, dmn: DmnFile): readonly Referenced[] {
  return referencesOf(element).flatMap((href) => referenced(href, dmn) ?? []);
}

function leadsOut(href: string, { namespace }: DmnFile): boolean {
  return href.includes('#') && !['', namespace].includes(href.replace(/#.*$/, ''));
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

function namesFor(element: ModdleElement, logic: Expression, dmn: DmnFile): Names {
  const required = requiredBy(element, dmn);
  const own = required.filter(({ importedAs }) => importedAs === undefined).map(namedIn);
  const importNames = new Set(required.flatMap(({ importedAs }) => importedAs ?? []));
  const imported = [...importNames].map((name) => {
    return [name, Object.fromEntries(required.filter(({ importedAs }) => importedAs === name).map(namedIn))] as const;
  });
  return {
    ...namesMadeIn(logic),
    ...namesOfAll([variableOf(element, dmn)]),
    ...Object.fromEntries([...own, ...imported]),
  };
}

function namedIn({ element, dmn }: Referenced): readonly [string, unknown] {
  const variable = variableOf(element, dmn);
  const result = readExpression(elementOf(element, 'encapsulatedLogic'), dmn.types);
  return [variable.name, namesInType(result ? resultTypeOf(variable, result) : variable.type)];
}
