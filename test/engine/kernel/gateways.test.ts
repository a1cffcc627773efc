import { describe, expect, it } from 'vitest';
import { catchEvent, end, flow, gateway, path, plainTask, process, start, userTask } from '../../support/bpmn.ts';
import type { Variables } from '../../../engine/kernel/types.ts';
import type { Piece } from '../../support/bpmn.ts';
import { begin, complete, enteredIn, fire, go, programOf, send, waitingAt } from '../../support/instance.ts';

const choice = (...flows: readonly Piece[]) =>
  process(
    'p',
    start('s'),
    gateway('exclusiveGateway', 'g', 'g-other'),
    ...['high', 'low', 'other'].map((id) => userTask(id)),
    flow('s', 'g'),
    flow('g', 'other'),
    ...flows,
  );

describe('an exclusive gateway', () => {
  const conditions = choice(flow('g', 'high', '= amount > 100'), flow('g', 'low', '= amount > 10'));
  const cases = [
    { amount: 500, to: 'high', because: 'the first true condition wins' },
    { amount: 50, to: 'low', because: 'only the second is true' },
    { amount: 5, to: 'other', because: 'none is true' },
  ];
  it.each(cases)('sends $amount to $to because $because', async ({ amount, to }) => {
    const program = await programOf(conditions);
    expect(waitingAt(begin(program, { amount }))).toEqual([to]);
  });

  const wrong: readonly { readonly variables: Variables; readonly code: string }[] = [
    { variables: { amount: null }, code: 'feel.not-boolean' },
    { variables: {}, code: 'feel.evaluation-failed' },
  ];
  it.each(wrong)('refuses a condition that is not known: $variables', async ({ variables, code }) => {
    const program = await programOf(conditions);
    expect(() => begin(program, variables)).toThrow(expect.objectContaining({ code, elementId: 'g-high' }));
  });

  it('refuses to go on when nothing holds and no default', async () => {
    const program = await programOf(
      process(
        'p',
        start('s'),
        gateway('exclusiveGateway', 'g'),
        userTask('a'),
        userTask('b'),
        flow('s', 'g'),
        flow('g', 'a', '= x = 1'),
        flow('g', 'b', '= x = 2'),
      ),
    );
    expect(() => begin(program, { x: 3 })).toThrow(
      expect.objectContaining({ code: 'gateway.no-flow', elementId: 'g' }),
    );
  });

  it('reads an answer not given as null', async () => {
    const program = await programOf(choice(flow('g', 'high', '= answers.tax = true'), flow('g', 'low', '= true')));
    expect(waitingAt(begin(program, { answers: {} }))).toEqual(['low']);
  });
});

describe('a parallel gateway', () => {
  const fork = process(
    'p',
    start('s'),
    gateway('parallelGateway', 'fork'),
    userTask('a'),
    userTask('b'),
    gateway('parallelGateway', 'join'),
    userTask('c'),
    end('e'),
    ...path('s', 'fork', 'a', 'join', 'c', 'e'),
    ...path('fork', 'b', 'join'),
  );

  it('opens all branches at once', async () => {
    expect(waitingAt(begin(await programOf(fork)))).toEqual(['a', 'b']);
  });

  it.each([
    ['a', 'b'],
    ['b', 'a'],
  ])('joins when %s and then %s is done', async (first, second) => {
    const half = complete(begin(await programOf(fork)), first);
    expect(waitingAt(half)).toEqual([second]);
    const joined = complete(half, second);
    expect(waitingAt(joined)).toEqual(['c']);
    expect(enteredIn(joined)).toEqual(['join', 'c']);
  });

  it('refuses to wait for a flow that cannot come', async () => {
    const program = await programOf(
      process(
        'p',
        start('s'),
        gateway('exclusiveGateway', 'x', 'x-b'),
        plainTask('a'),
        plainTask('b'),
        gateway('parallelGateway', 'join'),
        end('e'),
        ...path('s', 'x'),
        flow('x', 'a', '= true'),
        flow('x', 'b'),
        ...path('a', 'join', 'e'),
        flow('b', 'join'),
      ),
    );
    expect(() => begin(program)).toThrow(expect.objectContaining({ code: 'step.stuck', elementId: 'join' }));
  });
});

describe('flows out of an activity', () => {
  const split = (x: number) =>
    programOf(
      process(
        'p',
        start('s'),
        plainTask('t', { default: 't-c' }),
        ...['a', 'b', 'c', 'd'].map((id) => userTask(id)),
        flow('s', 't'),
        flow('t', 'a', '= x > 1'),
        flow('t', 'b', '= x > 2'),
        flow('t', 'c'),
        flow('t', 'd'),
      ),
    ).then((program) => waitingAt(begin(program, { x })));

  it.each([
    { x: 3, to: ['a', 'b', 'd'] },
    { x: 2, to: ['a', 'd'] },
    { x: 1, to: ['c', 'd'] },
  ])('for x = $x are taken to $to', async ({ x, to }) => {
    expect(await split(x)).toEqual(to);
  });
});

describe('an event-based gateway', () => {
  const race = process(
    'p',
    start('s'),
    gateway('eventBasedGateway', 'g'),
    catchEvent('late', { duration: 'P30D' }),
    catchEvent('reply', { message: 'reply', key: '= number', outputs: { text: '= body' } }),
    catchEvent('withdrawal', { message: 'withdraw' }),
    ...['a', 'b', 'c'].map((id) => userTask(id)),
    ...path('s', 'g', 'late', 'a'),
    ...path('g', 'reply', 'b'),
    ...path('g', 'withdrawal', 'c'),
  );

  it('waits for all events behind it', async () => {
    const instance = begin(await programOf(race), { number: 7 });
    expect(instance.open).toMatchObject([
      { type: 'timer', elementId: 'late', dueAt: '2026-04-01T09:30:00.000Z' },
      { type: 'message', elementId: 'reply', message: 'reply', correlationKey: '7' },
      { type: 'message', elementId: 'withdrawal', message: 'withdraw' },
    ]);
  });

  it('goes on from the first event only', async () => {
    const waiting = begin(await programOf(race), { number: 7 });
    expect(waitingAt(fire(waiting, 'late'))).toEqual(['a']);
    expect(waitingAt(send(waiting, 'withdraw'))).toEqual(['c']);
    const replied = go(waiting, { type: 'message', message: 'reply', correlationKey: '7', payload: { body: 'yes' } });
    expect(waitingAt(replied)).toEqual(['b']);
    expect(replied.move.variables).toEqual({ number: 7, text: 'yes' });
    expect(replied.move.trail.slice(0, 4)).toEqual([
      { type: 'left', elementId: 'g' },
      { type: 'taken', flowId: 'g-reply' },
      { type: 'entered', elementId: 'reply' },
      { type: 'left', elementId: 'reply' },
    ]);
  });

  it('refuses a message with another key', async () => {
    const waiting = begin(await programOf(race), { number: 7 });
    const other = { type: 'message', message: 'reply', correlationKey: '8', payload: {} } as const;
    expect(() => go(waiting, other)).toThrow(expect.objectContaining({ code: 'message.not-expected' }));
  });
});
