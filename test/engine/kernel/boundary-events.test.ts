import { describe, expect, it } from 'vitest';
import {
  boundary,
  catchEvent,
  end,
  path,
  process,
  receiveTask,
  serviceTask,
  sideBoundary,
  start,
  subProcess,
  userTask,
} from '../../support/bpmn.ts';
import { begin, complete, fire, go, programOf, send, testNow, waitAt, waitingAt } from '../../support/instance.ts';

const guarded = process(
  'p',
  start('s'),
  userTask('review'),
  boundary('expiry', 'review', { duration: '= term' }),
  sideBoundary('reminder', 'review', { duration: 'P10D' }),
  sideBoundary('note', 'review', { message: 'note' }),
  userTask('late'),
  userTask('remind'),
  userTask('read'),
  end('e'),
  ...path('s', 'review', 'e'),
  ...path('expiry', 'late'),
  ...path('reminder', 'remind'),
  ...path('note', 'read'),
);
const begun = async () => begin(await programOf(guarded), { term: 'P30D' });

describe('an event on the border of a task', () => {
  it('waits together with the task', async () => {
    expect(waitingAt(await begun())).toEqual(['expiry', 'note', 'reminder', 'review']);
  });

  it('closes when the task is completed', async () => {
    const done = complete(await begun(), 'review');
    expect(done.move.closed).toHaveLength(4);
    expect(done.move.ended?.reason).toBe('completed');
  });

  it('interrupts the task and all that waits with it', async () => {
    const expired = fire(await begun(), 'expiry');
    expect(waitingAt(expired)).toEqual(['late']);
    expect(expired.move.trail.slice(0, 3)).toEqual([
      { type: 'cancelled', elementId: 'review' },
      { type: 'entered', elementId: 'expiry' },
      { type: 'left', elementId: 'expiry' },
    ]);
  });

  it('fires a non-interrupting timer once', async () => {
    const reminded = fire(await begun(), 'reminder');
    expect(waitingAt(reminded)).toEqual(['expiry', 'note', 'remind', 'review']);
  });

  it('takes a non-interrupting message again and again', async () => {
    const twice = send(send(await begun(), 'note', { text: 'one' }), 'note', { text: 'two' });
    expect(waitingAt(twice)).toEqual(['expiry', 'note', 'read', 'read', 'reminder', 'review']);
    expect(twice.move.variables).toMatchObject({ text: 'two' });
  });
});

describe('an error', () => {
  const failing = (...codes: readonly string[]) =>
    process(
      'p',
      start('s'),
      serviceTask('pay'),
      ...codes.map((code) => boundary(`on-${code}`, 'pay', { error: code, outputs: { why: '= errorMessage' } })),
      ...codes.map((code) => userTask(`after-${code}`)),
      end('e'),
      ...path('s', 'pay', 'e'),
      ...codes.flatMap((code) => path(`on-${code}`, `after-${code}`)),
    );
  const fail = async (xml: string, code: string) => {
    const instance = begin(await programOf(xml));
    return go(instance, { type: 'error', waitId: waitAt(instance, 'pay').id, code, message: 'rifiutato' });
  };

  it('goes to the event with its code', async () => {
    const caught = await fail(failing('', 'refused'), 'refused');
    expect(waitingAt(caught)).toEqual(['after-refused']);
    expect(caught.move.variables).toEqual({ why: 'rifiutato' });
  });

  it('goes to the event for all errors otherwise', async () => {
    expect(waitingAt(await fail(failing('', 'refused'), 'timeout'))).toEqual(['after-']);
  });

  it('of a job is refused when nothing catches it', async () => {
    await expect(fail(failing('refused'), 'timeout')).rejects.toMatchObject({ code: 'error.not-caught' });
  });
});

describe('an event on the border of a sub-process', () => {
  const inner = subProcess(
    'sub',
    {},
    start('is'),
    userTask('a'),
    subProcess('deep', {}, start('ds'), userTask('b'), end('de', { error: 'lost' }), ...path('ds', 'b', 'de')),
    end('ie'),
    ...path('is', 'a', 'deep', 'ie'),
  );
  const xml = process(
    'p',
    start('s'),
    inner,
    boundary('withdrawn', 'sub', { message: 'withdraw' }),
    boundary('lost', 'sub', { error: 'lost' }),
    userTask('close'),
    userTask('search'),
    end('e'),
    ...path('s', 'sub', 'e'),
    ...path('withdrawn', 'close'),
    ...path('lost', 'search'),
  );

  it('interrupts everything inside at any depth', async () => {
    const inside = complete(begin(await programOf(xml)), 'a');
    const withdrawn = send(inside, 'withdraw');
    expect(waitingAt(withdrawn)).toEqual(['close']);
    expect(withdrawn.move.trail.slice(0, 3)).toEqual([
      { type: 'cancelled', elementId: 'b' },
      { type: 'cancelled', elementId: 'deep' },
      { type: 'cancelled', elementId: 'sub' },
    ]);
  });

  it('catches an error end event from inside', async () => {
    const inside = complete(begin(await programOf(xml)), 'a');
    expect(waitingAt(complete(inside, 'b'))).toEqual(['search']);
  });
});

describe('times and messages', () => {
  const dates = [
    { date: '2026-05-01', dueAt: '2026-04-30T22:00:00.000Z', because: 'a day begins at midnight in Italy' },
    { date: '2026-05-01T10:00:00Z', dueAt: '2026-05-01T10:00:00.000Z', because: 'the zone is given' },
    { date: '2026-01-15T10:00:00', dueAt: '2026-01-15T09:00:00.000Z', because: 'Italy is an hour ahead in winter' },
    { date: '= today() + duration("P1D")', dueAt: '2026-03-02T23:00:00.000Z', because: 'today is the given one' },
    { date: '= now() + duration("PT1H")', dueAt: '2026-03-02T10:30:00.000Z', because: 'now is the given one' },
  ];
  it.each(dates)('the date $date is due at $dueAt because $because', async ({ date, dueAt }) => {
    const program = await programOf(
      process('p', start('s'), catchEvent('t', { date }), end('e'), ...path('s', 't', 'e')),
    );
    expect(waitAt(begin(program), 't')).toMatchObject({ dueAt });
  });

  it('a duration of thirty days ends thirty days later', async () => {
    const program = await programOf(
      process('p', start('s'), catchEvent('t', { duration: 'P30D' }), end('e'), ...path('s', 't', 'e')),
    );
    expect(waitAt(begin(program, {}, testNow), 't')).toMatchObject({ dueAt: '2026-04-01T09:30:00.000Z' });
  });

  it('a receive task takes its message with payload', async () => {
    const program = await programOf(
      process('p', start('s'), receiveTask('r', 'supplement'), end('e'), ...path('s', 'r', 'e')),
    );
    const received = send(begin(program), 'supplement', { pages: 3 });
    expect(received.move).toMatchObject({ ended: { reason: 'completed' }, variables: { pages: 3 } });
  });

  it('a message that nothing awaits is refused', async () => {
    const program = await programOf(process('p', start('s'), userTask('a'), end('e'), ...path('s', 'a', 'e')));
    expect(() => send(begin(program), 'supplement')).toThrow(expect.objectContaining({ code: 'message.not-expected' }));
  });
});
