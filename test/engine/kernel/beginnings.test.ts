import { describe, expect, it } from 'vitest';
import { startAt } from '../../../engine/kernel/running/advance.ts';
import { subscriptionsOf } from '../../../engine/kernel/running/subscriptions.ts';
import type { Program } from '../../../engine/kernel/program.ts';
import { catchEvent, end, flow, path, plainTask, process, raw, start, userTask } from '../../support/bpmn.ts';
import type { Piece } from '../../support/bpmn.ts';
import { begin, enteredIn, programOf, send, testNow, waitingAt } from '../../support/instance.ts';
import type { Instance } from '../../support/instance.ts';

const tops = '<bpmn:message id="one" name="one"/><bpmn:message id="two" name="two"/>';
const both = '<bpmn:messageEventDefinition messageRef="one"/><bpmn:messageEventDefinition messageRef="two"/>';

/** Starts an instance at what set it off, by the definition of that event with the number. */
function beginAt(program: Program, elementId: string, part = 0): Instance {
  const move = startAt(program, elementId, { variables: {}, now: testNow, part });
  return { program, move, open: move.opened };
}

const begunBy = (...opening: readonly Piece[]) =>
  programOf(process('p', ...opening, userTask('a'), end('e'), ...path('a', 'e')));
const timer = (property: string, text: string) =>
  raw(
    `<bpmn:startEvent id="s"><bpmn:timerEventDefinition><bpmn:${property} xsi:type="bpmn:tFormalExpression">${text}</bpmn:${property}></bpmn:timerEventDefinition></bpmn:startEvent>`,
  );

describe('a process that a day begins', () => {
  it.each([
    ['timeDate', '2026-04-01T08:00:00Z', '2026-04-01T08:00:00.000Z'],
    ['timeDuration', 'P2D', '2026-03-04T09:30:00.000Z'],
    ['timeCycle', 'R3/PT1H', '2026-03-02T10:30:00.000Z'],
  ])('listens from now on for its %s %s', async (property, text, dueAt) => {
    const program = await begunBy(timer(property, text), flow('s', 'a'));
    expect(subscriptionsOf(program, testNow)).toMatchObject([{ type: 'timer', elementId: 's', part: 0, dueAt }]);
    expect(waitingAt(beginAt(program, 's'))).toEqual(['a']);
  });
});

describe('a process that a condition begins', () => {
  it('listens for the condition as it stands', async () => {
    const condition =
      '<bpmn:conditionalEventDefinition><bpmn:condition xsi:type="bpmn:tFormalExpression">= ready</bpmn:condition></bpmn:conditionalEventDefinition>';
    const program = await begunBy(raw(`<bpmn:startEvent id="s">${condition}</bpmn:startEvent>`), flow('s', 'a'));
    expect(subscriptionsOf(program, testNow)).toEqual([
      { type: 'condition', elementId: 's', part: 0, condition: 'ready' },
    ]);
  });
});

describe('a process that a receive task begins', () => {
  const receiving = () =>
    begunBy(raw('<bpmn:receiveTask id="r" instantiate="true" messageRef="one"/>', tops), flow('r', 'a'));

  it('listens for the message of the task, and for nothing else', async () => {
    expect(subscriptionsOf(await receiving(), testNow)).toEqual([
      { type: 'message', elementId: 'r', part: 0, message: 'one' },
    ]);
  });

  it('has done the task when it has begun', async () => {
    const begun = beginAt(await receiving(), 'r');
    expect(enteredIn(begun)).toEqual(['r', 'a']);
    expect(waitingAt(begun)).toEqual(['a']);
  });
});

describe('a process that one of several messages begins', () => {
  const started = (attributes: string) =>
    begunBy(raw(`<bpmn:startEvent id="s" ${attributes}>${both}</bpmn:startEvent>`, tops), flow('s', 'a'));

  it('listens for each of them', async () => {
    expect(subscriptionsOf(await started(''), testNow)).toMatchObject([
      { elementId: 's', part: 0, message: 'one' },
      { elementId: 's', part: 1, message: 'two' },
    ]);
  });

  it.each([0, 1])('goes on at once, by number %i too', async (part) => {
    expect(waitingAt(beginAt(await started(''), 's', part))).toEqual(['a']);
  });

  it.each([
    [0, 'two'],
    [1, 'one'],
  ])('that needs all, begun by number %i, still waits for %s', async (part, other) => {
    const begun = beginAt(await started('parallelMultiple="true"'), 's', part);
    expect(begun.open).toMatchObject([{ elementId: 's', message: other }]);
    expect(waitingAt(send(begun, other))).toEqual(['a']);
  });
});

describe('a process that an event-based gateway begins', () => {
  const gated = (attributes: string) =>
    begunBy(
      raw(`<bpmn:eventBasedGateway id="g" instantiate="true" ${attributes}/>`),
      catchEvent('one', { message: 'one' }),
      catchEvent('two', { message: 'two' }),
      plainTask('b'),
      ...path('g', 'one', 'a'),
      ...path('g', 'two', 'b', 'e'),
    );

  it('listens for the events behind it', async () => {
    expect(subscriptionsOf(await gated(''), testNow)).toMatchObject([
      { elementId: 'one', message: 'one' },
      { elementId: 'two', message: 'two' },
    ]);
  });

  it('goes on from the event that happened', async () => {
    const begun = beginAt(await gated(''), 'one');
    expect(enteredIn(begun)).toEqual(['g', 'one', 'a']);
    expect(waitingAt(begun)).toEqual(['a']);
  });

  it('waits for the others, too, where all are needed', async () => {
    const begun = beginAt(await gated('eventGatewayType="Parallel"'), 'one');
    expect(waitingAt(begun)).toEqual(['a', 'two']);
    expect(waitingAt(send(begun, 'two'))).toEqual(['a']);
  });
});

describe('a process without a start event', () => {
  it('begins wherever no flow enters', async () => {
    const program = await programOf(process('p', userTask('a'), userTask('b'), userTask('c'), ...path('a', 'c')));
    expect(waitingAt(begin(program))).toEqual(['a', 'b']);
  });

  it('begun in the plain way has its start event for no cause', async () => {
    const program = await begunBy(start('s'), flow('s', 'a'));
    expect(subscriptionsOf(program, testNow)).toEqual([]);
  });
});
