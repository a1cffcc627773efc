import { describe, expect, it } from 'vitest';
import { end, flow, gateway, path, process, scriptTask, start, subProcess, userTask } from '../../support/bpmn.ts';
import { begin, complete, enteredIn, go, programOf, waitAt, waitingAt } from '../../support/instance.ts';

describe('a sub-process', () => {
  const xml = (inputs: Record<string, string>, outputs: Record<string, string>) =>
    process(
      'p',
      start('s'),
      subProcess('sub', { inputs, outputs }, start('is'), userTask('a'), end('ie'), ...path('is', 'a', 'ie')),
      userTask('b'),
      ...path('s', 'sub', 'b'),
    );

  it('goes on when its last token has ended', async () => {
    const done = complete(begin(await programOf(xml({}, {}))), 'a');
    expect(enteredIn(done)).toEqual(['ie', 'b']);
    expect(done.move.trail).toContainEqual({ type: 'left', elementId: 'sub' });
  });

  it('keeps its own variables to itself', async () => {
    const program = await programOf(xml({ local: '= x + 1' }, {}));
    const done = complete(begin(program, { x: 1 }), 'a', { local: 5, other: 6 });
    expect(done.move.variables).toEqual({ x: 1, other: 6 });
  });

  it('gives out what its output mappings say', async () => {
    const program = await programOf(xml({ local: '= x + 1' }, { 'result.value': '= local * 10' }));
    const done = complete(begin(program, { x: 1, result: { kept: true } }), 'a', { local: 5 });
    expect(done.move.variables).toEqual({ x: 1, result: { kept: true, value: 50 } });
  });
});

describe('mappings of a task', () => {
  const program = (inputs: Record<string, string>, outputs: Record<string, string>) =>
    programOf(process('p', start('s'), userTask('a', { inputs, outputs }), end('e'), ...path('s', 'a', 'e')));

  it('show the task only its input', async () => {
    const instance = begin(await program({ who: '= applicant.name', kind: 'scia' }, {}), {
      applicant: { name: 'Ada' },
    });
    expect(waitAt(instance, 'a')).toMatchObject({ input: { who: 'Ada', kind: 'scia' } });
    expect(instance.move.variables).toEqual({ applicant: { name: 'Ada' } });
  });

  it('take only what the output mappings name', async () => {
    const instance = begin(await program({ factor: '= 3' }, { total: '= factor * count' }));
    const done = complete(instance, 'a', { count: 2, ignored: true });
    expect(done.move.variables).toEqual({ total: 6 });
  });

  it('add to one context what several give', async () => {
    const outputs = { 'fee.amount': '= amount', 'fee.paid': '= paid' };
    const done = complete(begin(await program({}, outputs), { fee: { kind: 'stamp' } }), 'a', {
      amount: 16,
      paid: true,
    });
    expect(done.move.variables).toEqual({ fee: { kind: 'stamp', amount: 16, paid: true } });
  });

  it('without outputs merge the answer into the process', async () => {
    const done = complete(begin(await program({}, {}), { x: 1 }), 'a', { x: 2, y: 3 });
    expect(done.move.variables).toEqual({ x: 2, y: 3 });
  });

  it('let variables change from outside', async () => {
    const changed = go(begin(await program({}, {}), { x: 1 }), { type: 'variables', variables: { x: 9 } });
    expect(changed.move.variables).toEqual({ x: 9 });
    expect(waitingAt(changed)).toEqual(['a']);
  });
});

describe('a terminate end event', () => {
  const branches = (last: string) => [
    start(`s${last}`),
    gateway('parallelGateway', `g${last}`),
    userTask(`a${last}`),
    userTask(`b${last}`),
    end(`t${last}`, { terminate: true }),
    ...path(`s${last}`, `g${last}`, `a${last}`, `t${last}`),
    flow(`g${last}`, `b${last}`),
  ];

  it('ends the whole process', async () => {
    const ended = complete(begin(await programOf(process('p', ...branches('')))), 'a');
    expect(ended.move.ended).toEqual({ reason: 'terminated', endEventId: 't' });
    expect(ended.open).toEqual([]);
    expect(ended.move.trail).toContainEqual({ type: 'cancelled', elementId: 'b' });
  });

  it('in a sub-process ends only that', async () => {
    const xml = process(
      'p',
      start('s'),
      subProcess('sub', {}, ...branches('1')),
      userTask('after'),
      ...path('s', 'sub', 'after'),
    );
    const ended = complete(begin(await programOf(xml)), 'a1');
    expect(waitingAt(ended)).toEqual(['after']);
    expect(ended.move.ended).toBeUndefined();
  });

  it('leaves no wait opened in the same step', async () => {
    const xml = process(
      'p',
      start('s'),
      gateway('parallelGateway', 'g'),
      userTask('b'),
      scriptTask('c', '= 1', 'x'),
      end('t', { terminate: true }),
      ...path('s', 'g', 'c', 't'),
      flow('g', 'b'),
    );
    const { move } = begin(await programOf(xml));
    expect(move).toMatchObject({ opened: [], closed: [], ended: { reason: 'terminated' } });
  });
});

describe('an error end event', () => {
  it('ends the process by error when nothing catches it', async () => {
    const xml = process('p', start('s'), end('e', { error: 'broken' }), ...path('s', 'e'));
    expect(begin(await programOf(xml)).move.ended).toEqual({
      reason: 'error',
      endEventId: 'e',
      error: { code: 'broken', message: '' },
    });
  });
});
