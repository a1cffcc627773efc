import { elementOf, elementsOf, idOf, isElement, textOf } from '../../../rules/moddle.ts';
import type { ModdleElement } from '../../../rules/moddle.ts';
import type { Finding } from '../../../findings/finding.ts';
import type { StandardRules } from '../../../findings/standard.ts';

/** A whole file, laid flat for rules that look beyond one element. */
export interface Model {
  /** All elements, each before what it holds. */
  readonly elements: readonly ModdleElement[];
  /** The pool in which each process stands, by the process's id. */
  readonly pools: ReadonlyMap<string, ModdleElement>;
  /** The sequence flows that leave each element, in the order of the file. */
  readonly leaving: ReadonlyMap<ModdleElement, readonly ModdleElement[]>;
}

/** One rule of the standard that a diagram may break, independent of whether the kernel would execute it. */
export interface Rule<Name extends keyof StandardRules = keyof StandardRules> {
  /** Stable name, `thing.what-is-wrong`. */
  readonly name: Name;
  /** The types of element it is about; absent: all. */
  readonly on?: readonly string[];
  /** `warning` for what does no harm to execution; else `error`. */
  readonly level?: Finding['level'];
  /** What is wrong with an element, beside how it is called; absent when nothing is. */
  check(element: ModdleElement, model: Model): StandardRules[Name] | undefined;
}

/** Lays a file flat. */
export function modelOf(definitions: ModdleElement): Model {
  const elements = [definitions];
  for (const element of elements) elements.push(...childrenOf(element));
  const participants = elements.filter(({ $type }) => $type === 'bpmn:Participant');
  const pools = participants.map((pool) => [idOf(elementOf(pool, 'processRef')), pool] as const);
  return { elements, pools: new Map(pools), leaving: leavingIn(elements) };
}

function leavingIn(elements: readonly ModdleElement[]): Model['leaving'] {
  const leaving = new Map<ModdleElement, ModdleElement[]>();
  for (const flow of elements.filter(({ $type }) => $type === 'bpmn:SequenceFlow')) {
    const source = elementOf(flow, 'sourceRef');
    if (source === undefined) continue;
    const others = leaving.get(source);
    if (others === undefined) leaving.set(source, [flow]);
    else others.push(flow);
  }
  return leaving;
}

function childrenOf(element: ModdleElement): readonly ModdleElement[] {
  return Object.values(element)
    .flatMap((value): readonly unknown[] => (Array.isArray(value) ? value : [value]))
    .filter(isElement)
    .filter((child) => child.$parent === element && !child.$type.startsWith('bpmndi:'));
}

/** What holds an element. */
export function parentOf(element: ModdleElement): ModdleElement | undefined {
  return elementOf(element, '$parent');
}

/** The nearest element around another (or itself) for which a question is answered with yes. */
export function nearest(
  element: ModdleElement | undefined,
  isIt: (each: ModdleElement) => boolean,
): ModdleElement | undefined {
  for (let each = element; each !== undefined; each = parentOf(each)) if (isIt(each)) return each;
  return undefined;
}

/** The process in which an element stands. */
export function processOf(element: ModdleElement): ModdleElement | undefined {
  return nearest(element, ({ $type }) => $type === 'bpmn:Process');
}

/** The sequence flows that leave an element, or enter it. */
export function flowsAt(element: ModdleElement, end: 'sourceRef' | 'targetRef'): readonly ModdleElement[] {
  return elementsOf(parentOf(element), 'flowElements').filter(
    (each) => each.$type === 'bpmn:SequenceFlow' && elementOf(each, end) === element,
  );
}

/** The definitions of an event, its own and those it shares. */
export function definitionsAt(event: ModdleElement): readonly ModdleElement[] {
  return [...elementsOf(event, 'eventDefinitions'), ...elementsOf(event, 'eventDefinitionRef')];
}

/** Whether an event has a definition of a type, such as `Cancel`. */
export function isDefinedBy(event: ModdleElement, kind: string): boolean {
  return definitionsAt(event).some(({ $type }) => $type === `bpmn:${kind}EventDefinition`);
}

/** How an element is called in a sentence: its id, else its name or type. */
export function called(element: ModdleElement | undefined): string {
  return idOf(element) || textOf(element, 'name') || (element?.$type.replace('bpmn:', '') ?? '');
}
