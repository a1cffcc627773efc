import { describe, expect, it } from 'vitest';
import { compile } from '../../../engine/kernel/reading/compile.ts';
import { event, flow, gateway, path, plainTask, process, raw, start, userTask } from '../../support/bpmn.ts';
import type { Piece } from '../../support/bpmn.ts';
import { around, definition, undoneBy } from './pieces.ts';

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
