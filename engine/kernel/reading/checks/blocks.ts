import { elementOf, elementsOf, idOf, textOf } from '../../../rules/moddle.ts';
import type { ModdleElement } from '../../../rules/moddle.ts';
import { activityTypes } from '../../element-types.ts';
import { isUri } from './formats.ts';
import { called, definitionsAt, flowsAt, isDefinedBy, nearest, parentOf } from './rule.ts';
import type { Rule } from './rule.ts';

const eventSubProcessInFlow: Rule<'event-sub-process.in-flow'> = {
  name: 'event-sub-process.in-flow',
  on: ['bpmn:SubProcess', 'bpmn:AdHocSubProcess'],
  check: (block) => {
    if (block.triggeredByEvent !== true) return undefined;
    const flow = [...flowsAt(block, 'targetRef'), ...flowsAt(block, 'sourceRef')][0];
    return flow && { flow: called(flow) };
  },
};

const eventSubProcessStart: Rule<'event-sub-process.start-wrong'> = {
  name: 'event-sub-process.start-wrong',
  on: ['bpmn:SubProcess'],
  check: (block) => {
    if (block.triggeredByEvent !== true) return undefined;
    const starts = elementsOf(block, 'flowElements').filter(({ $type }) => $type === 'bpmn:StartEvent');
    const [start] = starts;
    if (starts.length === 1 && start !== undefined && definitionsAt(start).length > 0) return undefined;
    return {};
  },
};

const adHocContent: Rule<'ad-hoc.content-wrong'> = {
  name: 'ad-hoc.content-wrong',
  on: ['bpmn:StartEvent', 'bpmn:EndEvent'],
  check: (event) => {
    const block = parentOf(event);
    if (block?.$type !== 'bpmn:AdHocSubProcess') return undefined;
    return { block: called(block) };
  },
};

const adHocEmpty: Rule<'ad-hoc.empty'> = {
  name: 'ad-hoc.empty',
  on: ['bpmn:AdHocSubProcess'],
  check: (block) => {
    const isActivity = ({ $type }: ModdleElement) => activityTypes.includes($type);
    if (elementsOf(block, 'flowElements').some(isActivity)) return undefined;
    return {};
  },
};

const subProcessData: Rule<'sub-process.data-wrong'> = {
  name: 'sub-process.data-wrong',
  on: ['bpmn:SubProcess', 'bpmn:Transaction', 'bpmn:AdHocSubProcess'],
  check: (block) => {
    const data = elementOf(block, 'ioSpecification');
    if (elementOf(block, 'loopCharacteristics') || data === undefined) return undefined;
    const held = [...elementsOf(data, 'dataInputs'), ...elementsOf(data, 'dataOutputs')][0];
    return held && { data: called(held) };
  },
};

const transactionMethod: Rule<'transaction.method-wrong'> = {
  name: 'transaction.method-wrong',
  on: ['bpmn:Transaction'],
  check: (block) => {
    const method = textOf(block, 'method');
    if (method === undefined || isUri(method)) return undefined;
    return { method };
  },
};

const cancelOutsideTransaction: Rule<'event.cancel-outside-transaction'> = {
  name: 'event.cancel-outside-transaction',
  on: ['bpmn:EndEvent'],
  check: (event) => {
    if (!isDefinedBy(event, 'Cancel') || transactionAround(event)) return undefined;
    return {};
  },
};

// Executed all the same: the transaction around is cancelled (BPMN 2.0.2, 10.5.6: in no other kind of sub-process).
const cancelNested: Rule<'event.cancel-nested'> = {
  name: 'event.cancel-nested',
  level: 'warning',
  on: ['bpmn:EndEvent'],
  check: (event) => {
    const block = parentOf(event);
    const transaction = transactionAround(event);
    if (!isDefinedBy(event, 'Cancel') || transaction === undefined || transaction === block) return undefined;
    return { transaction: called(transaction), block: called(block) };
  },
};

function transactionAround(event: ModdleElement): ModdleElement | undefined {
  return nearest(parentOf(event), ({ $type }) => $type === 'bpmn:Transaction');
}

const processId: Rule<'process.id-missing'> = {
  name: 'process.id-missing',
  on: ['bpmn:Process'],
  check: (process) => {
    if (process.isExecutable !== true || idOf(process) !== '') return undefined;
    return {};
  },
};

const publicExecutable: Rule<'process.public-executable'> = {
  name: 'process.public-executable',
  on: ['bpmn:Process'],
  check: (process) => {
    if (process.processType !== 'Public' || process.isExecutable !== true) return undefined;
    return {};
  },
};

const calledProcessStart: Rule<'call.start-missing'> = {
  name: 'call.start-missing',
  on: ['bpmn:CallActivity'],
  check: (activity, { elements }) => {
    const id = textOf(activity, 'calledElement')?.replace(/^[\w.-]+:/, '');
    const process = elements.find((each) => each.$type === 'bpmn:Process' && idOf(each) === id);
    const starts = elementsOf(process, 'flowElements').filter(({ $type }) => $type === 'bpmn:StartEvent');
    if (process === undefined || starts.length === 0) return undefined;
    if (starts.some((start) => definitionsAt(start).length === 0)) return undefined;
    return { process: called(process) };
  },
};

const startedBySomething: Rule<'start.missing'> = {
  name: 'start.missing',
  on: ['bpmn:Process', 'bpmn:SubProcess', 'bpmn:Transaction'],
  check: (block) => {
    const inside = elementsOf(block, 'flowElements');
    const hasEnd = inside.some(({ $type }) => $type === 'bpmn:EndEvent');
    const hasStart = inside.some(({ $type, instantiate }) => $type === 'bpmn:StartEvent' || instantiate === true);
    return hasEnd && !hasStart ? {} : undefined;
  },
};

const endedBySomething: Rule<'end.missing'> = {
  name: 'end.missing',
  level: 'warning',
  on: ['bpmn:Process', 'bpmn:SubProcess', 'bpmn:Transaction'],
  check: (block) => {
    const inside = elementsOf(block, 'flowElements');
    const hasStart = inside.some(({ $type }) => $type === 'bpmn:StartEvent');
    const hasEnd = inside.some(({ $type }) => $type === 'bpmn:EndEvent');
    return hasStart && !hasEnd ? {} : undefined;
  },
};

/** Rules about processes and sub-processes as a whole (BPMN 2.0.2, 10.3 and 10.5). */
export const blockRules: readonly Rule[] = [
  eventSubProcessInFlow,
  eventSubProcessStart,
  adHocContent,
  adHocEmpty,
  subProcessData,
  transactionMethod,
  cancelOutsideTransaction,
  cancelNested,
  processId,
  publicExecutable,
  calledProcessStart,
  startedBySomething,
  endedBySomething,
];
