import { elementOf, elementsOf, textOf } from '../../../rules/moddle.ts';
import type { ModdleElement } from '../../../rules/moddle.ts';
import { isSameItem } from './events.ts';
import { called, parentOf } from './rule.ts';
import type { Rule } from './rule.ts';

const collectionItem: Rule<'data.collection-wrong'> = {
  name: 'data.collection-wrong',
  on: ['bpmn:DataInput', 'bpmn:DataOutput', 'bpmn:DataObject'],
  check: (data) => {
    const item = elementOf(data, 'itemSubjectRef');
    if (item === undefined || (item.isCollection === true) === (data.isCollection === true)) return undefined;
    return { item: called(item) };
  },
};

const referenceName: Rule<'data.reference-name'> = {
  name: 'data.reference-name',
  on: ['bpmn:DataObjectReference'],
  check: (reference) => {
    const object = textOf(elementOf(reference, 'dataObjectRef'), 'name');
    const state = textOf(elementOf(reference, 'dataState'), 'name');
    const name = textOf(reference, 'name');
    if (object === undefined || state === undefined || name === undefined || name === `${object} [${state}]`)
      return undefined;
    return { name, object, state };
  },
};

const inSomeSet: Rule<'data.set-missing'> = {
  name: 'data.set-missing',
  on: ['bpmn:InputOutputSpecification'],
  check: (specification) => {
    const inputs = elementsOf(specification, 'inputSets').flatMap((set) => elementsOf(set, 'dataInputRefs'));
    const outputs = elementsOf(specification, 'outputSets').flatMap((set) => elementsOf(set, 'dataOutputRefs'));
    const lost = [...elementsOf(specification, 'dataInputs'), ...elementsOf(specification, 'dataOutputs')].find(
      (data) => ![...inputs, ...outputs].includes(data),
    );
    return lost && { data: called(lost), holder: called(parentOf(specification)) };
  },
};

const subsetOfSet: Rule<'data.set-wrong'> = {
  name: 'data.set-wrong',
  on: ['bpmn:InputSet', 'bpmn:OutputSet'],
  check: (set) => {
    const side = set.$type === 'bpmn:InputSet' ? 'Input' : 'Output';
    const held = elementsOf(set, `data${side}Refs`);
    const parts = [`optional${side}Refs`, `whileExecuting${side}Refs`];
    const stray = parts.flatMap((part) => elementsOf(set, part)).find((data) => !held.includes(data));
    return stray && { data: called(stray) };
  },
};

const associationItems: Rule<'data.association-wrong'> = {
  name: 'data.association-wrong',
  on: ['bpmn:DataInputAssociation', 'bpmn:DataOutputAssociation'],
  check: (association) => {
    const sources = elementsOf(association, 'sourceRef');
    const isMapped = elementOf(association, 'transformation') || elementsOf(association, 'assignment').length > 0;
    if (isMapped) return undefined;
    if (sources.length > 1) return { because: 'unmapped' };
    const source = itemOf(sources[0]);
    const target = itemOf(elementOf(association, 'targetRef'));
    if (source === undefined || target === undefined || isSameItem(source, target)) return undefined;
    return { because: 'kind', source: called(source), target: called(target) };
  },
};

function itemOf(data: ModdleElement | undefined): ModdleElement | undefined {
  return elementOf(data, 'itemSubjectRef') ?? elementOf(elementOf(data, 'dataObjectRef'), 'itemSubjectRef');
}

const loopData: Rule<'loop.data-wrong'> = {
  name: 'loop.data-wrong',
  on: ['bpmn:MultiInstanceLoopCharacteristics'],
  check: (loop) => {
    const wrong = [elementOf(loop, 'loopDataInputRef'), elementOf(loop, 'loopDataOutputRef')].find(
      (data) => data !== undefined && !itemTypes.has(data.$type),
    );
    return wrong && { activity: called(parentOf(loop)), data: called(wrong) };
  },
};

const itemTypes: ReadonlySet<string> = new Set([
  'bpmn:DataInput',
  'bpmn:DataOutput',
  'bpmn:DataObject',
  'bpmn:DataObjectReference',
  'bpmn:Property',
]);

/** Rules about data (BPMN 2.0.2, 10.4). */
export const dataRules: readonly Rule[] = [
  collectionItem,
  referenceName,
  inSomeSet,
  subsetOfSet,
  associationItems,
  loopData,
];
