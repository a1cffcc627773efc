import { errorAt } from '../findings/finding.ts';
import type { Finding } from '../findings/finding.ts';
import type { AttributeFault, NamedPlace } from '../findings/language.ts';
import { elementOf, elementsOf, idOf, textOf } from '../rules/moddle.ts';
import type { ModdleElement } from '../rules/moddle.ts';
import { typeOf } from './descriptor.ts';
import type { Extension, Faulty } from './extension.ts';
import type { TermRule } from './term-rule.ts';

/** The extension elements of one kind that an element of the diagram carries, in their order. */
export function saidOn(element: ModdleElement, extension: Extension): readonly ModdleElement[] {
  const type = typeOf(extension);
  return elementsOf(elementOf(element, 'extensionElements'), 'values').filter(({ $type }) => $type === type);
}

/**
 * What is wrong with the extension elements of an element: each missing or malformed attribute, and where they stand.
 */
export function checkElement(element: ModdleElement, dialect: readonly Extension[]): readonly Finding[] {
  return dialect.flatMap((extension) => {
    const found = saidOn(element, extension);
    if (found.length === 0) return silent(element, extension);
    return [
      ...found.flatMap((each) => extension.read(each).faults.map((fault) => faultFinding(element, extension, fault))),
      ...misplaced(element, extension),
      ...repeated(element, extension, found.length),
    ];
  });
}

function faultFinding(element: ModdleElement, { name }: Extension, { attribute, fault }: Faulty): Finding {
  const place = { level: 'error', elementId: idOf(element), attribute } as const;
  if (fault.rule !== 'feel.syntax') return withExtension(fault, name, place);
  const params = { fault: fault.params.fault, in: { type: 'attribute', extension: name } } as const;
  return { ...place, rule: 'feel.syntax', params };
}

function withExtension(
  fault: Exclude<AttributeFault, { readonly rule: 'feel.syntax' }>,
  extension: string,
  place: Pick<Finding, 'level' | 'elementId' | 'attribute'>,
): Finding {
  switch (fault.rule) {
    case 'language.attribute-missing':
      return { ...place, ...fault, params: { extension } };
    case 'language.attribute-value':
      return { ...place, ...fault, params: { ...fault.params, extension } };
    case 'language.expression-expected':
      return { ...place, ...fault, params: { ...fault.params, extension } };
  }
}

const nameOf = ({ name, jobType }: NamedPlace): NamedPlace => ({ name, ...(jobType !== undefined && { jobType }) });

function misplaced(element: ModdleElement, { name, on }: Extension): readonly Finding[] {
  if (on.fits(element)) return [];
  return [errorAt(idOf(element), 'language.misplaced', { extension: name, place: nameOf(on) })];
}

function repeated(element: ModdleElement, { name, isRepeatable }: Extension, times: number): readonly Finding[] {
  if (isRepeatable || times < 2) return [];
  return [errorAt(idOf(element), 'language.repeated', { extension: name, times })];
}

// An element that the extension has to describe, but nobody did.
function silent(element: ModdleElement, { name, on }: Extension): readonly Finding[] {
  if (on.expects?.(element) !== true) return [];
  return [errorAt(idOf(element), 'language.missing', { extension: name, place: nameOf(on) })];
}

/**
 * What is wrong with the terms of one element of a diagram: what only a process can declare, and a condition in vain.
 */
export function checkPlaceOfTerms(rules: readonly TermRule[], element: ModdleElement): readonly Finding[] {
  const isInside = element.$type !== 'bpmn:Process';
  const elementId = idOf(element);
  return rules.flatMap(({ id: term, main, remedy, when }) => [
    ...(main && isInside ? [errorAt(elementId, 'term.main-inside', { term })] : []),
    ...(remedy !== undefined && isInside ? [errorAt(elementId, 'term.remedy-inside', { term })] : []),
    ...(when !== undefined && remedy === undefined ? [errorAt(elementId, 'term.condition', { term })] : []),
  ]);
}

/**
 * What is wrong with the terms of a diagram as a whole: one declared twice, and not as many main terms as are wanted.
 */
export function checkTerms(rules: readonly TermRule[], process: ModdleElement, wanted: 0 | 1): readonly Finding[] {
  const processName = textOf(process, 'name') ?? idOf(process);
  const twice = rules.filter(({ id }, index) => rules.findIndex((other) => other.id === id) !== index);
  const findings = twice.map(({ id }) => errorAt(idOf(process), 'term.twice', { term: id, process: processName }));
  const circle = circleOf(rules);
  const circles = circle.length === 0 ? [] : [errorAt(idOf(process), 'term.circle', { terms: circle })];
  const mains = rules.filter(({ main }) => main).length;
  if (rules.length === 0 || mains === wanted) return [...findings, ...circles];
  const params = { process: processName, mains, isPart: wanted === 0 };
  return [...findings, ...circles, errorAt(idOf(process), 'term.main', params)];
}

/** The terms that are counted from the end of one another; none where every chain has a first. */
function circleOf(rules: readonly TermRule[]): readonly string[] {
  const before = new Map(rules.map(({ id, after }) => [id, after]));
  for (const { id } of rules) {
    const way = [id];
    for (let at = before.get(id); at !== undefined && way.length <= rules.length; at = before.get(at)) {
      if (at === id) return way;
      way.push(at);
    }
  }
  return [];
}
