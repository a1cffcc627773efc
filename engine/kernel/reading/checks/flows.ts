import { elementOf, elementsOf } from '../../../rules/moddle.ts';
import type { ModdleElement } from '../../../rules/moddle.ts';
import { activityTypes, eventTypes, gatewayTypes } from '../../element-types.ts';
import { called, definitionsAt, isDefinedBy, parentOf, processOf } from './rule.ts';
import type { Model, Rule } from './rule.ts';

const immediateFlow: Rule = {
  name: 'flow.not-immediate',
  on: ['bpmn:SequenceFlow'],
  check: (flow) => {
    if (flow.isImmediate !== false || processOf(flow)?.isExecutable !== true) return undefined;
    return `Il flusso ${called(flow)} di un processo eseguibile deve essere immediato (isImmediate).`;
  },
};

const flowListed: Rule = {
  name: 'flow.listed-once',
  level: 'warning',
  on: ['bpmn:SequenceFlow'],
  check: (flow) => {
    const [source, target] = [elementOf(flow, 'sourceRef'), elementOf(flow, 'targetRef')];
    if (source === undefined || target === undefined) return undefined;
    const leaves = elementsOf(source, 'outgoing').includes(flow);
    const enters = elementsOf(target, 'incoming').includes(flow);
    if (leaves === enters) return undefined;
    return `${called(leaves ? target : source)} non elenca il flusso ${called(flow)}, che ${called(leaves ? source : target)} elenca.`;
  },
};

const flowEnds: Rule = {
  name: 'flow.end-wrong',
  on: ['bpmn:SequenceFlow'],
  check: (flow) => {
    const wrong = [elementOf(flow, 'sourceRef'), elementOf(flow, 'targetRef')].find((end) => end && !isFlowNode(end));
    return (
      wrong && `Il flusso ${called(flow)} è legato a ${called(wrong)}, che non è un’attività, un evento o un gateway.`
    );
  },
};

function isFlowNode({ $type }: ModdleElement): boolean {
  return [...activityTypes, ...eventTypes, ...gatewayTypes].includes($type) || $type.startsWith('bpmn:Choreography');
}

const messageFlowEnds: Rule = {
  name: 'message-flow.end-wrong',
  on: ['bpmn:MessageFlow'],
  check: (flow) => {
    const wrong = [elementOf(flow, 'sourceRef'), elementOf(flow, 'targetRef')].find((end) => end && !canTalk(end));
    return (
      wrong && `Il flusso di messaggi ${called(flow)} è legato a ${called(wrong)}, che non invia né riceve messaggi.`
    );
  },
};

function canTalk({ $type }: ModdleElement): boolean {
  const isPool = $type === 'bpmn:Participant' || $type === 'bpmn:ConversationNode' || $type === 'bpmn:Conversation';
  return isPool || activityTypes.includes($type) || eventTypes.includes($type);
}

const messageFlowInPool: Rule = {
  name: 'message-flow.inside-pool',
  on: ['bpmn:MessageFlow'],
  check: (flow, model) => {
    const source = poolOf(elementOf(flow, 'sourceRef'), model);
    const target = poolOf(elementOf(flow, 'targetRef'), model);
    if (source === undefined || source !== target) return undefined;
    return `Il flusso di messaggi ${called(flow)} resta nel pool ${called(source)}: deve unire pool diversi.`;
  },
};

function poolOf(end: ModdleElement | undefined, { pools }: Model): ModdleElement | undefined {
  if (end === undefined || end.$type === 'bpmn:Participant') return end;
  const process = processOf(end);
  return process && (pools.get(String(process.id)) ?? process);
}

const throwingTypes = ['bpmn:IntermediateThrowEvent', 'bpmn:EndEvent'];

const messageFlowDirection: Rule = {
  name: 'message-flow.direction-wrong',
  on: ['bpmn:MessageFlow'],
  check: (flow) => {
    const source = elementOf(flow, 'sourceRef');
    const target = elementOf(flow, 'targetRef');
    const isThrown = (end: ModdleElement | undefined) => throwingTypes.some((type) => type === end?.$type);
    if (source && eventTypes.includes(source.$type) && !isThrown(source)) {
      return `Dall’evento ${called(source)}, che riceve, non può partire il flusso di messaggi ${called(flow)}.`;
    }
    if (!isThrown(target)) return undefined;
    return `All’evento ${called(target)}, che invia, non può arrivare il flusso di messaggi ${called(flow)}.`;
  },
};

const messageFlowEvent: Rule = {
  name: 'message-flow.event-wrong',
  on: ['bpmn:MessageFlow'],
  check: (flow) => {
    const wrong = eventsOf(flow).find((end) => definitionsAt(end).length > 0 && !isDefinedBy(end, 'Message'));
    return (
      wrong && `Il flusso di messaggi ${called(flow)} è legato all’evento ${called(wrong)}, che non è di messaggio.`
    );
  },
};

// In a process that is not executed an event may be drawn without saying yet of what kind it is.
const messageFlowPlainEvent: Rule = {
  name: 'message-flow.event-plain',
  level: 'warning',
  on: ['bpmn:MessageFlow'],
  check: (flow) => {
    const plain = eventsOf(flow).find(
      (end) => definitionsAt(end).length === 0 && processOf(end)?.isExecutable === true,
    );
    return (
      plain &&
      `Il flusso di messaggi ${called(flow)} è legato all’evento ${called(plain)}, che non dice quale messaggio.`
    );
  },
};

function eventsOf(flow: ModdleElement): readonly ModdleElement[] {
  return ['sourceRef', 'targetRef']
    .flatMap((end) => elementOf(flow, end) ?? [])
    .filter(({ $type }) => eventTypes.includes($type));
}

const multiplicity: Rule = {
  name: 'pool.multiplicity-wrong',
  on: ['bpmn:ParticipantMultiplicity'],
  check: (range) => {
    const minimum = typeof range.minimum === 'number' ? range.minimum : 0;
    const maximum = typeof range.maximum === 'number' ? range.maximum : 1;
    if (minimum >= 0 && maximum >= 1 && maximum >= minimum) return undefined;
    return `Il pool ${called(parentOf(range))} non può avere da ${minimum} a ${maximum} partecipanti.`;
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
