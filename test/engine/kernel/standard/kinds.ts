import { around, awaiting, on, only, task, to } from './parts.ts';
import type { StandardCase } from './parts.ts';

/** The parts around a diagram that references of a wrong kind lead to. */
const parts =
  '<bpmn:message id="m" name="m"/><bpmn:signal id="g" name="g"/><bpmn:escalation id="x" name="x" escalationCode="x"/>' +
  '<bpmn:error id="r" name="r" errorCode="r"/><bpmn:itemDefinition id="i"/>';

const event = (type: string, definition: string): string => `<bpmn:${type} id="a">${definition}</bpmn:${type}>`;
const refers = (kind: string, to: string): string => `<bpmn:${kind}EventDefinition ${kind}Ref="${to}"/>`;

const thrown = (kind: string, to: string): string => around(event('intermediateThrowEvent', refers(kind, to)), parts);
const failing = (to: string): string =>
  around(`${task('a')}<bpmn:boundaryEvent id="b" attachedToRef="a">${refers('error', to)}</bpmn:boundaryEvent>`, parts);
const undoing = (activity: string): string =>
  around(
    `${event('intermediateThrowEvent', `<bpmn:compensateEventDefinition activityRef="${activity}"/>`)}${task('t')}`,
  );
const lanes = (...lists: readonly string[]): string =>
  around(
    `<bpmn:laneSet id="set">${lists
      .map((node, index) => `<bpmn:lane id="lane${index}"><bpmn:flowNodeRef>${node}</bpmn:flowNodeRef></bpmn:lane>`)
      .join('')}</bpmn:laneSet>${task('a')}`,
  );
const repeated = (inside: string, attributes = ''): string =>
  around(
    task('a', `<bpmn:multiInstanceLoopCharacteristics ${attributes}>${inside}</bpmn:multiInstanceLoopCharacteristics>`),
    '<bpmn:signalEventDefinition id="told" signalRef="g"/>' + parts,
  );
const twice = '<bpmn:loopCardinality xsi:type="bpmn:tFormalExpression">2</bpmn:loopCardinality>';
const undo = (flows: string, association = true): string =>
  around(
    `${task('a')}<bpmn:boundaryEvent id="on" attachedToRef="a"><bpmn:compensateEventDefinition/></bpmn:boundaryEvent>` +
      `<bpmn:task id="h" isForCompensation="true"/>${flows}` +
      (association ? '<bpmn:association id="as" sourceRef="on" targetRef="h"/>' : ''),
  );
const behaves = (condition: string): string =>
  repeated(
    `${twice}<bpmn:complexBehaviorDefinition><bpmn:condition xsi:type="bpmn:tFormalExpression">${condition}</bpmn:condition></bpmn:complexBehaviorDefinition>`,
    'behavior="Complex"',
  );
const block = (element: string, inner: string): string =>
  only(
    `<bpmn:startEvent id="s"/><bpmn:${element} id="a"><bpmn:startEvent id="is"/>${inner}${to('is', 'x')}</bpmn:${element}><bpmn:endEvent id="e"/>${to('s', 'a')}${to('a', 'e')}`,
  );

/** Elements with an attribute whose words the standard lists, and these words (BPMN 2.0.2, XML schema). */
const worded: readonly (readonly [element: (word: string) => string, words: readonly string[]])[] = [
  [
    (word) => around(`<bpmn:adHocSubProcess id="a" ordering="${word}">${task('t')}</bpmn:adHocSubProcess>`),
    ['Parallel', 'Sequential'],
  ],
  [
    (word) => awaiting(`eventGatewayType="${word}"`, '', to('s', 'a') + to('a', 'x') + to('a', 'y')),
    ['Exclusive', 'Parallel'],
  ],
  [(word) => repeated(twice, `behavior="${word}"`), ['None', 'One', 'All', 'Complex']],
  [(word) => around(task('a')).replace('<bpmn:process', `$& processType="${word}"`), ['None', 'Public', 'Private']],
  [
    (word) =>
      around(`${task('a')}<bpmn:association id="x" sourceRef="a" targetRef="s" associationDirection="${word}"/>`),
    ['None', 'One', 'Both'],
  ],
  [(word) => around(task('a'), `<bpmn:itemDefinition id="i" itemKind="${word}"/>`), ['Physical', 'Information']],
];

type Named = readonly [fact: string, at: string, wrong: readonly string[]];

const kind = (...[fact, at, wrong, right]: readonly [...Named, right: readonly string[]]): StandardCase => ({
  ...{ fact, rule: 'reference.kind-wrong', at, level: 'warning', wrong, right },
});

const cancel = (rule: string, ...[fact, at, wrong]: Named): StandardCase => ({
  ...{ fact, rule, at, level: 'error', wrong },
  right: [block('transaction', on('endEvent', 'x', 'cancel'))],
});

/** References of a wrong kind, cancel events where none may be, and what activities and links need to be whole. */
export const kindCases: readonly StandardCase[] = [
  kind(
    'a message that is another thing',
    'a',
    [around('<bpmn:receiveTask id="a" messageRef="g"/>', parts)],
    [around('<bpmn:receiveTask id="a" messageRef="m"/>', parts)],
  ),
  kind('a signal that is another thing', 'a', [thrown('signal', 'm')], [thrown('signal', 'g')]),
  kind('an escalation that is another thing', 'a', [thrown('escalation', 'r')], [thrown('escalation', 'x')]),
  kind('an error that is another thing', 'b', [failing('g')], [failing('r')]),
  kind('what is undone and is no activity', 'a', [undoing('s'), undoing('s-a')], [undoing('t')]),
  kind('a lane that holds what is no node', 'lane0', [lanes('s-a'), lanes('p')], [lanes('a')]),
  kind(
    'data of a kind that is no item definition',
    'd',
    [around(`<bpmn:dataObject id="d" itemSubjectRef="m"/>${task('a')}`, parts)],
    [around(`<bpmn:dataObject id="d" itemSubjectRef="i"/>${task('a')}`, parts)],
  ),
  kind(
    'a reference to a data object that is none',
    'd',
    [around(`<bpmn:dataObjectReference id="d" dataObjectRef="a"/>${task('a')}`)],
    [around(`<bpmn:dataObject id="o"/><bpmn:dataObjectReference id="d" dataObjectRef="o"/>${task('a')}`)],
  ),
  kind(
    'a pool whose process is none',
    'pool',
    [
      around(
        task('a'),
        `${parts}<bpmn:collaboration id="c"><bpmn:participant id="pool" processRef="m"/></bpmn:collaboration>`,
      ),
    ],
    [around(task('a'), '<bpmn:collaboration id="c"><bpmn:participant id="pool" processRef="p"/></bpmn:collaboration>')],
  ),
  cancel('event.definition-wrong', 'a cancel that is caught in a flow', 'a', [
    around(on('intermediateCatchEvent', 'a', 'cancel')),
    around(on('intermediateThrowEvent', 'a', 'cancel')),
  ]),
  cancel('event.definition-wrong', 'a cancel that starts', 's', [
    only(`${on('startEvent', 's', 'cancel')}<bpmn:endEvent id="e"/>${to('s', 'e')}`),
  ]),
  cancel('event.definition-wrong', 'a cancel that starts an event sub-process', 'is', [
    around(
      `${task('a')}<bpmn:subProcess id="on" triggeredByEvent="true">${on('startEvent', 'is', 'cancel')}<bpmn:endEvent id="x"/>${to('is', 'x')}</bpmn:subProcess>`,
    ),
  ]),
  cancel('event.cancel-outside-transaction', 'a cancel that ends a plain sub-process', 'x', [
    block('subProcess', on('endEvent', 'x', 'cancel')),
  ]),
  cancel('boundary.cancel-wrong', 'a cancel on the border of what is no transaction', 'b', [
    around(
      `${task('a')}<bpmn:boundaryEvent id="b" attachedToRef="a"><bpmn:cancelEventDefinition/></bpmn:boundaryEvent>${to('b', 'e')}`,
    ),
  ]),
  {
    ...{ fact: 'a handler in a flow', rule: 'compensation.handler-in-flow', at: 'h', level: 'warning' },
    wrong: [undo(to('h', 'e'))],
    right: [undo('')],
  },
  {
    ...{ fact: 'a handler that nothing sets off', rule: 'compensation.handler-alone', at: 'h', level: 'warning' },
    wrong: [undo('', false)],
    right: [undo('')],
  },
  {
    ...{ fact: 'a behaviour without what it throws', rule: 'loop.behaviour-missing', at: 'a', level: 'warning' },
    wrong: ['One', 'None', 'Complex'].map((name) => repeated(twice, `behavior="${name}"`)),
    right: [
      repeated(twice),
      repeated(twice, 'behavior="One" oneBehaviorEventRef="told"'),
      repeated(twice, 'behavior="None" noneBehaviorEventRef="told"'),
      behaves('= x'),
    ],
  },
  {
    ...{
      fact: 'a complex behaviour whose condition is a number',
      rule: 'expression.not-boolean',
      at: 'a',
      level: 'error',
    },
    wrong: [behaves('23'), behaves('"yes"')],
    right: [behaves('= x')],
  },
  {
    ...{ fact: 'a repetition counted twice', rule: 'loop.count-twice', at: 'a', level: 'warning' },
    wrong: [
      around(
        task(
          'a',
          `<bpmn:property id="list"/><bpmn:multiInstanceLoopCharacteristics>${twice}<bpmn:loopDataInputRef>list</bpmn:loopDataInputRef></bpmn:multiInstanceLoopCharacteristics>`,
        ),
      ),
    ],
    right: [repeated(twice)],
  },
  {
    ...{ fact: 'a loop of fewer than no rounds', rule: 'loop.maximum-wrong', at: 'a', level: 'warning' },
    wrong: [around(task('a', '<bpmn:standardLoopCharacteristics loopMaximum="-1"/>'))],
    right: [around(task('a', '<bpmn:standardLoopCharacteristics loopMaximum="3"/>'))],
  },
  {
    ...{ fact: 'a reception that starts and is in a flow', rule: 'receive.start-in-flow', at: 'a', level: 'warning' },
    wrong: [around('<bpmn:receiveTask id="a" instantiate="true" messageRef="m"/>', parts)],
    right: [around('<bpmn:receiveTask id="a" messageRef="m"/>', parts)],
  },
  {
    ...{ fact: 'a node in two lanes', rule: 'lane.node-twice', at: 'lane1', level: 'warning' },
    wrong: [lanes('a', 'a')],
    right: [lanes('a', 's')],
  },
  {
    ...{ fact: 'an error without code', rule: 'error.code-missing', at: 'e', level: 'warning' },
    wrong: [only(`<bpmn:startEvent id="s"/>${on('endEvent', 'e', 'error')}${to('s', 'e')}`)],
    right: [
      only(
        `<bpmn:startEvent id="s"/><bpmn:endEvent id="e">${refers('error', 'r')}</bpmn:endEvent>${to('s', 'e')}`,
        parts,
      ),
    ],
  },
  {
    ...{ fact: 'a link without name', rule: 'link.name-missing', at: 'a', level: 'warning' },
    wrong: [around(on('intermediateThrowEvent', 'a', 'link'))],
    right: [around(event('intermediateThrowEvent', '<bpmn:linkEventDefinition name="L"/>'))],
  },
  {
    ...{ fact: 'an association with one end', rule: 'association.end-missing', at: 'as', level: 'warning' },
    wrong: [around(`${task('a')}<bpmn:association id="as" sourceRef="a"/>`)],
    right: [around(`${task('a')}<bpmn:textAnnotation id="n"/><bpmn:association id="as" sourceRef="a" targetRef="n"/>`)],
  },
  {
    ...{ fact: 'an attribute with an unknown word', rule: 'attribute.value-wrong', at: 'a', level: 'warning' },
    wrong: [
      around('<bpmn:adHocSubProcess id="a" ordering="Any"><bpmn:task id="t"/></bpmn:adHocSubProcess>'),
      repeated(twice, 'behavior="Some"'),
    ],
    right: worded.flatMap(([element, words]) => words.map(element)),
  },
  {
    ...{ fact: 'content that is no BPMN', rule: 'bpmn.content', at: 'a', level: 'warning' },
    wrong: [
      around('<bpmn:task id="a"><bpmn:funny/></bpmn:task>'),
      around('<bpmn:task id="a"><x:note xmlns:x="urn:x"/></bpmn:task>'),
      around('\n<bpmn:task id="a">\n  <bpmn:funny/></bpmn:task>'),
      around('<bpmn:task id="a" bpmn:funny="yes"/>'),
    ],
    right: [
      around(
        '<bpmn:task id="a"><bpmn:extensionElements><x:note xmlns:x="urn:x" kept="yes"/></bpmn:extensionElements></bpmn:task>',
      ),
    ],
  },
  {
    ...{ fact: 'a link whose parts do not name each other', rule: 'link.end-wrong', at: 'a', level: 'warning' },
    wrong: [
      around(
        event(
          'intermediateThrowEvent',
          '<bpmn:linkEventDefinition id="l" name="L"><bpmn:target>k</bpmn:target></bpmn:linkEventDefinition>',
        ) +
          '<bpmn:intermediateCatchEvent id="c"><bpmn:linkEventDefinition id="k" name="L"/></bpmn:intermediateCatchEvent>',
      ),
    ],
    right: [
      around(
        event(
          'intermediateThrowEvent',
          '<bpmn:linkEventDefinition id="l" name="L"><bpmn:target>k</bpmn:target></bpmn:linkEventDefinition>',
        ) +
          '<bpmn:intermediateCatchEvent id="c"><bpmn:linkEventDefinition id="k" name="L"><bpmn:source>l</bpmn:source></bpmn:linkEventDefinition></bpmn:intermediateCatchEvent>',
      ),
    ],
  },
];
