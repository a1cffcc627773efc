import { describe, expect, it } from 'vitest';
import { announce, begin, deploy, give, pass, send, signal } from './acts.ts';
import { emptyWorld, openIn, runningIn } from './world.ts';
import type { World } from './world.ts';
import { compileFile } from '../../../engine/kernel/reading/compile.ts';
import type { Variables } from '../../../engine/kernel/types.ts';
import { boundary, end, event, path, process, raw, sideBoundary, start, task, userTask } from '../../support/bpmn.ts';
import type { Piece } from '../../support/bpmn.ts';
import { testNow } from '../../support/instance.ts';
import { complaintsIn } from '../../support/findings.ts';

const worldOf = async (...files: readonly string[]): Promise<World> => {
  let world = emptyWorld(testNow);
  for (const xml of files) {
    const { programs, findings } = await compileFile(xml, { decisions: [] });
    if (programs.length === 0) throw new Error(complaintsIn(findings));
    world = deploy(world, programs);
  }
  return world;
};
const open = (world: World) =>
  openIn(world)
    .map(({ wait }) => wait.elementId)
    .sort();
const done = (world: World, elementId: string, output: Variables = {}): World => {
  const found = openIn(world).find(({ wait }) => wait.elementId === elementId);
  if (found === undefined) throw new Error(`${elementId} does not wait`);
  return give(world, found.instance.id, { type: 'complete', waitId: found.wait.id, output });
};

const simple = (id: string, first: Piece, ...rest: readonly Piece[]) =>
  process(id, first, userTask('work'), end('e'), ...rest, ...path('s', 'work', 'e'));

describe('a process that listens', () => {
  it('is started by its message with the payload', async () => {
    const started = send(await worldOf(simple('p', start('s', { message: 'apply' }))), {
      message: 'apply',
      payload: { who: 'Ada' },
    });
    expect(runningIn(started)).toMatchObject([{ variables: { who: 'Ada' } }]);
  });

  it('is started by a timer as often as its cycle says', async () => {
    const cycle =
      '<bpmn:timerEventDefinition><bpmn:timeCycle xsi:type="bpmn:tFormalExpression">R2/P1D</bpmn:timeCycle></bpmn:timerEventDefinition>';
    const world = await worldOf(simple('p', raw(`<bpmn:startEvent id="s">${cycle}</bpmn:startEvent>`)));
    expect(runningIn(pass(world, 'PT23H'))).toHaveLength(0);
    expect(runningIn(pass(world, 'P1D'))).toHaveLength(1);
    expect(runningIn(pass(world, 'P9D'))).toHaveLength(2);
  });

  it('is started by a signal and by facts', async () => {
    const heard = raw(
      '<bpmn:startEvent id="s"><bpmn:signalEventDefinition signalRef="sig"/></bpmn:startEvent>',
      '<bpmn:signal id="sig" name="go"/>',
    );
    expect(runningIn(signal(await worldOf(simple('p', heard)), 'go'))).toHaveLength(1);
    const fact =
      '<bpmn:conditionalEventDefinition><bpmn:condition xsi:type="bpmn:tFormalExpression">= level &gt; 3</bpmn:condition></bpmn:conditionalEventDefinition>';
    const waiting = await worldOf(simple('p', raw(`<bpmn:startEvent id="s">${fact}</bpmn:startEvent>`)));
    expect(runningIn(announce(waiting, { level: 3 }))).toHaveLength(0);
    expect(runningIn(announce(waiting, { level: 4 }))).toHaveLength(1);
  });

  it('needs all events behind a parallel instantiating gateway', async () => {
    const gate = raw('<bpmn:eventBasedGateway id="g" instantiate="true" eventGatewayType="Parallel"/>');
    const world = await worldOf(
      process(
        'p',
        gate,
        event('intermediateCatchEvent', 'a', { message: 'ma' }),
        event('intermediateCatchEvent', 'b', { message: 'mb' }),
        raw('<bpmn:parallelGateway id="join"/>'),
        userTask('work'),
        ...path('g', 'a', 'join', 'work'),
        ...path('g', 'b', 'join'),
      ),
    );
    const half = send(world, { message: 'mb', payload: {} });
    expect(open(half)).toEqual(['a']);
    expect(open(send(half, { message: 'ma', payload: {} }))).toEqual(['work']);
  });

  it('refuses a message that nothing expects', async () => {
    const world = await worldOf(simple('p', start('s')));
    expect(() => send(world, { message: 'other', payload: {} })).toThrow(
      expect.objectContaining({ code: 'message.not-expected' }),
    );
  });
});

describe('messages and signals between instances', () => {
  it('a thrown message reaches the instance with its key', async () => {
    const receiver = process(
      'r',
      start('s'),
      event('intermediateCatchEvent', 'wait', { message: 'answer', key: '= number' }),
      end('e'),
      ...path('s', 'wait', 'e'),
    );
    const sender = process(
      't',
      start('s'),
      event('intermediateThrowEvent', 'send', { message: 'answer', key: '= number' }),
      end('e'),
      ...path('s', 'send', 'e'),
    );
    const two = begin(begin(await worldOf(receiver, sender), 'r', { number: 1 }).world, 'r', { number: 2 }).world;
    const answered = begin(two, 't', { number: 2 }).world;
    expect(runningIn(answered, 'r')).toMatchObject([{ variables: { number: 1 } }]);
  });

  it('a signal reaches every instance that waits', async () => {
    const heard = raw(
      '<bpmn:intermediateCatchEvent id="wait"><bpmn:signalEventDefinition signalRef="sig"/></bpmn:intermediateCatchEvent>',
      '<bpmn:signal id="sig" name="go"/>',
    );
    const world = await worldOf(process('p', start('s'), heard, end('e'), ...path('s', 'wait', 'e')));
    const two = begin(begin(world, 'p', {}).world, 'p', {}).world;
    expect(runningIn(signal(two, 'go'))).toEqual([]);
  });
});

describe('a call activity', () => {
  const call = (attributes = '', content = '') =>
    raw(
      `<bpmn:callActivity id="call" calledElement="child" ${attributes}><bpmn:extensionElements>${content}</bpmn:extensionElements></bpmn:callActivity>`,
    );
  const caller = (callPiece: Piece, ...rest: readonly Piece[]) =>
    process('parent', start('s'), callPiece, userTask('after'), end('e'), ...path('s', 'call', 'after', 'e'), ...rest);
  const child = simple('child', start('s'));

  it('gives its variables and takes those of the end', async () => {
    const { world } = begin(await worldOf(child, caller(call())), 'parent', { x: 1 });
    expect(runningIn(world, 'child')).toMatchObject([{ variables: { x: 1 } }]);
    const returned = done(world, 'work', { x: 2, y: 3 });
    expect(open(returned)).toEqual(['after']);
    expect(runningIn(returned)).toMatchObject([{ variables: { x: 2, y: 3 } }]);
  });

  it('maps variables in and out', async () => {
    const content =
      '<zeebe:calledElement processId="child" propagateAllParentVariables="false" propagateAllChildVariables="false"/>' +
      '<zeebe:ioMapping><zeebe:input source="= x + 1" target="n"/><zeebe:output source="= n * 10" target="result"/></zeebe:ioMapping>';
    const { world } = begin(await worldOf(child, caller(call('', content))), 'parent', { x: 1 });
    expect(runningIn(world, 'child')[0]?.variables).toEqual({ n: 2 });
    expect(runningIn(done(world, 'work', { other: 1 }))[0]?.variables).toEqual({ x: 1, result: 20 });
  });

  it('is interrupted together with what it called', async () => {
    const world = begin(
      await worldOf(child, caller(call(), boundary('late', 'call', { duration: 'P1D' }), ...path('late', 'after'))),
      'parent',
      {},
    ).world;
    const late = pass(world, 'P1D');
    expect(open(late)).toEqual(['after']);
    expect(runningIn(late, 'child')).toEqual([]);
  });

  it('catches an error of the called process', async () => {
    const failing = process('child', start('s'), end('e', { error: 'lost' }), ...path('s', 'e'));
    const parent = caller(
      call(),
      boundary('lost', 'call', { error: 'lost', outputs: { why: '= errorCode' } }),
      userTask('search'),
      ...path('lost', 'search', 'e'),
    );
    const { world, instance } = begin(await worldOf(failing, parent), 'parent', {});
    expect(open(world)).toEqual(['search']);
    expect(world.instances.get(instance.id)?.variables).toEqual({ why: 'lost' });
  });

  it('ends by an error that nothing catches', async () => {
    const failing = process('child', start('s'), end('e', { error: 'lost' }), ...path('s', 'e'));
    const { world, instance } = begin(await worldOf(failing, caller(call())), 'parent', {});
    expect(world.instances.get(instance.id)?.ended).toMatchObject({ reason: 'error', error: { code: 'lost' } });
  });

  it('hears an escalation and lets the child go on', async () => {
    const escalation = '<bpmn:escalation id="slow" name="slow" escalationCode="slow"/>';
    const thrown = raw(
      '<bpmn:intermediateThrowEvent id="slow-down"><bpmn:escalationEventDefinition escalationRef="slow"/></bpmn:intermediateThrowEvent>',
      escalation,
    );
    const slow = process(
      'child',
      start('s'),
      thrown,
      userTask('work'),
      end('e'),
      ...path('s', 'slow-down', 'work', 'e'),
    );
    const heard = raw(
      '<bpmn:boundaryEvent id="heard" attachedToRef="call" cancelActivity="false"><bpmn:escalationEventDefinition escalationRef="slow"/></bpmn:boundaryEvent>',
      escalation,
    );
    const { world } = begin(
      await worldOf(slow, caller(call(), heard, userTask('react'), ...path('heard', 'react', 'e'))),
      'parent',
      {},
    );
    expect(open(world)).toEqual(['call', 'react', 'work']);
  });

  it('runs the newest version, or the one of its tag', async () => {
    const tagged = child.replace(
      '<bpmn:startEvent',
      '<bpmn:extensionElements><zeebe:versionTag value="v1"/></bpmn:extensionElements><bpmn:startEvent',
    );
    const newer = process('child', start('s'), userTask('newer'), end('e'), ...path('s', 'newer', 'e'));
    const byTag = '<zeebe:calledElement processId="child" bindingType="versionTag" versionTag="v1"/>';
    expect(open(begin(await worldOf(tagged, newer, caller(call())), 'parent', {}).world)).toEqual(['call', 'newer']);
    expect(open(begin(await worldOf(tagged, newer, caller(call('', byTag))), 'parent', {}).world)).toEqual([
      'call',
      'work',
    ]);
  });

  it('of a global task does that task itself', async () => {
    const globalTask = '<bpmn:globalUserTask id="child" name="Esame"/>';
    const { world } = begin(
      await worldOf(caller(raw('<bpmn:callActivity id="call" calledElement="child"/>', globalTask))),
      'parent',
      {},
    );
    expect(openIn(world)).toMatchObject([{ wait: { type: 'task', elementId: 'call' } }]);
  });

  it('of an unknown process is refused', async () => {
    const world = await worldOf(caller(call()));
    expect(() => begin(world, 'parent', {})).toThrow(expect.objectContaining({ code: 'call.process-unknown' }));
  });
});

describe('an instance', () => {
  it('is cancelled together with what it called', async () => {
    const parent = process(
      'parent',
      start('s'),
      raw('<bpmn:callActivity id="call" calledElement="child"/>'),
      end('e'),
      ...path('s', 'call', 'e'),
    );
    const { world, instance } = begin(await worldOf(simple('child', start('s')), parent), 'parent', {});
    expect(runningIn(give(world, instance.id, { type: 'cancel' }))).toEqual([]);
  });

  it('of a newer version leaves older ones as they are', async () => {
    const { world } = begin(
      await worldOf(
        simple(
          'p',
          start('s'),
          sideBoundary('note', 'work', { message: 'note' }),
          task('task', 'noted'),
          ...path('note', 'noted', 'e'),
        ),
      ),
      'p',
      {},
    );
    const { programs } = await compileFile(simple('p', start('s')), { decisions: [] });
    expect(open(begin(deploy(world, programs), 'p', {}).world)).toEqual(['note', 'work', 'work']);
  });
});
