import { around, choosing, on, only, task, to } from './parts.ts';
import type { StandardCase } from './parts.ts';

/** A transaction `a` that may be cancelled, with what is on its border. */
const transaction = (inside: string, border: string): string =>
  around(`<bpmn:transaction id="a"><bpmn:startEvent id="is"/>${inside}</bpmn:transaction>${border}`);
const cancelled = on('endEvent', 'x', 'cancel') + to('is', 'x');
const catching =
  '<bpmn:boundaryEvent id="b" attachedToRef="a"><bpmn:cancelEventDefinition/></bpmn:boundaryEvent>' + to('b', 'e');
const within = (type: string): string =>
  `<bpmn:${type} id="i"><bpmn:startEvent id="ts"/>${on('endEvent', 'tx', 'cancel')}${to('ts', 'tx')}</bpmn:${type}>` +
  '<bpmn:boundaryEvent id="ib" attachedToRef="i"><bpmn:cancelEventDefinition/></bpmn:boundaryEvent>' +
  `<bpmn:endEvent id="ie"/>${to('is', 'i') + to('i', 'ie') + to('ib', 'ie')}`;

const again = '<bpmn:sequenceFlow id="again" sourceRef="a" targetRef="b"/>';
const splitting = (type: string): string => choosing(type, '').replace('</bpmn:process>', `${again}</bpmn:process>`);

const importing = (type: string): string =>
  around(task('a')).replace(
    '<bpmn:process',
    `<bpmn:import importType="${type}" location="dati.xsd" namespace="urn:dati"/><bpmn:process`,
  );

/** What the standard allows and hardly anybody means. */
export const adviceCases: readonly StandardCase[] = [
  {
    ...{
      fact: 'a cancel that no border catches',
      rule: 'transaction.cancel-uncaught',
      at: 'a',
      level: 'warning',
    },
    wrong: [
      transaction(cancelled, ''),
      transaction(within('subProcess').replace(/<bpmn:boundaryEvent id="ib".*?<\/bpmn:boundaryEvent>/, ''), ''),
    ],
    right: [
      transaction(cancelled, catching),
      transaction(within('transaction'), ''),
      transaction(`<bpmn:endEvent id="x"/>${to('is', 'x')}`, ''),
    ],
  },
  {
    ...{ fact: 'two flows between the same elements', rule: 'flow.twice', at: 'again', level: 'warning' },
    wrong: ['task', 'parallelGateway', 'inclusiveGateway'].map(splitting),
    right: [splitting('exclusiveGateway'), choosing('task', ''), only(`${task('a')}${task('b')}${to('a', 'b')}`)],
  },
  {
    ...{ fact: 'a file that is imported', rule: 'import.unread', at: 'definitions', level: 'warning' },
    wrong: ['http://www.w3.org/2001/XMLSchema', 'http://example.org/nobody-knows'].map(importing),
    right: [around(task('a'))],
  },
];
