import { describe, expect, it } from 'vitest';
import { compile } from '../../../engine/kernel/reading/compile.ts';
import {
  end,
  event,
  flow,
  gateway,
  path,
  plainTask,
  process,
  raw,
  start,
  subProcess,
  userTask,
} from '../../support/bpmn.ts';
import type { Piece } from '../../support/bpmn.ts';

const around = (id: string, ...pieces: readonly Piece[]) =>
  process('p', start('s'), ...pieces, end('e'), ...path('s', id, 'e'));
const definition = (kind: string) => `<bpmn:${kind}EventDefinition/>`;
const pools =
  '<bpmn:collaboration id="c"><bpmn:participant id="pool" processRef="p"/><bpmn:participant id="other"/>' +
  '<bpmn:messageFlow id="mf" sourceRef="a" targetRef="pool"/></bpmn:collaboration>';

const undoneBy = (id: string) =>
  `<bpmn:boundaryEvent id="on-${id}" attachedToRef="a">${definition('compensate')}</bpmn:boundaryEvent>` +
  `<bpmn:userTask id="${id}" isForCompensation="true"/>` +
  `<bpmn:association id="to-${id}" sourceRef="on-${id}" targetRef="${id}"/>`;
const heard = (id: string) =>
  `<bpmn:startEvent id="${id}"><bpmn:messageEventDefinition messageRef="m-${id}"/></bpmn:startEvent>`;

const broken: readonly (readonly [fact: string, xml: string, rule: string, elementId: string])[] = [
  [
    'a second compensation event on an activity',
    around('a', userTask('a'), raw(undoneBy('one') + undoneBy('two'))),
    'boundary.compensation-twice',
    'on-two',
  ],
  [
    'a second start by a message of the same name',
    process(
      'p',
      raw(heard('x') + heard('y'), '<bpmn:message id="m-x" name="m"/><bpmn:message id="m-y" name="m"/>'),
      end('e'),
      ...path('x', 'e'),
      ...path('y', 'e'),
    ),
    'start.message-twice',
    'y',
  ],
  [
    'an event sub-process in a flow',
    around(
      'a',
      raw(
        `<bpmn:subProcess id="a" triggeredByEvent="true"><bpmn:startEvent id="is">${definition('timer')}</bpmn:startEvent></bpmn:subProcess>`,
      ),
    ),
    'event-sub-process.in-flow',
    'a',
  ],
  [
    'an event sub-process without event',
    around(
      'a',
      plainTask('a'),
      raw('<bpmn:subProcess id="on" triggeredByEvent="true"><bpmn:startEvent id="is"/></bpmn:subProcess>'),
    ),
    'event-sub-process.start-wrong',
    'on',
  ],
  [
    'a start event inside an ad-hoc sub-process',
    around(
      'a',
      raw('<bpmn:adHocSubProcess id="a"><bpmn:startEvent id="is"/><bpmn:task id="t"/></bpmn:adHocSubProcess>'),
    ),
    'ad-hoc.content-wrong',
    'is',
  ],
  [
    'a sub-process started by a message',
    around('a', subProcess('a', {}, start('is', { message: 'm' }), end('ie'), ...path('is', 'ie'))),
    'start.definition-wrong',
    'is',
  ],
  [
    'a process started by an error',
    process('p', raw(`<bpmn:startEvent id="s">${definition('error')}</bpmn:startEvent>`), end('e'), ...path('s', 'e')),
    'start.definition-wrong',
    's',
  ],
  [
    'a cancel event on a plain task',
    around(
      'a',
      plainTask('a'),
      raw(`<bpmn:boundaryEvent id="b" attachedToRef="a">${definition('cancel')}</bpmn:boundaryEvent>`),
      ...path('b', 'e'),
    ),
    'boundary.cancel-wrong',
    'b',
  ],
  [
    'a cancel end outside a transaction',
    process('p', start('s'), raw(`<bpmn:endEvent id="e">${definition('cancel')}</bpmn:endEvent>`), ...path('s', 'e')),
    'event.cancel-outside-transaction',
    'e',
  ],
  [
    'a compensation event in a flow',
    around(
      'a',
      plainTask('a'),
      raw(`<bpmn:boundaryEvent id="b" attachedToRef="a">${definition('compensate')}</bpmn:boundaryEvent>`),
      ...path('b', 'e'),
    ),
    'boundary.compensation-in-flow',
    'b',
  ],
  [
    'a link that leads nowhere',
    around(
      'a',
      plainTask('a'),
      event('intermediateThrowEvent', 'x'),
      raw('<bpmn:intermediateThrowEvent id="l"><bpmn:linkEventDefinition name="L"/></bpmn:intermediateThrowEvent>'),
      ...path('a', 'l'),
    ),
    'link.target-missing',
    'l',
  ],
  [
    'a gateway whose direction is not so',
    around('g', raw('<bpmn:parallelGateway id="g" gatewayDirection="Converging"/>')),
    'gateway.direction-wrong',
    'g',
  ],
  [
    'an event gateway with one event',
    around(
      'g',
      gateway('eventBasedGateway', 'g'),
      event('intermediateCatchEvent', 'm', { message: 'm' }),
      ...path('g', 'm'),
    ).replace('<bpmn:sequenceFlow id="g-e" sourceRef="g" targetRef="e"></bpmn:sequenceFlow>', ''),
    'gateway.events-few',
    'g',
  ],
  ['a message flow inside a pool', around('a', userTask('a'), raw('', pools)), 'message-flow.inside-pool', 'mf'],
  [
    'a task with two kinds of loop',
    around(
      'a',
      raw('<bpmn:task id="a"><bpmn:standardLoopCharacteristics/><bpmn:multiInstanceLoopCharacteristics/></bpmn:task>'),
    ),
    'element.part-twice',
    'a',
  ],
  [
    'a condition that is a number',
    around(
      'a',
      raw(
        '<bpmn:task id="a"><bpmn:standardLoopCharacteristics id="l"><bpmn:loopCondition>23</bpmn:loopCondition></bpmn:standardLoopCharacteristics></bpmn:task>',
      ),
    ),
    'expression.not-boolean',
    'l',
  ],
];

describe('a diagram breaks the standard with', () => {
  it.each(broken)('%s', async (...[, xml, rule, elementId]) => {
    const { program, findings } = await compile(xml, { decisions: [] });
    expect(program).toBeUndefined();
    expect(findings).toContainEqual(expect.objectContaining({ rule, elementId, level: 'error' }));
  });

  it('the same in a process only drawn is a warning', async () => {
    const drawn = '<bpmn:process id="q" isExecutable="false"><bpmn:adHocSubProcess id="empty"/></bpmn:process>';
    const { program, findings } = await compile(around('a', userTask('a'), raw('', drawn)), { decisions: [] });
    expect(program).toBeDefined();
    expect(findings).toMatchObject([{ rule: 'ad-hoc.empty', elementId: 'empty', level: 'warning' }]);
  });
});

describe('what breaks the standard and is run all the same', () => {
  const timer = '<bpmn:timeDuration>P1D</bpmn:timeDuration>';
  const caught = (definition: string) =>
    `<bpmn:intermediateCatchEvent id="a"><bpmn:timerEventDefinition>${definition}</bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>`;
  const loose: readonly (readonly [rule: string, elementId: string, xml: string])[] = [
    [
      'boundary.outgoing-missing',
      'late',
      around('a', userTask('a'), event('boundaryEvent', 'late', { duration: 'P1D', host: 'a' })),
    ],
    [
      'event.must-interrupt',
      'on-undo',
      around(
        'a',
        userTask('a'),
        raw(undoneBy('undo').replace('attachedToRef', 'cancelActivity="false" attachedToRef')),
      ),
    ],
    ['gateway.ways-few', 'a', around('a', gateway('exclusiveGateway', 'a'))],
    [
      'flow.condition-alone',
      'a-b',
      around('a', plainTask('a'), plainTask('b'), flow('a', 'b', '= true')).replace(
        'sourceRef="a" targetRef="e"',
        'sourceRef="b" targetRef="e"',
      ),
    ],
    [
      'mime.wrong',
      'a',
      around(
        'a',
        raw('<bpmn:task id="a"><bpmn:documentation textFormat="plain text">x</bpmn:documentation></bpmn:task>'),
      ),
    ],
    [
      'escalation.code-missing',
      'a',
      around('a', raw(`<bpmn:intermediateThrowEvent id="a">${definition('escalation')}</bpmn:intermediateThrowEvent>`)),
    ],
    ['expression.not-formal', 'a', around('a', raw(caught(timer)))],
    ['flow.incoming-missing', 'b', around('a', plainTask('a'), plainTask('b'), flow('b', 'e'))],
    ['flow.outgoing-missing', 'b', around('a', plainTask('a'), plainTask('b'), flow('a', 'b'))],
    ['end.missing', 'p', process('p', start('s'), plainTask('a'), ...path('s', 'a'))],
    [
      'flow.listed-once',
      's-a',
      around(
        'a',
        raw('<bpmn:task id="a"><bpmn:incoming>s-a</bpmn:incoming><bpmn:outgoing>a-e</bpmn:outgoing></bpmn:task>'),
      ),
    ],
  ];

  it.each(loose)('is refused only when it is strict: %s', async (rule, elementId, xml) => {
    const lenient = await compile(xml, { decisions: [] });
    expect(lenient.program).toBeDefined();
    expect(lenient.findings).toContainEqual(expect.objectContaining({ rule, elementId, level: 'warning' }));
    const strict = await compile(xml, { decisions: [], isStrict: true });
    expect(strict.program).toBeUndefined();
    expect(strict.findings).toContainEqual(expect.objectContaining({ rule, elementId, level: 'error' }));
  });
});

describe('a path that reaches no end', () => {
  const warned = async (piece: Piece) => {
    const { findings } = await compile(around('a', userTask('a'), piece), { decisions: [] });
    return findings.filter(({ rule }) => rule === 'flow.outgoing-missing').map(({ elementId }) => elementId);
  };

  it('looks forgotten after an event that is heard or that undoes something', async () => {
    expect(await warned(event('boundaryEvent', 'late', { duration: 'P1D', host: 'a' }))).toEqual(['late']);
    const undoing = raw(
      `<bpmn:intermediateThrowEvent id="back">${definition('compensate')}</bpmn:intermediateThrowEvent>`,
    );
    const xml = around('a', userTask('a'), undoing, flow('a', 'back'), raw(undoneBy('undo')));
    const { findings } = await compile(xml, { decisions: [] });
    const loose = findings.filter(({ rule }) => rule === 'flow.outgoing-missing');
    expect(loose.map(({ elementId }) => elementId)).toEqual(['back']);
  });

  it('is none where an activity is undone', async () => {
    expect(await warned(raw(undoneBy('undo')))).toEqual([]);
  });
});

describe('the definitions that an event may have', () => {
  const kinds = ['message', 'timer', 'signal', 'conditional', 'error', 'escalation', 'compensate', 'cancel'] as const;
  const others = ['terminate', 'link'] as const;
  const tags = [...kinds, ...others];
  const inSubProcess = (xml: string) =>
    around('a', userTask('a'), raw(`<bpmn:subProcess id="on" triggeredByEvent="true">${xml}</bpmn:subProcess>`));
  const places = {
    startEvent: (kind: string) => inSubProcess(`<bpmn:startEvent id="x">${definition(kind)}</bpmn:startEvent>`),
    endEvent: (kind: string) => around('x', raw(`<bpmn:endEvent id="x">${definition(kind)}</bpmn:endEvent>`)),
    intermediateCatchEvent: (kind: string) =>
      around('x', raw(`<bpmn:intermediateCatchEvent id="x">${definition(kind)}</bpmn:intermediateCatchEvent>`)),
    intermediateThrowEvent: (kind: string) =>
      around('x', raw(`<bpmn:intermediateThrowEvent id="x">${definition(kind)}</bpmn:intermediateThrowEvent>`)),
    boundaryEvent: (kind: string) =>
      around(
        'a',
        userTask('a'),
        raw(`<bpmn:boundaryEvent id="x" attachedToRef="a">${definition(kind)}</bpmn:boundaryEvent>`),
      ),
  };

  // BPMN 2.0.2, table 10.93.
  it.each([
    ['startEvent', ['message', 'timer', 'signal', 'conditional', 'error', 'escalation', 'compensate']],
    ['endEvent', ['message', 'signal', 'error', 'escalation', 'compensate', 'cancel', 'terminate']],
    ['intermediateCatchEvent', ['message', 'timer', 'signal', 'conditional', 'link']],
    ['intermediateThrowEvent', ['message', 'signal', 'escalation', 'compensate', 'link']],
    ['boundaryEvent', [...kinds]],
  ] as const)('of a %s are these', async (place, allowed) => {
    const refused = async (kind: string) => {
      const { findings } = await compile(places[place](kind), { decisions: [] });
      return findings.some(({ rule, elementId }) => rule === 'event.definition-wrong' && elementId === 'x');
    };
    const answers = await Promise.all(tags.map(async (kind) => ((await refused(kind)) ? [] : [kind])));
    expect(answers.flat().sort()).toEqual([...allowed].sort());
  });
});
