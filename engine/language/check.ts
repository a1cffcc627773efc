import type { Finding } from '../findings/finding.ts';
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

const refuse = (element: ModdleElement, rule: string, message: string): Finding => ({
  rule,
  level: 'error',
  elementId: idOf(element),
  message,
});

function faultFinding(element: ModdleElement, { name }: Extension, { attribute, rule, says }: Faulty): Finding {
  const message = `iter:${name} in ${idOf(element)}, attributo ${attribute}: ${says}`;
  return { ...refuse(element, rule, message), attribute };
}

function misplaced(element: ModdleElement, { name, on }: Extension): readonly Finding[] {
  if (on.fits(element)) return [];
  return [
    refuse(element, 'language.misplaced', `iter:${name} sta su ${idOf(element)}: può stare solo su ${on.label}.`),
  ];
}

function repeated(element: ModdleElement, { name, isRepeatable }: Extension, times: number): readonly Finding[] {
  if (isRepeatable || times < 2) return [];
  const message = `In ${idOf(element)} l’elemento iter:${name} compare ${times} volte: può starci una volta sola.`;
  return [refuse(element, 'language.repeated', message)];
}

// An element that the extension has to describe, but nobody did.
function silent(element: ModdleElement, { name, on, hint }: Extension): readonly Finding[] {
  if (on.expects?.(element) !== true) return [];
  const message = `In ${idOf(element)}, che è ${on.label}, manca iter:${name}. ${hint}`;
  return [refuse(element, 'language.missing', message)];
}

/**
 * What is wrong with the terms of one element of a diagram: what only a process can declare, and a condition in vain.
 */
export function checkPlaceOfTerms(rules: readonly TermRule[], element: ModdleElement): readonly Finding[] {
  const isInside = element.$type !== 'bpmn:Process';
  return rules.flatMap(({ id, main, remedy, when }) => [
    ...(main && isInside
      ? [
          refuse(
            element,
            'term.main-inside',
            `Il termine ${id} sta su ${idOf(element)} ma è quello del procedimento: va dichiarato sul processo.`,
          ),
        ]
      : []),
    ...(remedy !== undefined && isInside
      ? [
          refuse(
            element,
            'term.remedy-inside',
            `Il termine ${id} sta su ${idOf(element)} ma serve a usare un rimedio: va dichiarato sul processo.`,
          ),
        ]
      : []),
    ...(when !== undefined && remedy === undefined
      ? [
          refuse(
            element,
            'term.condition',
            `Il termine ${id} in ${idOf(element)} ha una condizione (when), che vale solo per il tempo di un rimedio (remedy).`,
          ),
        ]
      : []),
  ]);
}

/**
 * What is wrong with the terms of a diagram as a whole: one declared twice, and not as many main terms as are wanted.
 */
export function checkTerms(rules: readonly TermRule[], process: ModdleElement, wanted: 0 | 1): readonly Finding[] {
  const processName = textOf(process, 'name') ?? idOf(process);
  const twice = rules.filter(({ id }, index) => rules.findIndex((other) => other.id === id) !== index);
  const findings = twice.map(({ id }) =>
    refuse(process, 'term.twice', `Il termine ${id} è dichiarato due volte in ${processName}.`),
  );
  const mains = rules.filter(({ main }) => main).length;
  if (rules.length === 0 || mains === wanted) return findings;
  const expected =
    wanted === 1
      ? 'deve essercene uno solo, quello della risposta'
      : 'in una parte non ce n’è nessuno, lo presta chi la chiama';
  const message = `In ${processName} i termini principali (main="true") sono ${mains}: ${expected}.`;
  return [...findings, refuse(process, 'term.main', message)];
}
