import { BpmnModdle } from 'bpmn-moddle';
import type { ElementFacts, TermRule } from '../core/procedure.ts';
import type { Finding } from '../kernel/types.ts';
import { zeebeDescriptor } from '../kernel/zeebe.ts';
import { elementOf, elementsOf, extensionOf, idOf, isElement, textOf } from '../rules/moddle.ts';
import type { ModdleElement } from '../rules/moddle.ts';
import { jobTypeOf, refuse, tagOf } from './checks.ts';
import { misnamed } from './complaints.ts';
import { iterDescriptor } from './descriptor.ts';
import { documentJob } from './document.ts';
import type { Bearer, Extension } from './extension.ts';
import { extensions } from './extensions.ts';
import { noticeJob } from './notice.ts';
import { readTerm, term } from './term.ts';

/** What the dialect says in a diagram. */
export interface DiagramFacts {
  /** By element id; an element about which nothing is said is absent. */
  readonly facts: Readonly<Record<string, ElementFacts>>;
  readonly terms: Readonly<Record<string, TermRule>>;
  /** `zeebe:formDefinition` of the none start event of the first process: the form of the application. */
  readonly startFormId?: string;
  readonly findings: readonly Finding[];
}

/**
 * Reads and checks the extension elements of our dialect in all executable processes of a BPMN diagram. XML that cannot be read gives nothing and no
 * finding: saying that is the compiler's part.
 */
export async function readFacts(xml: string): Promise<DiagramFacts> {
  const { processes, complaints } = await parseProcesses(xml);
  const [process] = processes;
  if (process === undefined) return { facts: {}, terms: {}, findings: [] };
  const rules = processes.flatMap(termsOf);
  const termIds = new Set(rules.map(({ id }) => id));
  const bearers = processes
    .flatMap((each) => [each, ...nodesOf(each)])
    .map((element): Bearer => ({ element, termIds }));
  const startFormId = startFormOf(process);
  return {
    facts: Object.fromEntries(
      bearers.map(({ element }) => [idOf(element), factsOf(element)] as const).filter(saysSomething),
    ),
    terms: Object.fromEntries(rules.map((rule) => [rule.id, rule])),
    ...(startFormId !== undefined && { startFormId }),
    findings: [
      ...misnamed(complaints, extensions),
      ...bearers.flatMap(findingsOf),
      ...termFindings(rules, { element: process, termIds }),
    ],
  };
}

interface ParsedProcesses {
  /** The executable ones, in the order of the file. */
  readonly processes: readonly ModdleElement[];
  readonly complaints: readonly unknown[];
}

async function parseProcesses(xml: string): Promise<ParsedProcesses> {
  try {
    const moddle = new BpmnModdle({ zeebe: zeebeDescriptor, iter: iterDescriptor });
    const { rootElement, warnings } = await moddle.fromXML(xml);
    const processes = isElement(rootElement) ? elementsOf(rootElement, 'rootElements') : [];
    const executable = processes.filter(({ $type, isExecutable }) => $type === 'bpmn:Process' && isExecutable === true);
    return { processes: executable, complaints: warnings };
  } catch {
    // The compiler reads the same text and reports what is wrong with it.
    return { processes: [], complaints: [] };
  }
}

function termsOf(process: ModdleElement): readonly TermRule[] {
  return saidOn(process, term.type)
    .map(readTerm)
    .filter((rule) => rule !== undefined);
}

function startFormOf(process: ModdleElement): string | undefined {
  const starts = elementsOf(process, 'flowElements').filter(({ $type }) => $type === 'bpmn:StartEvent');
  const none = starts.find((start) => elementsOf(start, 'eventDefinitions').length === 0);
  return textOf(extensionOf(none, 'zeebe:FormDefinition'), 'formId');
}

function nodesOf(process: ModdleElement): readonly ModdleElement[] {
  const nodes: ModdleElement[] = [];
  const blocks = [process];
  for (let block = blocks.shift(); block !== undefined; block = blocks.shift()) {
    const inner = elementsOf(block, 'flowElements');
    nodes.push(...inner);
    blocks.push(...inner.filter((element) => elementsOf(element, 'flowElements').length > 0));
  }
  return nodes;
}

function saidOn(element: ModdleElement, type: string): readonly ModdleElement[] {
  return elementsOf(elementOf(element, 'extensionElements'), 'values').filter(({ $type }) => $type === type);
}

function factsOf(element: ModdleElement): ElementFacts {
  const said = extensions.map((extension) => {
    const found = saidOn(element, extension.type);
    return found.length === 0 ? {} : extension.read(found);
  });
  return Object.assign({}, ...said);
}

const saysSomething = ([, facts]: readonly [string, ElementFacts]): boolean => Object.keys(facts).length > 0;

function findingsOf(bearer: Bearer): readonly Finding[] {
  const known = extensions.flatMap((extension) => extensionFindings(extension, bearer));
  return [...known, ...silentJobs(bearer)];
}

function extensionFindings(extension: Extension, bearer: Bearer): readonly Finding[] {
  const found = saidOn(bearer.element, extension.type);
  const findings = found.flatMap((each) => extension.check(each, bearer));
  if (extension.repeatable || found.length < 2) return findings;
  const message = `In ${idOf(bearer.element)} l’elemento ${tagOf(extension.type)} compare ${found.length} volte: può starci una volta sola.`;
  return [...findings, refuse(bearer, 'language.repeated', message)];
}

// A task whose job the dialect has to describe, but nobody did.
function silentJobs(bearer: Bearer): readonly Finding[] {
  const needed: Readonly<Record<string, string>> = { [noticeJob]: 'iter:Notice', [documentJob]: 'iter:Document' };
  const jobType = jobTypeOf(bearer.element);
  const type = jobType === undefined ? undefined : needed[jobType];
  if (type === undefined || saidOn(bearer.element, type).length > 0) return [];
  const message = `L’attività ${idOf(bearer.element)} ha il tipo di lavoro ${jobType}, ma non ha ${tagOf(type)} che dica quale testo usare.`;
  return [refuse(bearer, 'language.job-undescribed', message)];
}

function termFindings(rules: readonly TermRule[], bearer: Bearer): readonly Finding[] {
  const processName = textOf(bearer.element, 'name') ?? idOf(bearer.element);
  const twice = rules.filter(({ id }, index) => rules.findIndex((other) => other.id === id) !== index);
  const findings = twice.map(({ id }) =>
    refuse(bearer, 'term.twice', `Il termine ${id} è dichiarato due volte in ${processName}.`),
  );
  const mains = rules.filter(({ main }) => main).length;
  if (rules.length === 0 || mains === 1) return findings;
  const message = `In ${processName} i termini principali (main="true") sono ${mains}: deve essercene uno solo, quello della risposta.`;
  return [...findings, refuse(bearer, 'term.main', message)];
}
