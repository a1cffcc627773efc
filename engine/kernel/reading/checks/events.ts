import { elementOf, elementsOf, idOf, textOf } from '../../../rules/moddle.ts';
import type { ModdleElement } from '../../../rules/moddle.ts';
import { called, definitionsAt, flowsAt, isDefinedBy, parentOf } from './rule.ts';
import type { Model, Rule } from './rule.ts';

const topLevelStart: Rule<'start.definition-wrong'> = {
  name: 'start.definition-wrong',
  on: ['bpmn:StartEvent'],
  check: (event) => {
    const block = parentOf(event);
    if (block?.triggeredByEvent === true) return undefined;
    const forbidden = ['Error', 'Escalation', 'Compensate', 'Cancel', 'Terminate', 'Link'];
    const wrong = forbidden.find((kind) => isDefinedBy(event, kind));
    return wrong === undefined ? undefined : { because: 'outside', definition: wrong };
  },
};

const subProcessStart: Rule<'start.definition-wrong'> = {
  name: 'start.definition-wrong',
  on: ['bpmn:StartEvent'],
  check: (event) => {
    const block = parentOf(event);
    if (block?.$type === 'bpmn:Process' || block?.triggeredByEvent === true || definitionsAt(event).length === 0)
      return undefined;
    return { because: 'sub-process', block: called(block) };
  },
};

const cancelBoundary: Rule<'boundary.cancel-wrong'> = {
  name: 'boundary.cancel-wrong',
  on: ['bpmn:BoundaryEvent'],
  check: (event) => {
    const host = elementOf(event, 'attachedToRef');
    if (!isDefinedBy(event, 'Cancel') || host === undefined || host.$type === 'bpmn:Transaction') return undefined;
    return { host: called(host) };
  },
};

const compensationFlow: Rule<'boundary.compensation-in-flow'> = {
  name: 'boundary.compensation-in-flow',
  on: ['bpmn:BoundaryEvent'],
  check: (event) => {
    if (!isDefinedBy(event, 'Compensate')) return undefined;
    const [flow] = flowsAt(event, 'sourceRef');
    return flow && { flow: called(flow) };
  },
};

const compensationHandler: Rule<'boundary.compensation-handler'> = {
  name: 'boundary.compensation-handler',
  on: ['bpmn:BoundaryEvent'],
  check: (event, model) => {
    if (!isDefinedBy(event, 'Compensate') || flowsAt(event, 'sourceRef').length > 0) return undefined;
    const handlers = associatedWith(event, model).filter(({ isForCompensation }) => isForCompensation === true);
    if (handlers.length === 1) return undefined;
    return {};
  },
};

const oneHandler: Rule<'boundary.compensation-twice'> = {
  name: 'boundary.compensation-twice',
  on: ['bpmn:BoundaryEvent'],
  check: (event) => {
    const host = elementOf(event, 'attachedToRef');
    if (!isDefinedBy(event, 'Compensate') || host === undefined) return undefined;
    const first = elementsOf(parentOf(event), 'flowElements').find(
      (each) => isDefinedBy(each, 'Compensate') && elementOf(each, 'attachedToRef') === host,
    );
    if (first === event) return undefined;
    return { host: called(host), first: called(first) };
  },
};

const messageStarts: Rule<'start.message-twice'> = {
  name: 'start.message-twice',
  on: ['bpmn:StartEvent', 'bpmn:ReceiveTask'],
  check: (start) => {
    const name = startingMessage(start);
    const first = elementsOf(parentOf(start), 'flowElements').find((each) => startingMessage(each) === name);
    if (name === undefined || first === start) return undefined;
    return { message: name, first: called(first) };
  },
};

// The message by which an element opens its process.
function startingMessage(start: ModdleElement): string | undefined {
  if (parentOf(start)?.$type !== 'bpmn:Process') return undefined;
  const isOpening = start.$type === 'bpmn:StartEvent' || start.instantiate === true;
  if (!isOpening) return undefined;
  const message = [start, ...definitionsAt(start)].flatMap((each) => elementOf(each, 'messageRef') ?? [])[0];
  return textOf(message, 'name') ?? (message && idOf(message));
}

function associatedWith(event: ModdleElement, { elements }: Model): readonly ModdleElement[] {
  return elements
    .filter((each) => each.$type === 'bpmn:Association' && elementOf(each, 'sourceRef') === event)
    .flatMap((association) => elementOf(association, 'targetRef') ?? []);
}

const intermediateOutgoing: Rule<'flow.outgoing-missing'> = {
  name: 'flow.outgoing-missing',
  on: ['bpmn:IntermediateThrowEvent', 'bpmn:IntermediateCatchEvent'],
  check: (event) => {
    const isSource = event.$type === 'bpmn:IntermediateThrowEvent' && isDefinedBy(event, 'Link');
    if (isSource || flowsAt(event, 'sourceRef').length > 0) return undefined;
    return { because: 'intermediate' };
  },
};

const linkTarget: Rule<'link.target-missing'> = {
  name: 'link.target-missing',
  on: ['bpmn:IntermediateThrowEvent'],
  check: (event) => {
    if (!isDefinedBy(event, 'Link') || partnersOf(event, 'bpmn:IntermediateCatchEvent').length === 1) return undefined;
    return {};
  },
};

const linkSource: Rule<'link.source-missing'> = {
  name: 'link.source-missing',
  on: ['bpmn:IntermediateCatchEvent'],
  check: (event) => {
    if (!isDefinedBy(event, 'Link') || partnersOf(event, 'bpmn:IntermediateThrowEvent').length > 0) return undefined;
    return {};
  },
};

function partnersOf(event: ModdleElement, type: string): readonly ModdleElement[] {
  const name = linkNameOf(event);
  return elementsOf(parentOf(event), 'flowElements').filter((each) => each.$type === type && linkNameOf(each) === name);
}

function linkNameOf(event: ModdleElement): string | undefined {
  const link = definitionsAt(event).find(({ $type }) => $type === 'bpmn:LinkEventDefinition');
  return link && (textOf(link, 'name') ?? '');
}

const timerAttributes: Rule<'timer.time-ambiguous'> = {
  name: 'timer.time-ambiguous',
  on: ['bpmn:TimerEventDefinition'],
  check: (definition) => {
    const given = ['timeDate', 'timeDuration', 'timeCycle'].filter((property) => elementOf(definition, property));
    if (given.length < 2) return undefined;
    return { timer: called(parentOf(definition)), given };
  },
};

const eventData: Rule<'event.data-wrong'> = {
  name: 'event.data-wrong',
  on: [
    'bpmn:StartEvent',
    'bpmn:EndEvent',
    'bpmn:IntermediateCatchEvent',
    'bpmn:IntermediateThrowEvent',
    'bpmn:BoundaryEvent',
  ],
  check: (event) => {
    const data = [...elementsOf(event, 'dataInputs'), ...elementsOf(event, 'dataOutputs')];
    const carrying = definitionsAt(event).filter(({ $type }) => $type in carriedBy);
    if (data.length === 0 || carrying.length === 0) return undefined;
    const wrong = data.find((item, index) => !isSameItem(elementOf(item, 'itemSubjectRef'), itemOf(carrying[index])));
    return wrong && { data: called(wrong) };
  },
};

const carriedBy: Readonly<Record<string, readonly [reference: string, item: string]>> = {
  'bpmn:MessageEventDefinition': ['messageRef', 'itemRef'],
  'bpmn:SignalEventDefinition': ['signalRef', 'structureRef'],
  'bpmn:EscalationEventDefinition': ['escalationRef', 'structureRef'],
  'bpmn:ErrorEventDefinition': ['errorRef', 'structureRef'],
};

function itemOf(definition: ModdleElement | undefined): ModdleElement | undefined {
  const [reference, item] = carriedBy[definition?.$type ?? ''] ?? ['', ''];
  return elementOf(elementOf(definition, reference), item);
}

/** Whether two item definitions describe the same thing: the same one, or the same named structure. */
export function isSameItem(one: ModdleElement | undefined, other: ModdleElement | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  if (idOf(one) === idOf(other)) return true;
  const structure = textOf(one, 'structureRef');
  return structure !== undefined && structure === textOf(other, 'structureRef');
}

/** Rules about events (BPMN 2.0.2, 10.5). */
export const eventRules: readonly Rule[] = [
  topLevelStart,
  subProcessStart,
  cancelBoundary,
  compensationFlow,
  compensationHandler,
  oneHandler,
  messageStarts,
  intermediateOutgoing,
  linkTarget,
  linkSource,
  timerAttributes,
  eventData,
];
