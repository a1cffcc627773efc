import { elementOf, elementsOf, textOf } from '../../../rules/moddle.ts';
import type { ModdleElement } from '../../../rules/moddle.ts';
import { activityTypes } from '../../element-types.ts';
import { called, definitionsAt, flowsAt, isDefinedBy, parentOf, processOf } from './rule.ts';
import type { Model, Rule } from './rule.ts';

const handlerInFlow: Rule<'compensation.handler-in-flow'> = {
  name: 'compensation.handler-in-flow',
  level: 'warning',
  on: activityTypes,
  check: (activity) => {
    if (!isHandler(activity)) return undefined;
    const [flow] = [...flowsAt(activity, 'targetRef'), ...flowsAt(activity, 'sourceRef')];
    return flow && { flow: called(flow) };
  },
};

const handlerAlone: Rule<'compensation.handler-alone'> = {
  name: 'compensation.handler-alone',
  level: 'warning',
  on: activityTypes,
  check: (activity, model) => {
    if (!isHandler(activity) || isReached(activity, model)) return undefined;
    return {};
  },
};

// An event sub-process that compensates is set off by its own start event.
function isHandler({ isForCompensation, triggeredByEvent }: ModdleElement): boolean {
  return isForCompensation === true && triggeredByEvent !== true;
}

function isReached(activity: ModdleElement, { elements }: Model): boolean {
  return elements.some((each) => {
    const source = elementOf(each, 'sourceRef');
    return each.$type === 'bpmn:Association' && elementOf(each, 'targetRef') === activity && isUndoing(source);
  });
}

function isUndoing(event: ModdleElement | undefined): boolean {
  return event?.$type === 'bpmn:BoundaryEvent' && isDefinedBy(event, 'Compensate');
}

/** What a behaviour of a repeated activity needs besides its name. */
const behaviours: Readonly<Record<string, string>> = {
  None: 'noneBehaviorEventRef',
  One: 'oneBehaviorEventRef',
};

const behaviourEvent: Rule<'loop.behaviour-missing'> = {
  name: 'loop.behaviour-missing',
  level: 'warning',
  on: ['bpmn:MultiInstanceLoopCharacteristics'],
  check: (loop) => {
    const behaviour = textOf(loop, 'behavior') ?? 'All';
    const reference = behaviours[behaviour];
    const isRight =
      behaviour === 'Complex'
        ? elementsOf(loop, 'complexBehaviorDefinition').length > 0
        : reference === undefined || elementOf(loop, reference) !== undefined;
    if (isRight) return undefined;
    return { activity: called(parentOf(loop)), behaviour, needed: reference ?? 'complexBehaviorDefinition' };
  },
};

const countTwice: Rule<'loop.count-twice'> = {
  name: 'loop.count-twice',
  level: 'warning',
  on: ['bpmn:MultiInstanceLoopCharacteristics'],
  check: (loop) => {
    if (elementOf(loop, 'loopCardinality') === undefined || elementOf(loop, 'loopDataInputRef') === undefined)
      return undefined;
    return { activity: called(parentOf(loop)) };
  },
};

const loopMaximum: Rule<'loop.maximum-wrong'> = {
  name: 'loop.maximum-wrong',
  level: 'warning',
  on: ['bpmn:StandardLoopCharacteristics'],
  check: (loop) => {
    const maximum = loop.loopMaximum;
    if (typeof maximum !== 'number' || (Number.isInteger(maximum) && maximum >= 0)) return undefined;
    return { activity: called(parentOf(loop)), maximum };
  },
};

const receiveInFlow: Rule<'receive.start-in-flow'> = {
  name: 'receive.start-in-flow',
  level: 'warning',
  on: ['bpmn:ReceiveTask'],
  check: (task) => {
    const [flow] = flowsAt(task, 'targetRef');
    if (task.instantiate !== true || flow === undefined) return undefined;
    return { flow: called(flow) };
  },
};

const laneTwice: Rule<'lane.node-twice'> = {
  name: 'lane.node-twice',
  level: 'warning',
  on: ['bpmn:Lane'],
  check: (lane) => {
    const siblings = elementsOf(parentOf(lane), 'lanes');
    const earlier = siblings.slice(0, siblings.indexOf(lane)).flatMap((each) => elementsOf(each, 'flowNodeRef'));
    const twice = elementsOf(lane, 'flowNodeRef').find((node) => earlier.includes(node));
    return twice && { node: called(twice) };
  },
};

const errorCode: Rule<'error.code-missing'> = {
  name: 'error.code-missing',
  level: 'warning',
  on: ['bpmn:EndEvent'],
  check: (event) => {
    if (processOf(event)?.isExecutable !== true) return undefined;
    const errors = definitionsAt(event).filter(({ $type }) => $type === 'bpmn:ErrorEventDefinition');
    if (errors.every((each) => textOf(elementOf(each, 'errorRef'), 'errorCode') !== undefined)) return undefined;
    return {};
  },
};

const linkName: Rule<'link.name-missing'> = {
  name: 'link.name-missing',
  level: 'warning',
  on: ['bpmn:IntermediateThrowEvent', 'bpmn:IntermediateCatchEvent'],
  check: (event) => {
    const link = definitionsAt(event).find(({ $type }) => $type === 'bpmn:LinkEventDefinition');
    if (link === undefined || textOf(link, 'name') !== undefined) return undefined;
    return {};
  },
};

/** Rules about what activities compensate, repeat and start, and who does them (BPMN 2.0.2, 10.3, 10.5 and 10.8). */
export const activityRules: readonly Rule[] = [
  handlerInFlow,
  handlerAlone,
  behaviourEvent,
  countTwice,
  loopMaximum,
  receiveInFlow,
  laneTwice,
  errorCode,
  linkName,
];
