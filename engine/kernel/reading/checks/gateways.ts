import { elementOf, textOf } from '../../../rules/moddle.ts';
import type { ModdleElement } from '../../../rules/moddle.ts';
import { gatewayTypes } from '../../element-types.ts';
import { called, flowsAt, isDefinedBy } from './rule.ts';
import type { Rule } from './rule.ts';

const gatewayDirection: Rule<'gateway.direction-wrong'> = {
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
    return { direction, enters, leaves };
  },
};

const gatewayWays: Rule<'gateway.ways-few'> = {
  name: 'gateway.ways-few',
  level: 'warning',
  on: gatewayTypes,
  check: (gateway) => {
    if (flowsAt(gateway, 'targetRef').length > 1 || flowsAt(gateway, 'sourceRef').length > 1) return undefined;
    return {};
  },
};

const eventGatewayStarts: Rule<'gateway.start-wrong'> = {
  name: 'gateway.start-wrong',
  level: 'warning',
  on: ['bpmn:EventBasedGateway'],
  check: (gateway) => {
    const isStart = gateway.instantiate === true;
    if (isStart && flowsAt(gateway, 'targetRef').length > 0) return { because: 'entered' };
    if (isStart || gateway.eventGatewayType !== 'Parallel') return undefined;
    return { because: 'waits-for-all' };
  },
};

const eventGatewaySplits: Rule<'gateway.events-few'> = {
  name: 'gateway.events-few',
  on: ['bpmn:EventBasedGateway'],
  check: (gateway) => {
    if (flowsAt(gateway, 'sourceRef').length > 1) return undefined;
    return {};
  },
};

const eventGatewayReceives: Rule<'gateway.receivers-mixed'> = {
  name: 'gateway.receivers-mixed',
  on: ['bpmn:EventBasedGateway'],
  check: (gateway) => {
    const targets = flowsAt(gateway, 'sourceRef').flatMap((flow) => elementOf(flow, 'targetRef') ?? []);
    const receives = targets.some(({ $type }) => $type === 'bpmn:ReceiveTask');
    const catches = targets.some(
      (each) => each.$type === 'bpmn:IntermediateCatchEvent' && isDefinedBy(each, 'Message'),
    );
    if (!receives || !catches) return undefined;
    return {};
  },
};

const eventGatewayTargets: Rule<'gateway.event-shared'> = {
  name: 'gateway.event-shared',
  on: ['bpmn:EventBasedGateway'],
  check: (gateway) => {
    const targets = flowsAt(gateway, 'sourceRef').flatMap((flow) => elementOf(flow, 'targetRef') ?? []);
    const shared = targets.find((target) => flowsAt(target, 'targetRef').length > 1);
    return shared && { target: called(shared) };
  },
};

const conditionIgnored: Rule<'flow.condition-ignored'> = {
  name: 'flow.condition-ignored',
  level: 'warning',
  on: ['bpmn:SequenceFlow'],
  check: (flow) => conditionAfter(flow, 'bpmn:ParallelGateway'),
};

const conditionForbidden: Rule<'flow.condition-forbidden'> = {
  name: 'flow.condition-forbidden',
  on: ['bpmn:SequenceFlow'],
  check: (flow) => conditionAfter(flow, 'bpmn:EventBasedGateway'),
};

function conditionAfter(flow: ModdleElement, type: string): { readonly source: string } | undefined {
  const source = elementOf(flow, 'sourceRef');
  if (elementOf(flow, 'conditionExpression') === undefined || source?.$type !== type) return undefined;
  return { source: called(source) };
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
