import { end, path, process, raw, start } from '../../support/bpmn.ts';

/** A diagram that breaks a rule of the standard, and the nearest ones that do not. */
export interface StandardCase {
  readonly fact: string;
  readonly rule: string;
  /** The element that the finding is about. */
  readonly at: string;
  readonly level: 'error' | 'warning';
  readonly wrong: readonly string[];
  readonly right: readonly string[];
}

/** A process from `s` by `a` to `e`, whose inside and surroundings are given as XML. */
export const around = (inside: string, top = ''): string =>
  process('p', start('s'), raw(inside, top), end('e'), ...path('s', 'a', 'e'));

/** A process with nothing but what is given. */
export const only = (inside: string, top = ''): string => process('p', raw(inside, top));

/** A sequence flow; what is inside it may be given. */
export const to = (source: string, target: string, inside = ''): string =>
  `<bpmn:sequenceFlow id="${source}-${target}" sourceRef="${source}" targetRef="${target}">${inside}</bpmn:sequenceFlow>`;

/** The condition of a flow, as it stands. */
export const when = (body: string, attributes = ''): string =>
  `<bpmn:conditionExpression xsi:type="bpmn:tFormalExpression" ${attributes}>${body}</bpmn:conditionExpression>`;

/** An event: `on('startEvent', 's', 'message')`. */
export const on = (type: string, id: string, kind: string): string =>
  `<bpmn:${type} id="${id}"><bpmn:${kind}EventDefinition/></bpmn:${type}>`;

/** A task that passes. */
export const task = (id: string, inside = ''): string => `<bpmn:task id="${id}">${inside}</bpmn:task>`;

const data = (type: string, id: string, item?: string): string =>
  `<bpmn:${type} id="${id}"${item === undefined ? '' : ` itemSubjectRef="${item}"`}/>`;

/** Three descriptions of data: `one` and `same` have the same structure, `two` has another. */
const items =
  '<bpmn:itemDefinition id="one" structureRef="xs:one"/><bpmn:itemDefinition id="same" structureRef="xs:one"/>' +
  '<bpmn:itemDefinition id="two" structureRef="xs:two"/>';

/** What an activity takes in and gives out; each item in its set. */
function exchanged(inputs: readonly string[], outputs: readonly string[] = [], sets = 1): string {
  const refs = (side: string, count: number) =>
    Array.from({ length: count }, (_, index) => `<bpmn:data${side}Refs>${side}${index}</bpmn:data${side}Refs>`).join(
      '',
    );
  const set = (side: string, count: number) =>
    `<bpmn:${side.toLowerCase()}Set>${refs(side, count)}</bpmn:${side.toLowerCase()}Set>`;
  return (
    `<bpmn:ioSpecification>${inputs.map((item, index) => data('dataInput', `Input${index}`, item)).join('')}` +
    `${outputs.map((item, index) => data('dataOutput', `Output${index}`, item)).join('')}` +
    `${set('Input', inputs.length).repeat(sets)}${set('Output', outputs.length).repeat(sets)}</bpmn:ioSpecification>`
  );
}

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

const carrying = (kind: string, item: string, top: string): string =>
  around(
    `<bpmn:intermediateCatchEvent id="a">${data('dataOutput', 'd', item)}<bpmn:${kind}EventDefinition ${kind}Ref="x"/></bpmn:intermediateCatchEvent>`,
    items + top,
  );
const throwing = (item: string): string =>
  around(
    `<bpmn:intermediateThrowEvent id="a">${data('dataInput', 'd', item)}<bpmn:escalationEventDefinition escalationRef="x"/></bpmn:intermediateThrowEvent>`,
    `${items}<bpmn:escalation id="x" name="x" escalationCode="x" structureRef="one"/>`,
  );

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

const messages = '<bpmn:message id="m1" name="m1"/><bpmn:message id="m2" name="m2"/>';
const caught = (id: string, message: string): string =>
  `<bpmn:intermediateCatchEvent id="${id}"><bpmn:messageEventDefinition messageRef="${message}"/></bpmn:intermediateCatchEvent>`;

/** An event-based gateway `a` with two events after it. */
function awaiting(attributes: string, inside: string, flows: string): string {
  const events = caught('x', 'm1') + caught('y', 'm2') + to('x', 'e') + to('y', 'e');
  return only(
    `<bpmn:startEvent id="s"/><bpmn:eventBasedGateway id="a" ${attributes}/>${events}${inside}<bpmn:endEvent id="e"/>${flows}`,
    messages,
  );
}

const timer = (inside: string): string =>
  around(
    `<bpmn:intermediateCatchEvent id="a"><bpmn:timerEventDefinition>${inside}</bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>`,
  );
const timed = (property: string, text: string): string =>
  `<bpmn:${property} xsi:type="bpmn:tFormalExpression">${text}</bpmn:${property}>`;

const link = (type: string, id: string, name: string): string =>
  `<bpmn:${type} id="${id}"><bpmn:linkEventDefinition name="${name}"/></bpmn:${type}>`;
const jump = (from: string, into: string): string =>
  only(
    `<bpmn:startEvent id="s"/>${link('intermediateThrowEvent', 'out', from)}${link('intermediateCatchEvent', 'in', into)}` +
      `<bpmn:endEvent id="e"/>${to('s', 'out')}${to('in', 'e')}`,
  );

const handled = (handler: string, association: string): string =>
  around(
    `${task('a')}<bpmn:boundaryEvent id="b" attachedToRef="a"><bpmn:compensateEventDefinition/></bpmn:boundaryEvent>${handler}${association}`,
  );
const associated = '<bpmn:association id="to-u" sourceRef="b" targetRef="u"/>';

const block = (inside: string, attributes = ''): string =>
  around(`<bpmn:subProcess id="a" ${attributes}>${inside}</bpmn:subProcess>`);
const calling = (startOfCalled: string): string =>
  around(
    '<bpmn:callActivity id="a" calledElement="q"/>',
    `<bpmn:process id="q" isExecutable="false">${startOfCalled}<bpmn:task id="qt"/></bpmn:process>`,
  );

const choosing = (type: string, first: string): string =>
  only(
    `<bpmn:startEvent id="s"/><bpmn:${type} id="a"/>${task('b')}${task('c')}<bpmn:endEvent id="e"/>` +
      `${to('s', 'a')}${to('a', 'b', first)}${to('a', 'c')}${to('b', 'e')}${to('c', 'e')}`,
  );

/** A gateway `a` with so many flows in and out, which says in which direction it is. */
function directed(enters: number, leaves: number, direction: string): string {
  const into = Array.from(
    { length: enters },
    (_, index) => task(`i${index}`) + to('s', `i${index}`) + to(`i${index}`, 'a'),
  );
  const out = Array.from(
    { length: leaves },
    (_, index) => task(`o${index}`) + to('a', `o${index}`) + to(`o${index}`, 'e'),
  );
  const said = direction === '' ? '' : `gatewayDirection="${direction}"`;
  return only(
    `<bpmn:startEvent id="s"/><bpmn:inclusiveGateway id="a" ${said}/>${into.join('')}${out.join('')}<bpmn:endEvent id="e"/>`,
  );
}

const looped = (over: string, inside: string): string =>
  around(
    `<bpmn:task id="a">${inside}<bpmn:multiInstanceLoopCharacteristics id="l"><bpmn:loopDataInputRef>${over}</bpmn:loopDataInputRef></bpmn:multiInstanceLoopCharacteristics></bpmn:task>`,
  );

const reference = (name: string): string =>
  around(
    `${task('a')}<bpmn:dataObject id="d" name="Pianta"/><bpmn:dataObjectReference id="r" name="${name}" dataObjectRef="d"><bpmn:dataState name="bozza"/></bpmn:dataObjectReference>`,
  );

const copied = (inside: string): string =>
  around(
    `<bpmn:property id="q1" itemSubjectRef="one"/><bpmn:property id="q2" itemSubjectRef="same"/><bpmn:property id="q3" itemSubjectRef="two"/>` +
      `<bpmn:task id="a">${exchanged(['one'])}<bpmn:dataInputAssociation id="da">${inside}<bpmn:targetRef>Input0</bpmn:targetRef></bpmn:dataInputAssociation></bpmn:task>`,
    items,
  );
const from = (id: string): string => `<bpmn:sourceRef>${id}</bpmn:sourceRef>`;

const owner = (inside: string): string =>
  around(
    `<bpmn:userTask id="a"><bpmn:potentialOwner id="po">${inside}</bpmn:potentialOwner></bpmn:userTask>`,
    '<bpmn:resource id="r" name="r"/>',
  );
const byResource = '<bpmn:resourceRef>r</bpmn:resourceRef>';
const byExpression =
  '<bpmn:resourceAssignmentExpression><bpmn:formalExpression>x</bpmn:formalExpression></bpmn:resourceAssignmentExpression>';

const side = '<bpmn:timerEventDefinition>' + timed('timeDuration', 'P1D') + '</bpmn:timerEventDefinition>';
const beside = (definition: string, attributes = ''): string =>
  around(
    `${task('a')}<bpmn:boundaryEvent id="b" attachedToRef="a" ${attributes}>${definition}</bpmn:boundaryEvent>${to('b', 'e')}`,
  );

/** A value taken in or given out. */
const mapped = (way: string): string =>
  `<bpmn:extensionElements><zeebe:ioMapping><zeebe:${way} source="= 1" target="x"/></zeebe:ioMapping></bpmn:extensionElements>`;

/** One case for each rule of the standard that has no diagram of its own elsewhere. */
export const standardCases: readonly StandardCase[] = [
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
    ...{
      fact: 'an event gateway that begins in the wrong place',
      rule: 'gateway.start-wrong',
      at: 'a',
      level: 'warning',
    },
    wrong: [
      awaiting('instantiate="true"', '', to('s', 'a') + to('a', 'x') + to('a', 'y')),
      awaiting('eventGatewayType="Parallel"', '', to('s', 'a') + to('a', 'x') + to('a', 'y')),
    ],
    right: [
      awaiting('', '', to('s', 'a') + to('a', 'x') + to('a', 'y')),
      awaiting('instantiate="true" eventGatewayType="Parallel"', '', to('s', 'e') + to('a', 'x') + to('a', 'y')),
    ],
  },
  {
    ...{
      fact: 'two ways of receiving after an event gateway',
      rule: 'gateway.receivers-mixed',
      at: 'a',
      level: 'error',
    },
    wrong: [
      awaiting(
        '',
        `<bpmn:receiveTask id="r" messageRef="m1"/>${to('r', 'e')}`,
        to('s', 'a') + to('a', 'x') + to('a', 'r'),
      ),
    ],
    right: [
      awaiting('', '', to('s', 'a') + to('a', 'x') + to('a', 'y')),
      awaiting(
        '',
        `<bpmn:receiveTask id="r" messageRef="m1"/>${to('r', 'e')}<bpmn:intermediateCatchEvent id="t">${side}</bpmn:intermediateCatchEvent>${to('t', 'e')}`,
        to('s', 'a') + to('a', 't') + to('a', 'r'),
      ),
    ],
  },
  {
    ...{
      fact: 'another way to an event after an event gateway',
      rule: 'gateway.event-shared',
      at: 'a',
      level: 'error',
    },
    wrong: [awaiting('', task('b') + to('b', 'x'), to('s', 'a') + to('a', 'x') + to('a', 'y'))],
    right: [awaiting('', '', to('s', 'a') + to('a', 'x') + to('a', 'y'))],
  },
  {
    ...{ fact: 'one event after an event gateway', rule: 'gateway.events-few', at: 'a', level: 'error' },
    wrong: [awaiting('', '', to('s', 'a') + to('a', 'x'))],
    right: [awaiting('', '', to('s', 'a') + to('a', 'x') + to('a', 'y'))],
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
    ...{ fact: 'a gateway whose direction is not so', rule: 'gateway.direction-wrong', at: 'a', level: 'error' },
    wrong: [
      ...[
        directed(1, 2, 'Converging'),
        directed(2, 2, 'Converging'),
        directed(2, 1, 'Diverging'),
        directed(2, 2, 'Diverging'),
      ],
      ...[directed(1, 2, 'Mixed'), directed(2, 1, 'Mixed'), directed(1, 1, 'Diverging'), directed(1, 1, 'Converging')],
    ],
    right: [
      ...[directed(2, 1, 'Converging'), directed(1, 2, 'Diverging'), directed(2, 2, 'Mixed')],
      ...[directed(1, 2, 'Unspecified'), directed(2, 1, '')],
    ],
  },
  {
    ...{ fact: 'a gateway that neither joins nor splits', rule: 'gateway.ways-few', at: 'a', level: 'warning' },
    wrong: [directed(1, 1, '')],
    right: [directed(2, 1, ''), directed(1, 2, '')],
  },
  {
    ...{
      fact: 'a compensation event without its handler',
      rule: 'boundary.compensation-handler',
      at: 'b',
      level: 'error',
    },
    wrong: [
      handled('', ''),
      handled('<bpmn:userTask id="u"/>', associated),
      handled(
        '<bpmn:userTask id="u" isForCompensation="true"/><bpmn:userTask id="v" isForCompensation="true"/>',
        `${associated}<bpmn:association id="to-v" sourceRef="b" targetRef="v"/>`,
      ),
    ],
    right: [handled('<bpmn:userTask id="u" isForCompensation="true"/>', associated), beside(side)],
  },
  {
    ...{ fact: 'a link to which nothing leads', rule: 'link.source-missing', at: 'in', level: 'error' },
    wrong: [jump('elsewhere', 'here')],
    right: [jump('here', 'here')],
  },
  {
    ...{ fact: 'a link that leads nowhere', rule: 'link.target-missing', at: 'out', level: 'error' },
    wrong: [jump('elsewhere', 'here')],
    right: [jump('here', 'here')],
  },
  {
    ...{ fact: 'a link with a flow that it does not need', rule: 'link.flow-wrong', at: 'out', level: 'warning' },
    wrong: [
      jump('here', 'here').replace(to('in', 'e'), to('in', 'e') + to('out', 'e')),
      jump('here', 'here').replace(to('s', 'out'), to('s', 'e')),
    ],
    right: [jump('here', 'here')],
  },
  {
    ...{ fact: 'a link that a flow enters', rule: 'link.flow-wrong', at: 'in', level: 'warning' },
    wrong: [jump('here', 'here').replace(to('in', 'e'), to('in', 'e') + to('s', 'in'))],
    right: [jump('here', 'here')],
  },
  {
    ...{ fact: 'a timer that says twice when it is', rule: 'timer.time-ambiguous', at: 'a', level: 'error' },
    wrong: [
      timer(timed('timeDate', '2026-03-02T09:00:00Z') + timed('timeDuration', 'P1D')),
      timer(timed('timeDuration', 'P1D') + timed('timeCycle', 'R/P1D')),
    ],
    right: [
      timer(timed('timeDate', '2026-03-02T09:00:00Z')),
      timer(timed('timeDuration', 'P1D')),
      timer(timed('timeCycle', 'R/P1D')),
    ],
  },
  {
    ...{ fact: 'data of an event of another type than it carries', rule: 'event.data-wrong', at: 'a', level: 'error' },
    wrong: [
      carrying('message', 'two', '<bpmn:message id="x" name="x" itemRef="one"/>'),
      carrying('message', 'two', '<bpmn:message id="x" name="x"/>'),
      carrying('signal', 'two', '<bpmn:signal id="x" name="x" structureRef="one"/>'),
      throwing('two'),
    ],
    right: [
      carrying('message', 'one', '<bpmn:message id="x" name="x" itemRef="one"/>'),
      carrying('message', 'same', '<bpmn:message id="x" name="x" itemRef="one"/>'),
      carrying('signal', 'one', '<bpmn:signal id="x" name="x" structureRef="one"/>'),
      throwing('same'),
      around(
        `<bpmn:intermediateCatchEvent id="a">${data('dataOutput', 'd', 'one')}${side}</bpmn:intermediateCatchEvent>`,
        items,
      ),
    ],
  },
  {
    ...{ fact: 'data of an error of another type than it carries', rule: 'event.data-wrong', at: 'b', level: 'error' },
    wrong: [
      beside(`${data('dataOutput', 'd', 'two')}<bpmn:errorEventDefinition errorRef="x"/>`).replace(
        '</bpmn:definitions>',
        `${items}<bpmn:error id="x" errorCode="x" structureRef="one"/></bpmn:definitions>`,
      ),
    ],
    right: [
      beside(`${data('dataOutput', 'd', 'one')}<bpmn:errorEventDefinition errorRef="x"/>`).replace(
        '</bpmn:definitions>',
        `${items}<bpmn:error id="x" errorCode="x" structureRef="one"/></bpmn:definitions>`,
      ),
    ],
  },
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
    ...{
      fact: 'an expression in a language that has no name',
      rule: 'expression.language-wrong',
      at: 'a-b',
      level: 'error',
    },
    wrong: [choosing('exclusiveGateway', when('= true', 'language="my language"'))],
    right: [
      choosing('exclusiveGateway', when('= true', 'language="feel"')),
      choosing('exclusiveGateway', when('= true', 'language="http://www.w3.org/1999/XPath"')),
    ],
  },
  {
    ...{
      fact: 'a file whose languages have no name',
      rule: 'expression.language-wrong',
      at: 'definitions',
      level: 'error',
    },
    wrong: [
      around(task('a')).replace('id="definitions"', 'id="definitions" typeLanguage="my types"'),
      around(task('a')).replace('id="definitions"', 'id="definitions" expressionLanguage="my language"'),
    ],
    right: [
      around(task('a')).replace(
        'id="definitions"',
        'id="definitions" typeLanguage="http://www.w3.org/2001/XMLSchema" expressionLanguage="feel"',
      ),
    ],
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
    ...{ fact: 'a list of a type that is none', rule: 'data.collection-wrong', at: 'd', level: 'error' },
    wrong: [
      around(`${task('a')}<bpmn:dataObject id="d" isCollection="true" itemSubjectRef="one"/>`, items),
      around(
        `${task('a')}<bpmn:dataObject id="d" itemSubjectRef="list"/>`,
        '<bpmn:itemDefinition id="list" isCollection="true"/>',
      ),
    ],
    right: [
      around(
        `${task('a')}<bpmn:dataObject id="d" isCollection="true" itemSubjectRef="list"/>`,
        '<bpmn:itemDefinition id="list" isCollection="true"/>',
      ),
      around(`${task('a')}<bpmn:dataObject id="d" itemSubjectRef="one"/>`, items),
      around(`${task('a')}<bpmn:dataObject id="d" isCollection="true"/>`),
    ],
  },
  {
    ...{ fact: 'a piece of data by another name', rule: 'data.reference-name', at: 'r', level: 'error' },
    wrong: [reference('Altro')],
    right: [reference('Pianta [bozza]')],
  },
  {
    ...{ fact: 'a piece of data in no set', rule: 'data.set-missing', at: 'a', level: 'error' },
    wrong: [
      around(task('a', exchanged(['one']).replace('<bpmn:dataInputRefs>Input0</bpmn:dataInputRefs>', '')), items),
      around(
        task('a', exchanged([], ['one']).replace('<bpmn:dataOutputRefs>Output0</bpmn:dataOutputRefs>', '')),
        items,
      ),
    ],
    right: [around(task('a', exchanged(['one'], ['one'])), items)],
  },
  {
    ...{ fact: 'a piece of data optional in a set without it', rule: 'data.set-wrong', at: 'a', level: 'error' },
    wrong: [
      around(
        task(
          'a',
          exchanged(['one', 'two']).replace(
            '<bpmn:dataInputRefs>Input1</bpmn:dataInputRefs>',
            '<bpmn:optionalInputRefs>Input1</bpmn:optionalInputRefs>',
          ),
        ),
        items,
      ),
      around(
        task(
          'a',
          exchanged([], ['one', 'two']).replace(
            '<bpmn:dataOutputRefs>Output1</bpmn:dataOutputRefs>',
            '<bpmn:whileExecutingOutputRefs>Output1</bpmn:whileExecutingOutputRefs>',
          ),
        ),
        items,
      ),
    ],
    right: [
      around(
        task(
          'a',
          exchanged(['one', 'two']).replace(
            '</bpmn:inputSet>',
            '<bpmn:optionalInputRefs>Input1</bpmn:optionalInputRefs></bpmn:inputSet>',
          ),
        ),
        items,
      ),
    ],
  },
  {
    ...{ fact: 'data copied into data of another type', rule: 'data.association-wrong', at: 'da', level: 'error' },
    wrong: [copied(from('q3')), copied(from('q1') + from('q2'))],
    right: [
      copied(from('q1')),
      copied(from('q2')),
      copied(`${from('q3')}<bpmn:assignment><bpmn:from>q3</bpmn:from><bpmn:to>Input0</bpmn:to></bpmn:assignment>`),
    ],
  },
  {
    ...{ fact: 'a repetition over something that is no data', rule: 'loop.data-wrong', at: 'l', level: 'error' },
    wrong: [looped('s', '')],
    right: [looped('q', '<bpmn:property id="q"/>')],
  },
  {
    ...{ fact: 'a condition that is a text', rule: 'expression.not-boolean', at: 'a-b', level: 'error' },
    wrong: ['= "yes"', '"yes"', '= 1', '-1.5'].map((body) => choosing('exclusiveGateway', when(body))),
    right: ['= true', '= "a" = "b"', '= 1 = 1'].map((body) => choosing('exclusiveGateway', when(body))),
  },
  {
    ...{ fact: 'a format that is no MIME type', rule: 'mime.wrong', at: 'a', level: 'warning' },
    wrong: ['java script', 'text', 'text/'].map((format) =>
      around(`<bpmn:scriptTask id="a" scriptFormat="${format}"/>`),
    ),
    right: ['text/plain', 'FEEL', 'text/html; charset=utf-8', 'application/x-y+json'].map((format) =>
      around(`<bpmn:scriptTask id="a" scriptFormat="${format}"/>`),
    ),
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
    ...{ fact: 'an escalation that does not say which', rule: 'escalation.code-missing', at: 'a', level: 'warning' },
    wrong: [
      around(on('intermediateThrowEvent', 'a', 'escalation')),
      around(
        '<bpmn:intermediateThrowEvent id="a"><bpmn:escalationEventDefinition escalationRef="x"/></bpmn:intermediateThrowEvent>',
        '<bpmn:escalation id="x" name="x"/>',
      ),
    ],
    right: [
      around(
        '<bpmn:intermediateThrowEvent id="a"><bpmn:escalationEventDefinition escalationRef="x"/></bpmn:intermediateThrowEvent>',
        '<bpmn:escalation id="x" name="x" escalationCode="x"/>',
      ),
    ],
  },
  {
    ...{ fact: 'an event that lets go on what it must end', rule: 'event.must-interrupt', at: 'b', level: 'warning' },
    wrong: [
      beside('<bpmn:errorEventDefinition/>', 'cancelActivity="false"'),
      beside('<bpmn:cancelEventDefinition/>', 'cancelActivity="false"'),
    ],
    right: [beside('<bpmn:errorEventDefinition/>'), beside(side, 'cancelActivity="false"')],
  },
  {
    ...{ fact: 'an event on a border without a way on', rule: 'boundary.outgoing-missing', at: 'b', level: 'warning' },
    wrong: [beside(side).replace(to('b', 'e'), '')],
    right: [beside(side), handled('<bpmn:userTask id="u" isForCompensation="true"/>', associated)],
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
    ...{ fact: 'an event gateway without events', rule: 'gateway.events-missing', at: 'a', level: 'error' },
    wrong: [awaiting('', '', to('s', 'a'))],
    right: [awaiting('', '', to('s', 'a') + to('a', 'x') + to('a', 'y'))],
  },
  {
    ...{
      fact: 'something else than an event after an event gateway',
      rule: 'gateway.event-expected',
      at: 'b',
      level: 'error',
    },
    wrong: [awaiting('', task('b') + to('b', 'e'), to('s', 'a') + to('a', 'x') + to('a', 'b'))],
    right: [awaiting('', '', to('s', 'a') + to('a', 'x') + to('a', 'y'))],
  },
  {
    ...{ fact: 'an error that lets go on', rule: 'boundary.error-must-interrupt', at: 'b', level: 'error' },
    wrong: [beside('<bpmn:errorEventDefinition/>', 'cancelActivity="false"')],
    right: [beside('<bpmn:errorEventDefinition/>'), beside(side, 'cancelActivity="false"')],
  },
  {
    ...{ fact: 'an event on the border of nothing', rule: 'boundary.host-missing', at: 'b', level: 'error' },
    wrong: [beside(side).replace('attachedToRef="a"', '')],
    right: [beside(side)],
  },
  {
    ...{ fact: 'an event on the border of an event', rule: 'boundary.host-wrong', at: 'b', level: 'error' },
    wrong: [beside(side).replace('attachedToRef="a"', 'attachedToRef="s"')],
    right: [beside(side)],
  },
  {
    ...{ fact: 'an event of a kind that is not its own', rule: 'event.definition-wrong', at: 'b', level: 'error' },
    wrong: ['terminate', 'link'].map((kind) => beside(`<bpmn:${kind}EventDefinition/>`)),
    right: [beside(side), beside('<bpmn:errorEventDefinition/>'), beside('<bpmn:escalationEventDefinition/>')],
  },
  {
    ...{
      fact: 'an intermediate event of a kind that is not its own',
      rule: 'event.definition-wrong',
      at: 'a',
      level: 'error',
    },
    wrong: [around(on('intermediateCatchEvent', 'a', 'error')), around(on('intermediateThrowEvent', 'a', 'timer'))],
    right: [timer(timed('timeDuration', 'P1D')), around('<bpmn:intermediateThrowEvent id="a"/>')],
  },
  {
    ...{ fact: 'a catch of no message', rule: 'message.missing', at: 'a', level: 'error' },
    wrong: [around(on('intermediateCatchEvent', 'a', 'message')), around('<bpmn:receiveTask id="a"/>')],
    right: [around(caught('a', 'm1'), messages), around('<bpmn:receiveTask id="a" messageRef="m1"/>', messages)],
  },
  {
    ...{ fact: 'a call of no process', rule: 'call.process-missing', at: 'a', level: 'error' },
    wrong: [around('<bpmn:callActivity id="a"/>')],
    right: [around('<bpmn:callActivity id="a" calledElement="q"/>')],
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
    ...{ fact: 'a condition event without condition', rule: 'condition.missing', at: 'a', level: 'error' },
    wrong: [around(on('intermediateCatchEvent', 'a', 'conditional'))],
    right: [
      around(
        on('intermediateCatchEvent', 'a', 'conditional').replace(
          '<bpmn:conditionalEventDefinition/>',
          '<bpmn:conditionalEventDefinition><bpmn:condition>= x = 1</bpmn:condition></bpmn:conditionalEventDefinition>',
        ),
      ),
    ],
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
  {
    ...{ fact: 'two starts in a sub-process', rule: 'start.several', at: 'is2', level: 'error' },
    wrong: [
      block(
        `<bpmn:startEvent id="is"/><bpmn:startEvent id="is2"/><bpmn:endEvent id="ie"/>${to('is', 'ie')}${to('is2', 'ie')}`,
      ),
    ],
    right: [block(`<bpmn:startEvent id="is"/><bpmn:endEvent id="ie"/>${to('is', 'ie')}`)],
  },
];
