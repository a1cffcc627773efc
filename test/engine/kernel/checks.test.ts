import { describe, expect, it } from 'vitest';
import { compile } from '../../../engine/kernel/reading/compile.ts';
import { end, event, gateway, path, plainTask, process, raw, start, subProcess, userTask } from '../../support/bpmn.ts';
import { around, definition, heard, undoneBy } from './pieces.ts';

const pools =
  '<bpmn:collaboration id="c"><bpmn:participant id="pool" processRef="p"/><bpmn:participant id="other"/>' +
  '<bpmn:messageFlow id="mf" sourceRef="a" targetRef="pool"/></bpmn:collaboration>';

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
