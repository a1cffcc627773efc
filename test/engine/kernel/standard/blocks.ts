import { around, block, exchanged, on, task, to } from './parts.ts';
import type { StandardCase } from './parts.ts';

const calling = (startOfCalled: string): string =>
  around(
    '<bpmn:callActivity id="a" calledElement="q"/>',
    `<bpmn:process id="q" isExecutable="false">${startOfCalled}<bpmn:task id="qt"/></bpmn:process>`,
  );

/** Processes, sub-processes and calls. */
export const blockCases: readonly StandardCase[] = [
  {
    ...{ fact: 'a transaction by a method that is none', rule: 'transaction.method-wrong', at: 'a', level: 'error' },
    wrong: ['compensate it', 'compensate', 'x:'].map((method) =>
      around(`<bpmn:transaction id="a" method="${method}">${task('t')}</bpmn:transaction>`),
    ),
    right: ['##Compensate', 'http://example.org/m?x=%20', 'urn:x'].map((method) =>
      around(`<bpmn:transaction id="a" method="${method}">${task('t')}</bpmn:transaction>`),
    ),
  },
  {
    ...{ fact: 'a public process that is to be run', rule: 'process.public-executable', at: 'p', level: 'error' },
    wrong: [around(task('a')).replace('isExecutable', 'processType="Public" isExecutable')],
    right: [around(task('a')).replace('isExecutable', 'processType="Private" isExecutable'), around(task('a'))],
  },
  {
    ...{ fact: 'a call of a process that nothing starts', rule: 'call.start-missing', at: 'a', level: 'error' },
    wrong: [calling(on('startEvent', 'qs', 'message'))],
    right: [
      calling('<bpmn:startEvent id="qs"/>'),
      calling(''),
      calling(`<bpmn:startEvent id="qs"/>${on('startEvent', 'qm', 'message')}`),
    ],
  },
  {
    ...{ fact: 'data of a sub-process of its own', rule: 'sub-process.data-wrong', at: 'a', level: 'error' },
    wrong: [block(exchanged(['one']) + task('t')), block(exchanged([], ['one']) + task('t'))],
    right: [
      block(exchanged([]) + task('t')),
      block(`${exchanged(['one'])}<bpmn:multiInstanceLoopCharacteristics/>${task('t')}`),
      block(task('t')),
    ],
  },
  {
    ...{ fact: 'a sub-process that ends and does not start', rule: 'start.missing', at: 'a', level: 'error' },
    wrong: [block(`${task('t')}<bpmn:endEvent id="ie"/>${to('t', 'ie')}`)],
    right: [block(task('t')), block(`<bpmn:startEvent id="is"/><bpmn:endEvent id="ie"/>${to('is', 'ie')}`)],
  },
  {
    ...{ fact: 'a sub-process that starts and does not end', rule: 'end.missing', at: 'a', level: 'warning' },
    wrong: [block(`<bpmn:startEvent id="is"/>${task('t')}${to('is', 't')}`)],
    right: [block(task('t')), block(`<bpmn:startEvent id="is"/><bpmn:endEvent id="ie"/>${to('is', 'ie')}`)],
  },
  {
    ...{ fact: 'an empty ad-hoc sub-process', rule: 'ad-hoc.empty', at: 'a', level: 'error' },
    wrong: [around('<bpmn:adHocSubProcess id="a"><bpmn:dataObject id="d"/></bpmn:adHocSubProcess>')],
    right: [around(`<bpmn:adHocSubProcess id="a">${task('t')}</bpmn:adHocSubProcess>`)],
  },
  {
    ...{ fact: 'a call of no process', rule: 'call.process-missing', at: 'a', level: 'error' },
    wrong: [around('<bpmn:callActivity id="a"/>')],
    right: [around('<bpmn:callActivity id="a" calledElement="q"/>')],
  },
  {
    ...{ fact: 'two starts in a sub-process', rule: 'start.several', at: 'is2', level: 'error' },
    wrong: [
      block(
        `<bpmn:startEvent id="is"/><bpmn:startEvent id="is2"/><bpmn:endEvent id="ie"/>${to('is', 'ie')}${to('is2', 'ie')}`,
      ),
    ],
    right: [block(`<bpmn:startEvent id="is"/><bpmn:endEvent id="ie"/>${to('is', 'ie')}`)],
  },
  {
    ...{
      fact: 'a cancel in another sub-process of its transaction',
      rule: 'event.cancel-nested',
      at: 'x',
      level: 'warning',
    },
    wrong: ['subProcess', 'adHocSubProcess'].map((type) =>
      around(
        `<bpmn:transaction id="a"><bpmn:${type} id="i">${task('t')}${on('endEvent', 'x', 'cancel')}${to('t', 'x')}</bpmn:${type}></bpmn:transaction>`,
      ),
    ),
    right: [
      around(`<bpmn:transaction id="a">${task('t')}${on('endEvent', 'x', 'cancel')}${to('t', 'x')}</bpmn:transaction>`),
    ],
  },
  {
    ...{
      fact: 'a process to be run that has no id',
      rule: 'process.id-missing',
      at: 'definitions',
      level: 'error',
    },
    wrong: [around(task('a')).replace('<bpmn:process id="p"', '<bpmn:process')],
    right: [
      around(task('a')),
      around(task('a'), '<bpmn:process name="solo disegnato" isExecutable="false"><bpmn:task id="t2"/></bpmn:process>'),
    ],
  },
];
