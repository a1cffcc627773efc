import { around, awaiting, beside, block, choosing, on, only, side, task, to, when } from './parts.ts';
import type { StandardCase } from './parts.ts';

/** Two pools, the second of a process that is only drawn, and a message flow between them. */
function talk(source: string, target: string, inside = ''): string {
  const top =
    '<bpmn:collaboration id="c"><bpmn:participant id="pool" processRef="p"/><bpmn:participant id="other" processRef="q"/>' +
    `<bpmn:messageFlow id="mf" sourceRef="${source}" targetRef="${target}"/></bpmn:collaboration>` +
    '<bpmn:process id="q" isExecutable="false"><bpmn:task id="qt"/><bpmn:endEvent id="qe"/></bpmn:process>';
  return around(task('a') + inside, top);
}

const pool = (range: string): string =>
  around(
    task('a'),
    `<bpmn:collaboration id="c"><bpmn:participant id="pool"><bpmn:participantMultiplicity ${range}/></bpmn:participant></bpmn:collaboration>`,
  );

/** Flows, message flows and pools. */
export const flowCases: readonly StandardCase[] = [
  {
    ...{ fact: 'a flow that is not immediate', rule: 'flow.not-immediate', at: 'a-e', level: 'error' },
    wrong: [around(task('a')).replace('id="a-e"', 'id="a-e" isImmediate="false"')],
    right: [around(task('a')).replace('id="a-e"', 'id="a-e" isImmediate="true"'), around(task('a'))],
  },
  {
    ...{ fact: 'a flow to something that does not flow', rule: 'flow.end-wrong', at: 'a-d', level: 'error' },
    wrong: [around(`${task('a')}<bpmn:dataObject id="d"/>${to('a', 'd')}`)],
    right: [around(task('a')), around('<bpmn:exclusiveGateway id="a"/>')],
  },
  {
    ...{ fact: 'a message flow from a gateway', rule: 'message-flow.end-wrong', at: 'mf', level: 'error' },
    wrong: [talk('g', 'other', '<bpmn:exclusiveGateway id="g"/>'), talk('qt', 'g', '<bpmn:exclusiveGateway id="g"/>')],
    right: [talk('a', 'other'), talk('pool', 'qt'), talk('a', 'qt')],
  },
  {
    ...{ fact: 'a message flow inside a pool', rule: 'message-flow.inside-pool', at: 'mf', level: 'error' },
    wrong: [talk('a', 'b', task('b')), talk('a', 'pool'), talk('other', 'qt')],
    right: [talk('a', 'qt'), talk('pool', 'other')],
  },
  {
    ...{
      fact: 'a message flow against the direction of its event',
      rule: 'message-flow.direction-wrong',
      at: 'mf',
      level: 'error',
    },
    wrong: [
      talk('x', 'qt', on('intermediateCatchEvent', 'x', 'message')),
      talk('qt', 'x', on('intermediateThrowEvent', 'x', 'message')),
      talk('qt', 'e'),
    ],
    right: [
      talk('qt', 'x', on('intermediateCatchEvent', 'x', 'message')),
      talk('x', 'qt', on('intermediateThrowEvent', 'x', 'message')),
    ],
  },
  {
    ...{
      fact: 'a message flow at an event of another kind',
      rule: 'message-flow.event-wrong',
      at: 'mf',
      level: 'error',
    },
    wrong: [
      talk('x', 'qt', on('intermediateThrowEvent', 'x', 'signal')),
      talk('qt', 'x', on('intermediateCatchEvent', 'x', 'signal')),
    ],
    right: [talk('x', 'qt', on('intermediateThrowEvent', 'x', 'message')), talk('e', 'qt')],
  },
  {
    ...{
      fact: 'a message flow at an event that does not say which',
      rule: 'message-flow.event-plain',
      at: 'mf',
      level: 'warning',
    },
    wrong: [talk('e', 'qt')],
    right: [talk('qe', 'a'), talk('x', 'qt', on('intermediateThrowEvent', 'x', 'message'))],
  },
  {
    ...{ fact: 'a pool of impossible size', rule: 'pool.multiplicity-wrong', at: 'pool', level: 'error' },
    wrong: [pool('minimum="3" maximum="2"'), pool('maximum="0"'), pool('minimum="-1"'), pool('minimum="2"')],
    right: [pool('minimum="2" maximum="2"'), pool('minimum="1"'), pool('minimum="0" maximum="1"'), pool('maximum="1"')],
  },
  {
    ...{ fact: 'a condition after a parallel gateway', rule: 'flow.condition-ignored', at: 'a-b', level: 'warning' },
    wrong: [choosing('parallelGateway', when('= true'))],
    right: [choosing('parallelGateway', ''), choosing('exclusiveGateway', when('= true'))],
  },
  {
    ...{ fact: 'a condition after an event gateway', rule: 'flow.condition-forbidden', at: 'a-x', level: 'error' },
    wrong: [awaiting('', '', to('s', 'a') + to('a', 'x', when('= true')) + to('a', 'y'))],
    right: [awaiting('', '', to('s', 'a') + to('a', 'x') + to('a', 'y'))],
  },
  {
    ...{ fact: 'a condition where there is no other way', rule: 'flow.condition-alone', at: 'a-b', level: 'warning' },
    wrong: [
      only(
        `<bpmn:startEvent id="s"/>${task('a')}${task('b')}<bpmn:endEvent id="e"/>${to('s', 'a')}${to('a', 'b', when('= true'))}${to('b', 'e')}`,
      ),
    ],
    right: [choosing('task', when('= true')), choosing('exclusiveGateway', when('= true'))],
  },
  {
    ...{ fact: 'a flow from nowhere', rule: 'flow.source-missing', at: 'f', level: 'error' },
    wrong: [around(`${task('a')}<bpmn:sequenceFlow id="f" targetRef="e"/>`)],
    right: [around(task('a'))],
  },
  {
    ...{ fact: 'a flow into a start', rule: 'flow.incoming-forbidden', at: 's', level: 'error' },
    wrong: [around(task('a') + to('a', 's'))],
    right: [around(task('a'))],
  },
  {
    ...{ fact: 'a flow into an event on a border', rule: 'flow.incoming-forbidden', at: 'b', level: 'error' },
    wrong: [beside(side).replace(to('b', 'e'), to('b', 'e') + to('a', 'b'))],
    right: [beside(side)],
  },
  {
    ...{ fact: 'a flow out of an end', rule: 'flow.outgoing-forbidden', at: 'e', level: 'error' },
    wrong: [around(task('a') + to('e', 'a'))],
    right: [around(task('a'))],
  },
  {
    ...{ fact: 'a flow over the border of a sub-process', rule: 'flow.crosses-border', at: 't-e', level: 'error' },
    wrong: [around(`<bpmn:subProcess id="a">${task('t')}</bpmn:subProcess>${to('t', 'e')}`)],
    right: [block(`${task('t')}${task('u')}${to('t', 'u')}`)],
  },
  {
    ...{ fact: 'a default that leaves another element', rule: 'flow.default-foreign', at: 'a', level: 'error' },
    wrong: [around('<bpmn:task id="a" default="s-a"/>')],
    right: [around('<bpmn:task id="a" default="a-e"/>')],
  },
  {
    ...{ fact: 'a default with a condition', rule: 'flow.default-conditional', at: 'a-b', level: 'warning' },
    wrong: [choosing('exclusiveGateway', when('= true')).replace('Gateway id="a"', 'Gateway id="a" default="a-b"')],
    right: [choosing('exclusiveGateway', when('= true')).replace('Gateway id="a"', 'Gateway id="a" default="a-c"')],
  },
];
