import { feelText } from '../../rules/feel.ts';
import { elementOf, elementsOf, idOf, textOf } from '../../rules/moddle.ts';
import type { ModdleElement } from '../../rules/moddle.ts';
import type { DataAssociation } from '../node.ts';

/**
 * The variable that a data element stands for: the name, else the id, of the data object, property, input or output.
 * Absent for elements without a value of the process: data stores.
 */
export function variableOf(element: ModdleElement | undefined): string | undefined {
  if (element === undefined) return undefined;
  if (element.$type === 'bpmn:DataStoreReference' || element.$type === 'bpmn:DataStore') return undefined;
  const object = element.$type === 'bpmn:DataObjectReference' ? elementOf(element, 'dataObjectRef') : undefined;
  const name = textOf(object, 'name') ?? textOf(element, 'name') ?? (idOf(object) || idOf(element));
  return name === '' ? undefined : name;
}

/** The data input or output associations of an activity or event. */
export function readAssociations(
  element: ModdleElement,
  property: 'dataInputAssociations' | 'dataOutputAssociations',
): readonly DataAssociation[] {
  return elementsOf(element, property).flatMap(readAssociation);
}

function readAssociation(association: ModdleElement): readonly DataAssociation[] {
  const sources = elementsOf(association, 'sourceRef').map(variableOf);
  const target = variableOf(elementOf(association, 'targetRef'));
  const transformation = textOf(elementOf(association, 'transformation'), 'body');
  const source = transformation === undefined ? sources[0] : `=${feelText(transformation)}`;
  const whole = source === undefined || target === undefined ? [] : [{ source, target }];
  const assignments = elementsOf(association, 'assignment').flatMap((assignment) => {
    const from = textOf(elementOf(assignment, 'from'), 'body');
    const to = textOf(elementOf(assignment, 'to'), 'body');
    return from === undefined || to === undefined ? [] : [{ source: `=${feelText(from)}`, target: feelText(to) }];
  });
  return assignments.length > 0 ? assignments : whole;
}

/**
 * The variables that a process or sub-process declares: its properties and data objects. Those of the process that no
 * association uses are left out: they are only drawn, and keep nothing apart.
 */
export function readDeclared(block: ModdleElement, used: ReadonlySet<string>): readonly string[] {
  const isProcess = block.$type === 'bpmn:Process';
  const properties = elementsOf(block, 'properties').map(variableOf);
  const objects = elementsOf(block, 'flowElements')
    .filter(({ $type }) => $type === 'bpmn:DataObject')
    .map(variableOf)
    .filter((name) => name !== undefined && (!isProcess || used.has(name)));
  return [...properties, ...objects].filter((name) => name !== undefined);
}
