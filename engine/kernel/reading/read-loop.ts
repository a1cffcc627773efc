import { feelText } from '../../rules/feel.ts';
import { elementOf, elementsOf, extensionOf, idOf, textOf } from '../../rules/moddle.ts';
import type { ModdleElement } from '../../rules/moddle.ts';
import { errorAt } from '../../findings/finding.ts';
import type { InstanceEvent, MultiInstance, StandardLoop } from '../node.ts';
import { readAssociations, variableOf } from './read-data.ts';
import { readDefinition } from './read-event.ts';
import type { Reading } from './read-event.ts';
import type { Surroundings } from './surroundings.ts';

/** How an activity is repeated; absent when it is done once. */
export function readLoop(
  element: ModdleElement,
  around: Surroundings,
): Reading<StandardLoop | MultiInstance> | undefined {
  const loop = elementOf(element, 'loopCharacteristics');
  if (loop === undefined) return undefined;
  if (loop.$type === 'bpmn:StandardLoopCharacteristics') return { value: readStandard(loop) };
  return readMulti(element, loop, around);
}

function readStandard(loop: ModdleElement): StandardLoop {
  const condition = bodyOf(loop, 'loopCondition');
  const maximum = loop.loopMaximum;
  return {
    type: 'standard',
    testBefore: loop.testBefore === true,
    ...(condition !== undefined && { condition }),
    ...((typeof maximum === 'number' || typeof maximum === 'string') && { maximum: String(maximum) }),
  };
}

function readMulti(element: ModdleElement, loop: ModdleElement, around: Surroundings): Reading<MultiInstance> {
  const cardinality = bodyOf(loop, 'loopCardinality');
  const list = { ...standardList(element, loop), ...zeebeList(loop) };
  const completionCondition = bodyOf(loop, 'completionCondition');
  const value: MultiInstance = {
    type: 'multi',
    sequential: loop.isSequential === true,
    ...(cardinality !== undefined && { cardinality }),
    ...list,
    ...(completionCondition !== undefined && { completionCondition }),
    events: instanceEvents(element, loop, around),
  };
  if (cardinality !== undefined || value.collection !== undefined) return { value };
  const id = idOf(element);
  return { value, finding: errorAt(id, 'loop.count-missing') };
}

type List = Partial<Pick<MultiInstance, 'collection' | 'item' | 'outputCollection' | 'outputElement'>>;

// The list is a data input of the activity: what is associated with it is the variable that holds the list.
function standardList(element: ModdleElement, loop: ModdleElement): List {
  const input = variableOf(elementOf(loop, 'loopDataInputRef'));
  const into = readAssociations(element, 'dataInputAssociations').find(({ target }) => target === input);
  const collection = into === undefined ? input : feelText(into.source);
  const item = nameOf(elementOf(loop, 'inputDataItem'));
  const output = variableOf(elementOf(loop, 'loopDataOutputRef'));
  const from = readAssociations(element, 'dataOutputAssociations').find(({ source }) => source === output);
  const outputCollection = from?.target ?? output;
  const outputElement = nameOf(elementOf(loop, 'outputDataItem'));
  return {
    ...(collection !== undefined && { collection }),
    ...(item !== undefined && { item }),
    ...(outputCollection !== undefined && { outputCollection }),
    ...(outputElement !== undefined && { outputElement }),
  };
}

function zeebeList(loop: ModdleElement): List {
  const zeebe = extensionOf(loop, 'zeebe:LoopCharacteristics');
  const collection = textOf(zeebe, 'inputCollection');
  const item = textOf(zeebe, 'inputElement');
  const outputCollection = textOf(zeebe, 'outputCollection');
  const outputElement = textOf(zeebe, 'outputElement');
  return {
    ...(collection !== undefined && { collection: feelText(collection) }),
    ...(item !== undefined && { item }),
    ...(outputCollection !== undefined && { outputCollection }),
    ...(outputElement !== undefined && { outputElement: feelText(outputElement) }),
  };
}

function instanceEvents(element: ModdleElement, loop: ModdleElement, around: Surroundings): readonly InstanceEvent[] {
  const behavior = textOf(loop, 'behavior')?.toLowerCase();
  const read = (definition: ModdleElement | undefined) =>
    definition === undefined ? [] : [readDefinition(element, definition, around).value];
  if (behavior === 'none')
    return read(elementOf(loop, 'noneBehaviorEventRef')).map((event) => ({ event, once: false }));
  if (behavior === 'one') return read(elementOf(loop, 'oneBehaviorEventRef')).map((event) => ({ event, once: true }));
  if (behavior !== 'complex') return [];
  return elementsOf(loop, 'complexBehaviorDefinition').flatMap((complex) => {
    const condition = bodyOf(complex, 'condition');
    const definitions = elementsOf(elementOf(complex, 'event'), 'eventDefinitions');
    const place = condition === undefined ? {} : { condition };
    return definitions.flatMap(read).map((event) => ({ event, once: false, ...place }));
  });
}

function bodyOf(element: ModdleElement, property: string): string | undefined {
  const body = textOf(elementOf(element, property), 'body');
  return body === undefined ? undefined : feelText(body);
}

function nameOf(element: ModdleElement | undefined): string | undefined {
  return element === undefined ? undefined : (textOf(element, 'name') ?? idOf(element));
}
