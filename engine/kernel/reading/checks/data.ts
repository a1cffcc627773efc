import { elementOf, elementsOf, textOf } from '../../../rules/moddle.ts';
import type { ModdleElement } from '../../../rules/moddle.ts';
import { isSameItem } from './events.ts';
import { called, parentOf } from './rule.ts';
import type { Rule } from './rule.ts';

const collectionItem: Rule = {
  name: 'data.collection-wrong',
  on: ['bpmn:DataInput', 'bpmn:DataOutput', 'bpmn:DataObject'],
  check: (data) => {
    const item = elementOf(data, 'itemSubjectRef');
    if (item === undefined || (item.isCollection === true) === (data.isCollection === true)) return undefined;
    return `${called(data)} e la sua definizione ${called(item)} devono essere entrambi un elenco, o nessuno dei due (isCollection).`;
  },
};

const referenceName: Rule = {
  name: 'data.reference-name',
  on: ['bpmn:DataObjectReference'],
  check: (reference) => {
    const object = textOf(elementOf(reference, 'dataObjectRef'), 'name');
    const state = textOf(elementOf(reference, 'dataState'), 'name');
    const name = textOf(reference, 'name');
    if (object === undefined || state === undefined || name === undefined || name === `${object} [${state}]`)
      return undefined;
    return `Il riferimento ${called(reference)} si chiama «${name}»: il nome deve essere «${object} [${state}]».`;
  },
};

const inSomeSet: Rule = {
  name: 'data.set-missing',
  on: ['bpmn:InputOutputSpecification'],
  check: (specification) => {
    const inputs = elementsOf(specification, 'inputSets').flatMap((set) => elementsOf(set, 'dataInputRefs'));
    const outputs = elementsOf(specification, 'outputSets').flatMap((set) => elementsOf(set, 'dataOutputRefs'));
    const lost = [...elementsOf(specification, 'dataInputs'), ...elementsOf(specification, 'dataOutputs')].find(
      (data) => ![...inputs, ...outputs].includes(data),
    );
    return (
      lost &&
      `Il dato ${called(lost)} di ${called(parentOf(specification))} non è in alcun insieme (inputSet, outputSet).`
    );
  },
};

const subsetOfSet: Rule = {
  name: 'data.set-wrong',
  on: ['bpmn:InputSet', 'bpmn:OutputSet'],
  check: (set) => {
    const [all, ...parts] =
      set.$type === 'bpmn:InputSet'
        ? ['dataInputRefs', 'optionalInputRefs', 'whileExecutingInputRefs']
        : ['dataOutputRefs', 'optionalOutputRefs', 'whileExecutingOutputRefs'];
    const held = elementsOf(set, all ?? '');
    const stray = parts.flatMap((part) => elementsOf(set, part)).find((data) => !held.includes(data));
    return stray && `Il dato ${called(stray)} è facoltativo o continuo in un insieme che non lo contiene.`;
  },
};

const associationItems: Rule = {
  name: 'data.association-wrong',
  on: ['bpmn:DataInputAssociation', 'bpmn:DataOutputAssociation'],
  check: (association) => {
    const sources = elementsOf(association, 'sourceRef');
    const isMapped = elementOf(association, 'transformation') || elementsOf(association, 'assignment').length > 0;
    if (isMapped) return undefined;
    if (sources.length > 1) return `L’associazione ${called(association)} unisce più dati senza dire come.`;
    const source = itemOf(sources[0]);
    const target = itemOf(elementOf(association, 'targetRef'));
    if (source === undefined || target === undefined || isSameItem(source, target)) return undefined;
    return `L’associazione ${called(association)} copia ${called(source)} in ${called(target)}, che è di un altro tipo.`;
  },
};

function itemOf(data: ModdleElement | undefined): ModdleElement | undefined {
  return elementOf(data, 'itemSubjectRef') ?? elementOf(elementOf(data, 'dataObjectRef'), 'itemSubjectRef');
}

const loopData: Rule = {
  name: 'loop.data-wrong',
  on: ['bpmn:MultiInstanceLoopCharacteristics'],
  check: (loop) => {
    const wrong = [elementOf(loop, 'loopDataInputRef'), elementOf(loop, 'loopDataOutputRef')].find(
      (data) => data !== undefined && !itemTypes.has(data.$type),
    );
    return wrong && `L’attività ripetuta ${called(parentOf(loop))} scorre ${called(wrong)}, che non è un dato.`;
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
