import { elementOf, textOf } from '../../../rules/moddle.ts';
import type { ModdleElement } from '../../../rules/moddle.ts';
import { gatewayTypes } from '../../element-types.ts';
import { called, flowsAt, isDefinedBy } from './rule.ts';
import type { Rule } from './rule.ts';

const gatewayDirection: Rule = {
  name: 'gateway.direction-wrong',
  on: gatewayTypes,
  check: (gateway) => {
    const direction = textOf(gateway, 'gatewayDirection');
    const enters = flowsAt(gateway, 'targetRef').length;
    const leaves = flowsAt(gateway, 'sourceRef').length;
    const joins = enters > 1;
    const splits = leaves > 1;
    const isRight =
      (direction === 'Converging' && joins && !splits) ||
      (direction === 'Diverging' && splits && !joins) ||
      (direction === 'Mixed' && joins && splits) ||
      direction === undefined ||
      direction === 'Unspecified';
    if (isRight) return undefined;
    return `Il gateway ${called(gateway)} si dice «${direction}», ma vi entrano ${enters} flussi e ne escono ${leaves}.`;
  },
};

const gatewayWays: Rule = {
  name: 'gateway.ways-few',
  level: 'warning',
  on: gatewayTypes,
  check: (gateway) => {
    if (flowsAt(gateway, 'targetRef').length > 1 || flowsAt(gateway, 'sourceRef').length > 1) return undefined;
    return `Il gateway ${called(gateway)} non unisce né divide: servono più flussi in ingresso o in uscita.`;
  },
};

const eventGatewayStarts: Rule = {
  name: 'gateway.start-wrong',
  level: 'warning',
  on: ['bpmn:EventBasedGateway'],
  check: (gateway) => {
    const isStart = gateway.instantiate === true;
    if (isStart && flowsAt(gateway, 'targetRef').length > 0)
      return `Nel gateway ${called(gateway)}, che avvia il processo, non può entrare alcun flusso.`;
    if (isStart || gateway.eventGatewayType !== 'Parallel') return undefined;
    return `Il gateway ${called(gateway)} attende tutti gli eventi: può farlo solo se avvia il processo (instantiate).`;
  },
};

const eventGatewaySplits: Rule = {
  name: 'gateway.events-few',
  on: ['bpmn:EventBasedGateway'],
  check: (gateway) => {
    if (flowsAt(gateway, 'sourceRef').length > 1) return undefined;
    return `Al gateway basato su eventi ${called(gateway)} devono seguire almeno due eventi.`;
  },
};

const eventGatewayReceives: Rule = {
  name: 'gateway.receivers-mixed',
  on: ['bpmn:EventBasedGateway'],
  check: (gateway) => {
    const targets = flowsAt(gateway, 'sourceRef').flatMap((flow) => elementOf(flow, 'targetRef') ?? []);
    const receives = targets.some(({ $type }) => $type === 'bpmn:ReceiveTask');
    const catches = targets.some(
      (each) => each.$type === 'bpmn:IntermediateCatchEvent' && isDefinedBy(each, 'Message'),
    );
    if (!receives || !catches) return undefined;
    return `Al gateway ${called(gateway)} seguono sia attività di ricezione sia eventi di messaggio: serve un solo modo.`;
  },
};

const eventGatewayTargets: Rule = {
  name: 'gateway.event-shared',
  on: ['bpmn:EventBasedGateway'],
  check: (gateway) => {
    const targets = flowsAt(gateway, 'sourceRef').flatMap((flow) => elementOf(flow, 'targetRef') ?? []);
    const shared = targets.find((target) => flowsAt(target, 'targetRef').length > 1);
    return shared && `In ${called(shared)}, che segue il gateway ${called(gateway)}, non possono entrare altri flussi.`;
  },
};

const conditionIgnored: Rule = {
  name: 'flow.condition-ignored',
  level: 'warning',
  on: ['bpmn:SequenceFlow'],
  check: (flow) => conditionComplaint(flow, 'bpmn:ParallelGateway'),
};

const conditionForbidden: Rule = {
  name: 'flow.condition-forbidden',
  on: ['bpmn:SequenceFlow'],
  check: (flow) => conditionComplaint(flow, 'bpmn:EventBasedGateway'),
};

function conditionComplaint(flow: ModdleElement, type: string): string | undefined {
  const source = elementOf(flow, 'sourceRef');
  if (elementOf(flow, 'conditionExpression') === undefined || source?.$type !== type) return undefined;
  return `Il flusso ${called(flow)} esce da ${called(source)}, che non esamina condizioni.`;
}

/** Rules about gateways (BPMN 2.0.2, 10.6). */
export const gatewayRules: readonly Rule[] = [
  gatewayDirection,
  gatewayWays,
  eventGatewayStarts,
  eventGatewaySplits,
  eventGatewayReceives,
  eventGatewayTargets,
  conditionIgnored,
  conditionForbidden,
];
