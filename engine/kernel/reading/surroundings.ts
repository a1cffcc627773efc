import { elementOf, elementsOf, idOf, textOf } from '../../rules/moddle.ts';
import type { ModdleElement } from '../../rules/moddle.ts';

/** What the elements of a process need to know of the file around them. */
export interface Surroundings {
  /** Global tasks and processes by their id: what call activities may name. */
  readonly callable: ReadonlyMap<string, ModdleElement>;
  /** The message that a message flow carries, by the element at either end. */
  readonly carried: ReadonlyMap<string, CarriedMessage>;
  /** The activity that undoes, by the compensation event on the border that is associated with it. */
  readonly handlers: ReadonlyMap<string, string>;
}

/** The message of a message flow: the one it names, else the flow itself stands for it. */
export interface CarriedMessage {
  readonly name: string;
  readonly element?: ModdleElement;
}

/** Reads what is around the processes of a file. */
export function readSurroundings(definitions: ModdleElement): Surroundings {
  const roots = elementsOf(definitions, 'rootElements');
  const callable = roots.filter(({ $type }) => $type === 'bpmn:Process' || $type.startsWith('bpmn:Global'));
  const collaborations = roots.filter(({ $type }) => $type === 'bpmn:Collaboration');
  const flows = collaborations.flatMap((collaboration) => elementsOf(collaboration, 'messageFlows'));
  return {
    callable: new Map(callable.map((element) => [idOf(element), element])),
    carried: new Map(flows.flatMap(carriedBy)),
    handlers: new Map(roots.flatMap(handlersIn)),
  };
}

function carriedBy(flow: ModdleElement): readonly (readonly [string, CarriedMessage])[] {
  const element = elementOf(flow, 'messageRef');
  const name = textOf(element, 'name') ?? (idOf(element) || idOf(flow));
  const message = element === undefined ? { name } : { name, element };
  return [elementOf(flow, 'sourceRef'), elementOf(flow, 'targetRef')]
    .filter((end) => end !== undefined && end.$type !== 'bpmn:Participant')
    .map((end) => [idOf(end), message] as const);
}

function handlersIn(block: ModdleElement): readonly (readonly [string, string])[] {
  const own = elementsOf(block, 'artifacts')
    .filter(({ $type }) => $type === 'bpmn:Association')
    .map((association) => [elementOf(association, 'sourceRef'), elementOf(association, 'targetRef')] as const)
    .filter(([source, target]) => source?.$type === 'bpmn:BoundaryEvent' && target?.isForCompensation === true)
    .map(([source, target]) => [idOf(source), idOf(target)] as const);
  return [...own, ...elementsOf(block, 'flowElements').flatMap(handlersIn)];
}
