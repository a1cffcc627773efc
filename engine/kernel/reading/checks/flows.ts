import { elementOf, elementsOf } from '../../../rules/moddle.ts';
import type { ModdleElement } from '../../../rules/moddle.ts';
import { activityTypes, eventTypes, gatewayTypes } from '../../element-types.ts';
import { called, definitionsAt, isDefinedBy, parentOf, processOf } from './rule.ts';
import type { Model, Rule } from './rule.ts';

const immediateFlow: Rule<'flow.not-immediate'> = {
  name: 'flow.not-immediate',
  on: ['bpmn:SequenceFlow'],
  check: (flow) => {
    if (flow.isImmediate !== false || processOf(flow)?.isExecutable !== true) return undefined;
    return {};
  },
};

const flowListed: Rule<'flow.listed-once'> = {
  name: 'flow.listed-once',
  level: 'warning',
  on: ['bpmn:SequenceFlow'],
  check: (flow) => {
    const [source, target] = [elementOf(flow, 'sourceRef'), elementOf(flow, 'targetRef')];
    if (source === undefined || target === undefined) return undefined;
    const leaves = elementsOf(source, 'outgoing').includes(flow);
    const enters = elementsOf(target, 'incoming').includes(flow);
    if (leaves === enters) return undefined;
    return { end: called(leaves ? target : source), other: called(leaves ? source : target) };
  },
};

const flowEnds: Rule<'flow.end-wrong'> = {
  name: 'flow.end-wrong',
  on: ['bpmn:SequenceFlow'],
  check: (flow) => {
    const wrong = [elementOf(flow, 'sourceRef'), elementOf(flow, 'targetRef')].find((end) => end && !isFlowNode(end));
    return wrong && { end: called(wrong) };
  },
};

function isFlowNode({ $type }: ModdleElement): boolean {
  return [...activityTypes, ...eventTypes, ...gatewayTypes].includes($type) || $type.startsWith('bpmn:Choreography');
}

const messageFlowEnds: Rule<'message-flow.end-wrong'> = {
  name: 'message-flow.end-wrong',
  on: ['bpmn:MessageFlow'],
  check: (flow) => {
    const wrong = [elementOf(flow, 'sourceRef'), elementOf(flow, 'targetRef')].find((end) => end && !canTalk(end));
    return wrong && { end: called(wrong) };
  },
};

function canTalk({ $type }: ModdleElement): boolean {
  const isPool = $type === 'bpmn:Participant' || $type === 'bpmn:ConversationNode' || $type === 'bpmn:Conversation';
  return isPool || activityTypes.includes($type) || eventTypes.includes($type);
}

const messageFlowInPool: Rule<'message-flow.inside-pool'> = {
  name: 'message-flow.inside-pool',
  on: ['bpmn:MessageFlow'],
  check: (flow, model) => {
    const source = poolOf(elementOf(flow, 'sourceRef'), model);
    const target = poolOf(elementOf(flow, 'targetRef'), model);
    if (source === undefined || source !== target) return undefined;
    return { pool: called(source) };
  },
};

function poolOf(end: ModdleElement | undefined, { pools }: Model): ModdleElement | undefined {
  if (end === undefined || end.$type === 'bpmn:Participant') return end;
  const process = processOf(end);
  return process && (pools.get(String(process.id)) ?? process);
}

const throwingTypes = ['bpmn:IntermediateThrowEvent', 'bpmn:EndEvent'];

const messageFlowDirection: Rule<'message-flow.direction-wrong'> = {
  name: 'message-flow.direction-wrong',
  on: ['bpmn:MessageFlow'],
  check: (flow) => {
    const source = elementOf(flow, 'sourceRef');
    const target = elementOf(flow, 'targetRef');
    const isThrown = (end: ModdleElement | undefined) => throwingTypes.some((type) => type === end?.$type);
    if (source && eventTypes.includes(source.$type) && !isThrown(source)) {
      return { because: 'from-receiver', event: called(source) };
    }
    if (!isThrown(target)) return undefined;
    return { because: 'to-sender', event: called(target) };
  },
};

const messageFlowEvent: Rule<'message-flow.event-wrong'> = {
  name: 'message-flow.event-wrong',
  on: ['bpmn:MessageFlow'],
  check: (flow) => {
    const wrong = eventsOf(flow).find((end) => definitionsAt(end).length > 0 && !isDefinedBy(end, 'Message'));
    return wrong && { event: called(wrong) };
  },
};

// In a process that is not executed an event may be drawn without saying yet of what kind it is.
const messageFlowPlainEvent: Rule<'message-flow.event-plain'> = {
  name: 'message-flow.event-plain',
  level: 'warning',
  on: ['bpmn:MessageFlow'],
  check: (flow) => {
    const plain = eventsOf(flow).find(
      (end) => definitionsAt(end).length === 0 && processOf(end)?.isExecutable === true,
    );
    return plain && { event: called(plain) };
  },
};

function eventsOf(flow: ModdleElement): readonly ModdleElement[] {
  return ['sourceRef', 'targetRef']
    .flatMap((end) => elementOf(flow, end) ?? [])
    .filter(({ $type }) => eventTypes.includes($type));
}

const multiplicity: Rule<'pool.multiplicity-wrong'> = {
  name: 'pool.multiplicity-wrong',
  on: ['bpmn:ParticipantMultiplicity'],
  check: (range) => {
    const minimum = typeof range.minimum === 'number' ? range.minimum : 0;
    const maximum = typeof range.maximum === 'number' ? range.maximum : 1;
    if (minimum >= 0 && maximum >= 1 && maximum >= minimum) return undefined;
    return { pool: called(parentOf(range)), minimum, maximum };
  },
};

/** Rules about flows, message flows and pools (BPMN 2.0.2, 8.3 and 9). */
export const flowRules: readonly Rule[] = [
  immediateFlow,
  flowListed,
  flowEnds,
  messageFlowEnds,
  messageFlowInPool,
  messageFlowDirection,
  messageFlowEvent,
  messageFlowPlainEvent,
  multiplicity,
];
