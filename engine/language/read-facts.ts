import { errorAt } from '../findings/finding.ts';
import type { Finding } from '../findings/finding.ts';
import { elementsOf, extensionOf, idOf, textOf } from '../rules/moddle.ts';
import type { ModdleElement } from '../rules/moddle.ts';
import { checkElement, checkPlaceOfTerms, checkTerms, saidOn } from './check.ts';
import { misnamed } from './complaints.ts';
import type { Extension } from './extension.ts';
import { extensions } from './extensions.ts';
import type { ElementFacts } from './facts.ts';
import { lanesOf, rolesByLane } from './lanes.ts';
import { term, termRules } from './term.ts';
import type { TermRule } from './term-rule.ts';
import { namesOf } from './uses.ts';

/** What the dialect says in a diagram. */
export interface DiagramFacts {
  /** By element id, those of processes and lanes included; an element about which nothing is said is absent. */
  readonly facts: Readonly<Record<string, ElementFacts>>;
  /** The role of each flow node that stands in the lane of one, by id. */
  readonly lanes: Readonly<Record<string, string>>;
  readonly terms: Readonly<Record<string, TermRule>>;
  /** `zeebe:formDefinition` of the none start event of the first process: the form of the application. */
  readonly startFormId?: string;
  readonly findings: readonly Finding[];
}

/** A diagram that was parsed with the descriptor of a dialect, or is drawn with it. */
export interface OpenedDiagram {
  /** Absent when the text cannot be read: saying so is the compiler's part. */
  readonly definitions?: ModdleElement;
  /** What the parser says about elements of the dialect; empty for a diagram that is drawn. */
  readonly complaints: readonly unknown[];
}

/**
 * Reads and checks the extension elements of a dialect, ours unless told, in all executable processes of a diagram.
 * That of a part may name the terms that it is `lent`, and has no main term of its own.
 */
export function readFacts(
  { definitions, complaints }: OpenedDiagram,
  dialect: readonly Extension[] = extensions,
  lent?: readonly string[],
): DiagramFacts {
  const processes = elementsOf(definitions, 'rootElements').filter(
    ({ $type, isExecutable }) => $type === 'bpmn:Process' && isExecutable === true,
  );
  const [process] = processes;
  if (process === undefined) return { facts: {}, lanes: {}, terms: {}, findings: [] };
  const elements = processes.flatMap((each) => [each, ...lanesOf(each), ...nodesOf(each)]);
  const facts = Object.fromEntries(
    elements.map((element) => [idOf(element), factsOf(element, dialect)] as const).filter(saysSomething),
  );
  const rules = termRules(facts);
  const startFormId = startFormOf(process);
  return {
    facts,
    lanes: Object.fromEntries(processes.flatMap((each) => Object.entries(rolesByLane(each, facts)))),
    terms: Object.fromEntries(rules.map((rule) => [rule.id, rule])),
    ...(startFormId !== undefined && { startFormId }),
    findings: [
      ...misnamed(complaints, dialect),
      ...elements.flatMap((element) => checkElement(element, dialect)),
      ...elements.flatMap((element) => checkPlaceOfTerms(term.allOf(facts[idOf(element)]), element)),
      ...checkTerms(rules, process, lent === undefined ? 1 : 0),
      ...unknownTerms({ facts, rules, dialect, lent: lent ?? [] }),
    ],
  };
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

function factsOf(element: ModdleElement, dialect: readonly Extension[]): ElementFacts {
  const said = dialect.map((extension) => {
    const facts = saidOn(element, extension).flatMap((found) => extension.read(found).fact ?? []);
    return [extension.name, facts] as const;
  });
  return Object.fromEntries(said.filter(([, facts]) => facts.length > 0));
}

const saysSomething = ([, facts]: readonly [string, ElementFacts]): boolean => Object.keys(facts).length > 0;

interface Named {
  readonly facts: DiagramFacts['facts'];
  readonly rules: readonly TermRule[];
  readonly dialect: readonly Extension[];
  readonly lent: readonly string[];
}

function unknownTerms({ facts, rules, dialect, lent }: Named): readonly Finding[] {
  const known = [...rules.map(({ id }) => id), ...lent];
  return namesOf('term', facts, dialect).flatMap(({ elementId, extension, attribute, value }): readonly Finding[] => {
    if (known.includes(value)) return [];
    return [{ ...errorAt(elementId, 'term.unknown', { extension, term: value, known }), attribute }];
  });
}
