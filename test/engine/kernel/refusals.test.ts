import { describe, expect, it } from 'vitest';
import type { RunningFailure, Wanted } from '../../../engine/findings/running-failure.ts';
import { advance, startAt } from '../../../engine/kernel/running/advance.ts';
import {
  catchEvent,
  end,
  flow,
  gateway,
  path,
  process,
  raw,
  serviceTask,
  start,
  userTask,
} from '../../support/bpmn.ts';
import type { Piece } from '../../support/bpmn.ts';
import { begin, fire, go, programOf, testNow, waitAt } from '../../support/instance.ts';
import type { Instance } from '../../support/instance.ts';

const through = (piece: Piece, id = 'a') => process('p', start('s'), piece, end('e'), ...path('s', id, 'e'));
const repeated = (inside: string) =>
  through(
    raw(
      `<bpmn:userTask id="a"><bpmn:multiInstanceLoopCharacteristics>${inside}</bpmn:multiInstanceLoopCharacteristics></bpmn:userTask>`,
    ),
  );
const cycle = raw(
  '<bpmn:intermediateCatchEvent id="a"><bpmn:timerEventDefinition><bpmn:timeCycle xsi:type="bpmn:tFormalExpression">= x</bpmn:timeCycle></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>',
);
const count = '<bpmn:loopCardinality xsi:type="bpmn:tFormalExpression">= x</bpmn:loopCardinality>';
const list = '<bpmn:extensionElements><zeebe:loopCharacteristics inputCollection="= x"/></bpmn:extensionElements>';

describe('an expression of another type than is needed', () => {
  it.each<readonly [wanted: Wanted, xml: string, wrong: unknown]>([
    ['text', through(userTask('a', { assignee: '= x' })), true],
    ['texts', through(userTask('a', { groups: '= x' })), [1]],
    ['instant', through(userTask('a', { due: '= x' })), 'domani'],
    ['duration', through(catchEvent('a', { duration: '= x' })), 'un mese'],
    ['cycle', through(cycle), 'ogni giorno'],
    ['count', repeated(count), -1],
    ['list', repeated(list), 'una'],
  ])('is refused where it is to be: %s', async (wanted, xml, value) => {
    const program = await programOf(xml);
    expect(() => begin(program, { x: value as never })).toThrow(
      expect.objectContaining({
        failure: {
          code: 'feel.wrong-type',
          params: { elementId: 'a', expression: 'x', value: JSON.stringify(value), wanted },
        },
      }),
    );
  });
});

/** What cannot go on, tried on an instance that rests at `a`: a user task, unless another piece is given. */
interface Refusal {
  readonly at?: Piece;
  readonly act: (instance: Instance, waitId: string) => unknown;
  readonly failure: RunningFailure;
}

const message = { type: 'message', message: 'm', payload: {} } as const;
const complete = (waitId: string) => ({ type: 'complete', waitId, output: {} }) as const;
const elsewhere = await programOf(through(userTask('b'), 'b'));

const refusals: readonly (readonly [fact: string, refusal: Refusal])[] = [
  [
    'to fire a task',
    {
      act: (instance) => fire(instance, 'a'),
      failure: {
        code: 'wait.wrong-trigger',
        params: { elementId: 'a', waitId: 'w2', type: 'task', wanted: ['timer'] },
      },
    },
  ],
  [
    'a message for a task',
    {
      act: (instance, waitId) => go(instance, { ...message, waitId }),
      failure: {
        code: 'wait.wrong-trigger',
        params: { elementId: 'a', waitId: 'w2', type: 'task', wanted: ['message'] },
      },
    },
  ],
  [
    'to complete what is not open',
    {
      act: (instance) => go(instance, complete('w99')),
      failure: { code: 'wait.not-open', params: { waitId: 'w99' } },
    },
  ],
  [
    'a message that nobody awaits',
    {
      act: (instance) => go(instance, message),
      failure: { code: 'message.not-expected', params: { message: 'm' } },
    },
  ],
  [
    'a message with a key that nobody awaits',
    {
      act: (instance) => go(instance, { ...message, correlationKey: '7' }),
      failure: { code: 'message.not-expected', params: { message: 'm', key: '7' } },
    },
  ],
  [
    'to begin at a task that nothing sets off',
    {
      act: ({ program }) => startAt(program, 'a', { variables: {}, now: testNow }),
      failure: { code: 'start.unknown', params: { process: 'p', elementId: 'a' } },
    },
  ],
  [
    'to begin where there is nothing',
    {
      act: ({ program }) => startAt(program, 'b', { variables: {}, now: testNow }),
      failure: { code: 'start.unknown', params: { process: 'p', elementId: 'b' } },
    },
  ],
  [
    'an instance of another diagram',
    {
      act: (instance, waitId) => go({ ...instance, program: elsewhere }, complete(waitId)),
      failure: { code: 'state.foreign', params: { part: 'element', id: 'a' } },
    },
  ],
  [
    'a state that it did not make',
    {
      act: ({ program }, waitId) => advance(program, {}, complete(waitId), testNow),
      failure: { code: 'state.foreign', params: {} },
    },
  ],
  [
    'a state that lacks a scope',
    {
      act: ({ program, move }, waitId) => advance(program, { ...move.state, scopes: [] }, complete(waitId), testNow),
      failure: { code: 'state.foreign', params: { part: 'scope', id: 's0' } },
    },
  ],
  [
    'a state that lacks a token',
    {
      act: ({ program, move }, waitId) => advance(program, { ...move.state, tokens: [] }, complete(waitId), testNow),
      failure: { code: 'state.foreign', params: { part: 'token', id: 't1' } },
    },
  ],
  [
    'an error that nothing catches',
    {
      at: serviceTask('a'),
      act: (instance, waitId) => go(instance, { type: 'error', waitId, code: 'gone', message: 'non risponde' }),
      failure: { code: 'error.not-caught', params: { elementId: 'a', error: 'gone', message: 'non risponde' } },
    },
  ],
];

describe('the kernel refuses', () => {
  it.each(refusals)('%s', async (_, { at = userTask('a'), act, failure }) => {
    const instance = begin(await programOf(through(at)));
    expect(() => act(instance, waitAt(instance, 'a').id)).toThrow(expect.objectContaining({ failure }));
  });

  it('to go on where no condition holds', async () => {
    const choice = gateway('inclusiveGateway', 'g');
    const program = await programOf(
      process('p', start('s'), choice, end('e'), ...path('s', 'g'), flow('g', 'e', '= false')),
    );
    const failure = { code: 'gateway.no-flow', params: { elementId: 'g' } };
    expect(() => begin(program)).toThrow(expect.objectContaining({ failure }));
  });
});
