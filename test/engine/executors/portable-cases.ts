import type { PlacedTrigger } from '../../../engine/executors/bpmn-engine/compare.ts';
import type { Variables } from '../../../engine/kernel/types.ts';
import {
  boundary,
  catchEvent,
  end,
  event,
  flow,
  gateway,
  path,
  plainTask,
  process,
  raw,
  receiveTask,
  scriptTask,
  serviceTask,
  sideBoundary,
  start,
  subProcess,
  task,
  userTask,
} from '../../support/bpmn.ts';
import type { Piece } from '../../support/bpmn.ts';

/** A process, what happens to an instance of it, and the variables it begins with. */
export interface Case {
  readonly xml: string;
  readonly triggers: readonly PlacedTrigger[];
  readonly variables?: Variables;
}

const done = (elementId: string, output: Variables = {}): PlacedTrigger => ({ type: 'complete', elementId, output });
const fire = (elementId: string): PlacedTrigger => ({ type: 'fire', elementId });
const message = (name: string, payload: Variables = {}): PlacedTrigger => ({ type: 'message', message: name, payload });
const error = (elementId: string, code: string): PlacedTrigger => ({ type: 'error', elementId, code, message: 'no' });

const begin = (...pieces: readonly Piece[]) => process('p', start('s'), ...pieces);
const inside = (last: Piece) => subProcess('sub', {}, start('i'), userTask('a'), last, ...path('i', 'a', 'o'));
const choice = [gateway('exclusiveGateway', 'g', 'g-b'), userTask('a'), userTask('b'), end('e'), end('f')];
/** Plays on which both executors agree. */
export const agreedCases: Readonly<Record<string, Case>> = {
  'two tasks in a row': {
    xml: begin(
      userTask('a', { groups: 'clerks', due: '2026-04-01' }),
      userTask('b'),
      end('e'),
      ...path('s', 'a', 'b', 'e'),
    ),
    triggers: [done('a', { x: 1 }), done('b')],
  },
  'a choice by a condition': {
    xml: begin(
      ...choice,
      flow('s', 'g'),
      flow('g', 'a', '= x > 1'),
      flow('g', 'b'),
      ...path('a', 'e'),
      ...path('b', 'f'),
    ),
    triggers: [done('a')],
    variables: { x: 2 },
  },
  'a choice by default': {
    xml: begin(
      ...choice,
      flow('s', 'g'),
      flow('g', 'a', '= x > 1'),
      flow('g', 'b'),
      ...path('a', 'e'),
      ...path('b', 'f'),
    ),
    triggers: [done('b')],
    variables: { x: 0 },
  },
  'a condition that is null': {
    xml: begin(...choice, flow('s', 'g'), flow('g', 'a', '= x'), flow('g', 'b'), ...path('a', 'e'), ...path('b', 'f')),
    triggers: [],
    variables: { x: null },
  },
  'a choice that leads nowhere': {
    xml: begin(
      gateway('exclusiveGateway', 'g'),
      userTask('a'),
      end('e'),
      flow('s', 'g'),
      flow('g', 'a', '= x > 1'),
      flow('a', 'e'),
    ),
    triggers: [],
    variables: { x: 0 },
  },
  'conditions on the flows of a task': {
    xml: begin(
      task('userTask', 'a', { default: 'a-c' }),
      userTask('b'),
      userTask('c'),
      end('e'),
      end('f'),
      flow('s', 'a'),
      flow('a', 'b', '= x > 1'),
      flow('a', 'c'),
      ...path('b', 'e'),
      ...path('c', 'f'),
    ),
    triggers: [done('a', { x: 2 }), done('b')],
  },
  'branches that are joined': {
    xml: begin(
      gateway('parallelGateway', 'fork'),
      userTask('a'),
      userTask('b'),
      gateway('parallelGateway', 'join'),
      userTask('c'),
      end('e'),
      ...path('s', 'fork', 'a', 'join', 'c', 'e'),
      ...path('fork', 'b', 'join'),
    ),
    triggers: [done('b', { b: 1 }), done('a', { a: 1 }), done('c')],
  },
  'an end that terminates the others': {
    xml: begin(
      gateway('parallelGateway', 'fork'),
      userTask('a'),
      userTask('b'),
      end('e', { terminate: true }),
      end('f'),
      ...path('s', 'fork', 'a', 'e'),
      ...path('fork', 'b', 'f'),
    ),
    triggers: [done('a')],
  },
  'all inclusive flows that hold': {
    xml: begin(
      gateway('inclusiveGateway', 'g', 'g-c'),
      userTask('a'),
      userTask('b'),
      userTask('c'),
      ...['e', 'f', 'h'].map((id) => end(id)),
      ...[flow('s', 'g'), flow('g', 'a', '= x > 1'), flow('g', 'b', '= x > 2'), flow('g', 'c')],
      ...[...path('a', 'e'), ...path('b', 'f'), ...path('c', 'h')],
    ),
    triggers: [done('a'), done('b')],
    variables: { x: 3 },
  },
  'a script and mappings of a job': {
    xml: begin(
      scriptTask('a', '= x * 2', 'y'),
      serviceTask('b', { inputs: { z: '= y + 1' }, outputs: { 'r.sum': '= z + answer' } }),
      end('e'),
      ...path('s', 'a', 'b', 'e'),
    ),
    triggers: [done('b', { answer: 4, dropped: true })],
    variables: { x: 3 },
  },
  'variables of a sub-process': {
    xml: begin(
      subProcess(
        'sub',
        { inputs: { own: '= x' }, outputs: { given: '= own' } },
        start('i'),
        userTask('a'),
        end('o'),
        ...path('i', 'a', 'o'),
      ),
      end('e'),
      ...path('s', 'sub', 'e'),
    ),
    triggers: [done('a', { own: 7, other: 1 })],
    variables: { x: 3 },
  },
  'a timer of sixty days that interrupts': {
    xml: begin(
      userTask('a'),
      boundary('t', 'a', { duration: 'P60D' }),
      end('e'),
      end('f'),
      ...path('s', 'a', 'e'),
      ...path('t', 'f'),
    ),
    triggers: [fire('t')],
  },
  'a timer that is not needed': {
    xml: begin(
      userTask('a'),
      boundary('t', 'a', { duration: 'P60D' }),
      end('e'),
      end('f'),
      ...path('s', 'a', 'e'),
      ...path('t', 'f'),
    ),
    triggers: [done('a')],
  },
  'a timer that lets the task go on': {
    xml: begin(
      userTask('a'),
      sideBoundary('t', 'a', { duration: 'P10D' }),
      userTask('b'),
      ...[end('e'), end('f'), ...path('s', 'a', 'e'), ...path('t', 'b', 'f')],
    ),
    triggers: [fire('t'), done('b'), done('a')],
  },
  'a date that has passed': {
    xml: begin(catchEvent('t', { date: '2020-01-01T00:00:00Z' }), end('e'), ...path('s', 't', 'e')),
    triggers: [fire('t')],
  },
  'a sub-process that is interrupted': {
    xml: begin(
      inside(end('o')),
      boundary('t', 'sub', { message: 'stop' }),
      end('e'),
      end('f'),
      ...path('s', 'sub', 'e'),
      ...path('t', 'f'),
    ),
    triggers: [message('stop', { why: 'late' })],
  },
  'an error at the end of a sub-process': {
    xml: begin(
      inside(end('o', { error: 'E' })),
      boundary('t', 'sub', { error: 'E', outputs: { code: '= errorCode' } }),
      ...[end('e'), end('f'), ...path('s', 'sub', 'e'), ...path('t', 'f')],
    ),
    triggers: [done('a')],
  },
  'the error of a job': {
    xml: begin(
      serviceTask('a'),
      boundary('one', 'a', { error: 'E1' }),
      boundary('any', 'a', { error: '', outputs: { code: '= errorCode' } }),
      ...[end('e'), end('f'), end('h'), ...path('s', 'a', 'e'), ...path('one', 'f'), ...path('any', 'h')],
    ),
    triggers: [error('a', 'E2')],
  },
  'an error that nothing catches': {
    xml: begin(
      serviceTask('a'),
      boundary('t', 'a', { error: 'E1' }),
      end('e'),
      end('f'),
      ...path('s', 'a', 'e'),
      ...path('t', 'f'),
    ),
    triggers: [error('a', 'E2')],
  },
  'a race of a message and a timer': {
    xml: begin(
      gateway('eventBasedGateway', 'g'),
      receiveTask('a', 'answer', '= key'),
      catchEvent('t', { duration: 'P10D' }),
      ...[end('e'), end('f'), ...path('s', 'g', 'a', 'e'), ...path('g', 't', 'f')],
    ),
    triggers: [{ type: 'message', message: 'answer', correlationKey: '7', payload: { x: 1 } }],
    variables: { key: 7 },
  },
  'a message with the wrong key': {
    xml: begin(catchEvent('a', { message: 'answer', key: '= key' }), end('e'), ...path('s', 'a', 'e')),
    triggers: [{ type: 'message', message: 'answer', correlationKey: '8', payload: {} }],
    variables: { key: 7 },
  },
  'messages that are thrown': {
    xml: begin(
      event('intermediateThrowEvent', 'a', { message: 'hello' }),
      end('e', { message: 'bye' }),
      ...path('s', 'a', 'e'),
    ),
    triggers: [],
  },
  'a task that is done again': {
    xml: begin(
      gateway('exclusiveGateway', 'again'),
      userTask('a'),
      gateway('exclusiveGateway', 'g', 'g-e'),
      ...[end('e'), ...path('s', 'again', 'a', 'g'), flow('g', 'again', '= isWrong'), flow('g', 'e')],
    ),
    triggers: [done('a', { isWrong: true }), done('a', { isWrong: true }), done('a', { isWrong: false })],
  },
  'a link': {
    xml: begin(
      raw('<bpmn:intermediateThrowEvent id="x"><bpmn:linkEventDefinition name="l"/></bpmn:intermediateThrowEvent>'),
      raw('<bpmn:intermediateCatchEvent id="y"><bpmn:linkEventDefinition name="l"/></bpmn:intermediateCatchEvent>'),
      ...[userTask('a'), end('e'), ...path('s', 'x'), ...path('y', 'a', 'e')],
    ),
    triggers: [done('a')],
  },
  'variables from outside and a cancellation': {
    xml: begin(plainTask('b'), inside(end('o')), end('e'), ...path('s', 'b', 'sub', 'e')),
    triggers: [{ type: 'variables', variables: { x: 1 } }, { type: 'cancel' }],
  },
};
