import { around, caught, exchanged, items, messages, on, task, timed, timer } from './parts.ts';
import type { StandardCase } from './parts.ts';

/** A message and an operation that takes it in, and gives another out. */
const operation =
  `${items}<bpmn:message id="m" name="m" itemRef="one"/><bpmn:message id="n" name="n" itemRef="two"/>` +
  '<bpmn:interface id="i" name="i"><bpmn:operation id="o" name="o"><bpmn:inMessageRef>m</bpmn:inMessageRef>' +
  '<bpmn:outMessageRef>n</bpmn:outMessageRef></bpmn:operation></bpmn:interface>';

const oneWay = operation.replace('<bpmn:outMessageRef>n</bpmn:outMessageRef>', '');
const service = (inside: string, top = operation): string =>
  around(`<bpmn:serviceTask id="a" operationRef="o">${inside}</bpmn:serviceTask>`, top);

const sending = (inside: string): string =>
  around(`<bpmn:sendTask id="a" messageRef="m">${inside}</bpmn:sendTask>`, operation);

const receiving = (inside: string): string =>
  around(`<bpmn:receiveTask id="a" messageRef="m">${inside}</bpmn:receiveTask>`, operation);

const looped = (over: string, inside: string): string =>
  around(
    `<bpmn:task id="a">${inside}<bpmn:multiInstanceLoopCharacteristics id="l"><bpmn:loopDataInputRef>${over}</bpmn:loopDataInputRef></bpmn:multiInstanceLoopCharacteristics></bpmn:task>`,
  );

const owner = (inside: string): string =>
  around(
    `<bpmn:userTask id="a"><bpmn:potentialOwner id="po">${inside}</bpmn:potentialOwner></bpmn:userTask>`,
    '<bpmn:resource id="r" name="r"/>',
  );

const byResource = '<bpmn:resourceRef>r</bpmn:resourceRef>';
const byExpression =
  '<bpmn:resourceAssignmentExpression><bpmn:formalExpression>x</bpmn:formalExpression></bpmn:resourceAssignmentExpression>';

/** A value taken in or given out. */
const mapped = (way: string): string =>
  `<bpmn:extensionElements><zeebe:ioMapping><zeebe:${way} source="= 1" target="x"/></zeebe:ioMapping></bpmn:extensionElements>`;

/** A called global task that answers an operation, by single pieces of data or by the sets that hold them. */
const bound = (input: string, output: string, way: 'Data' | 'Set' = 'Data'): string =>
  around(
    '<bpmn:callActivity id="a" calledElement="g"/>',
    `${operation}<bpmn:globalTask id="g" name="g">${exchanged([input], [output]).replace('<bpmn:inputSet>', '<bpmn:inputSet id="InputSet">').replace('<bpmn:outputSet>', '<bpmn:outputSet id="OutputSet">')}` +
      `<bpmn:ioBinding operationRef="o" inputDataRef="${way === 'Set' ? 'InputSet' : 'Input0'}" outputDataRef="${way === 'Set' ? 'OutputSet' : 'Output0'}"/></bpmn:globalTask>`,
  );

/** Activities: services, scripts, people, repetition. */
export const activityCases: readonly StandardCase[] = [
  {
    ...{
      fact: 'a binding with data of another type than its operation',
      rule: 'binding.data-wrong',
      at: 'g',
      level: 'error',
    },
    wrong: [bound('two', 'two'), bound('one', 'one'), bound('two', 'two', 'Set'), bound('one', 'one', 'Set')],
    right: [
      bound('one', 'two'),
      bound('same', 'two'),
      bound('one', 'two', 'Set'),
      bound('one', 'one').replace(operation, oneWay),
    ],
  },
  {
    ...{ fact: 'a service without the sets of its operation', rule: 'service.sets-wrong', at: 'a', level: 'error' },
    wrong: [service(''), service(exchanged(['one'], ['two'], 2)), service('', oneWay)],
    right: [
      service(exchanged(['one'], ['two'])),
      service(exchanged(['one'], []), oneWay),
      around('<bpmn:serviceTask id="a"/>'),
    ],
  },
  {
    ...{
      fact: 'a service with data of another type than its operation',
      rule: 'service.data-wrong',
      at: 'a',
      level: 'error',
    },
    wrong: [service(exchanged(['two'], ['two'])), service(exchanged(['one'], ['one']))],
    right: [
      service(exchanged(['one'], ['two'])),
      service(exchanged(['same'], ['two'])),
      service(exchanged(['one'], ['one']), oneWay),
    ],
  },
  {
    ...{ fact: 'a message of two pieces of data, or another', rule: 'message.data-wrong', at: 'a', level: 'error' },
    wrong: [
      ...[sending(exchanged(['one', 'one'])), sending(exchanged(['two'])), sending(exchanged(['one'], [], 2))],
      ...[receiving(exchanged([], ['one', 'one'])), receiving(exchanged([], ['two']))],
    ],
    right: [
      sending(exchanged(['one'])),
      sending(''),
      receiving(exchanged([], ['same'])),
      sending(exchanged(['one'], ['two', 'two'])),
    ],
  },
  {
    ...{
      fact: 'people named by a resource and by an expression',
      rule: 'resource.ambiguous',
      at: 'po',
      level: 'error',
    },
    wrong: [owner(byResource + byExpression)],
    right: [owner(byResource), owner(byExpression)],
  },
  {
    ...{ fact: 'an activity that takes no token', rule: 'activity.quantity-wrong', at: 'a', level: 'error' },
    wrong: [around('<bpmn:task id="a" startQuantity="0"/>'), around('<bpmn:task id="a" completionQuantity="0"/>')],
    right: [around('<bpmn:task id="a" startQuantity="1" completionQuantity="1"/>')],
  },
  {
    ...{ fact: 'a repetition over something that is no data', rule: 'loop.data-wrong', at: 'l', level: 'error' },
    wrong: [looped('s', '')],
    right: [looped('q', '<bpmn:property id="q"/>')],
  },
  {
    ...{ fact: 'a mapping where nothing is done', rule: 'mapping.ignored', at: 'a', level: 'warning' },
    wrong: [
      around(`<bpmn:exclusiveGateway id="a">${mapped('input')}</bpmn:exclusiveGateway>`),
      around(`<bpmn:exclusiveGateway id="a">${mapped('output')}</bpmn:exclusiveGateway>`),
      timer(timed('timeDuration', 'P1D')).replace('<bpmn:timerEvent', `${mapped('input')}<bpmn:timerEvent`),
    ],
    right: [
      around(task('a', mapped('input'))),
      around(task('a', mapped('output'))),
      timer(timed('timeDuration', 'P1D')).replace('<bpmn:timerEvent', `${mapped('output')}<bpmn:timerEvent`),
    ],
  },
  {
    ...{ fact: 'a catch of no message', rule: 'message.missing', at: 'a', level: 'error' },
    wrong: [around(on('intermediateCatchEvent', 'a', 'message')), around('<bpmn:receiveTask id="a"/>')],
    right: [around(caught('a', 'm1'), messages), around('<bpmn:receiveTask id="a" messageRef="m1"/>', messages)],
  },
  {
    ...{ fact: 'a task without its job', rule: 'task.job-missing', at: 'a', level: 'error' },
    wrong: [around('<bpmn:serviceTask id="a"/>'), around('<bpmn:sendTask id="a"/>')],
    right: [around('<bpmn:sendTask id="a" messageRef="m1"/>', messages), around(task('a'))],
  },
  {
    ...{ fact: 'a script without text', rule: 'script.missing', at: 'a', level: 'error' },
    wrong: [around('<bpmn:scriptTask id="a"/>')],
    right: [around('<bpmn:scriptTask id="a"><bpmn:script>= 1</bpmn:script></bpmn:scriptTask>')],
  },
  {
    ...{ fact: 'a script in another language', rule: 'script.format', at: 'a', level: 'error' },
    wrong: [
      around('<bpmn:scriptTask id="a" scriptFormat="text/javascript"><bpmn:script>1</bpmn:script></bpmn:scriptTask>'),
    ],
    right: [
      around('<bpmn:scriptTask id="a" scriptFormat="text/FEEL"><bpmn:script>= 1</bpmn:script></bpmn:scriptTask>'),
    ],
  },
  {
    ...{ fact: 'a rule task without its decision', rule: 'task.decision-missing', at: 'a', level: 'error' },
    wrong: [around('<bpmn:businessRuleTask id="a"/>')],
    right: [around(task('a'))],
  },
  {
    ...{ fact: 'a repetition that does not say how often', rule: 'loop.count-missing', at: 'a', level: 'error' },
    wrong: [around(task('a', '<bpmn:multiInstanceLoopCharacteristics/>'))],
    right: [
      around(
        task(
          'a',
          '<bpmn:multiInstanceLoopCharacteristics><bpmn:loopCardinality>3</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics>',
        ),
      ),
    ],
  },
];
