import { describe, expect, it } from 'vitest';
import { playSteps } from '../../../engine/kernel/soundness/play.ts';
import { skeletonOf } from '../../../engine/kernel/soundness/skeleton.ts';
import { examineSoundness } from '../../../engine/kernel/soundness/soundness.ts';
import {
  boundary,
  catchEvent,
  end,
  flow,
  gateway,
  path,
  process,
  raw,
  serviceTask,
  sideBoundary,
  start,
  subProcess,
  userTask,
} from '../../support/bpmn.ts';
import type { Piece } from '../../support/bpmn.ts';
import { programOf } from '../../support/instance.ts';

const examine = async (...pieces: readonly Piece[]) => {
  const program = await programOf(process('p', start('s'), ...pieces));
  return { program, ...examineSoundness(program) };
};

const rules = (findings: readonly { readonly rule: string; readonly elementId?: string }[]) =>
  findings.map(({ rule, elementId }) => `${rule} ${elementId}`);

describe('a sound process', () => {
  it('has no findings and is explored completely', async () => {
    const { findings, isComplete, states } = await examine(
      userTask('a'),
      boundary('late', 'a', { duration: 'P30D' }),
      gateway('exclusiveGateway', 'g', 'g-c'),
      serviceTask('b'),
      boundary('refused', 'b', { error: 'refused' }),
      userTask('c'),
      end('e'),
      ...path('s', 'a', 'g'),
      flow('g', 'b', '= amount > 10'),
      ...path('b', 'e'),
      ...path('g', 'c', 'e'),
      ...path('late', 'c'),
      ...path('refused', 'c'),
    );
    expect(findings).toEqual([]);
    expect(isComplete).toBe(true);
    expect(states).toBe(4);
  });
});

describe('a process that can go wrong', () => {
  const split: readonly Piece[] = [
    gateway('exclusiveGateway', 'choose', 'choose-b'),
    userTask('a'),
    userTask('b'),
    gateway('parallelGateway', 'join'),
    end('e'),
    ...path('s', 'choose'),
    flow('choose', 'a', '= x'),
    flow('choose', 'b'),
    ...path('a', 'join', 'e'),
    ...path('b', 'join'),
  ];

  it('shows a deadlock by steps that can be played', async () => {
    const { program, findings } = await examine(...split);
    expect(rules(findings)).toContain('soundness.deadlock join');
    const steps = findings.find(({ rule }) => rule === 'soundness.deadlock')?.steps ?? [];
    const skeleton = skeletonOf(program);
    expect(playSteps(skeleton, steps.slice(0, -1))?.opened).toHaveLength(1);
    expect(() => playSteps(skeleton, steps)).toThrow(expect.objectContaining({ code: 'step.stuck' }));
  });

  it('tells what is never reached', async () => {
    const { findings } = await examine(...split);
    expect(rules(findings)).toContain('soundness.unreachable e');
  });

  it('tells a loop without a way out', async () => {
    const { findings } = await examine(
      userTask('a'),
      userTask('b'),
      gateway('exclusiveGateway', 'g', 'g-e'),
      end('e'),
      ...path('s', 'g'),
      flow('g', 'a', '= x'),
      flow('g', 'e'),
      ...path('a', 'b', 'a'),
    );
    expect(rules(findings)).toEqual(['soundness.livelock a']);
  });

  const forked = (...pieces: readonly Piece[]) =>
    examine(
      gateway('parallelGateway', 'fork'),
      userTask('a'),
      userTask('b'),
      end('f'),
      ...path('fork', 'b', 'f'),
      ...pieces,
    );

  it('lets branches end by themselves', async () => {
    const { findings } = await forked(end('e'), ...path('s', 'fork', 'a', 'e'));
    expect(findings).toEqual([]);
  });

  it('tells a task over which an end closes the process', async () => {
    const { findings } = await forked(end('e', { terminate: true }), ...path('s', 'fork', 'a', 'e'));
    expect(rules(findings)).toEqual(['soundness.task-cut-off b']);
  });

  it('looks at every move, not only at the one that finds a state first', async () => {
    // After w the same state is found by a and by late: only the way by late cuts b off.
    const ways = [
      boundary('late', 'a', { duration: 'P1D' }),
      end('e', { terminate: true }),
      ...path('s', 'fork', 'a'),
      ...path('late', 'e'),
    ];
    const direct = await forked(end('x'), ...ways, ...path('a', 'x'));
    const waited = await forked(catchEvent('w', { duration: 'P1D' }), end('x'), ...ways, ...path('a', 'w', 'x'));
    expect(rules(direct.findings)).toEqual(['soundness.task-cut-off b']);
    expect(rules(waited.findings)).toEqual(['soundness.task-cut-off b']);
  });

  it('tells an event that a sub-process never waits for', async () => {
    const { findings } = await examine(
      subProcess('sub', {}, start('is'), userTask('a'), end('ie'), ...path('is', 'a', 'ie')),
      catchEvent('never', { message: 'm' }),
      end('e'),
      ...path('s', 'sub', 'e'),
      ...path('never', 'e'),
    );
    expect(rules(findings)).toEqual(['soundness.unreachable never']);
  });
});

describe('a called process', () => {
  const call = raw(
    '<bpmn:callActivity id="call"><bpmn:extensionElements><zeebe:calledElement processId="q"/></bpmn:extensionElements></bpmn:callActivity>',
  );
  const escalation = (id: string, host: string): Piece =>
    raw(
      `<bpmn:boundaryEvent id="${id}" attachedToRef="${host}" cancelActivity="false"><bpmn:escalationEventDefinition escalationRef="late"/></bpmn:boundaryEvent>`,
      '<bpmn:escalation id="late" name="late" escalationCode="late"/>',
    );
  const examineCall = (...events: readonly Piece[]) =>
    examine(call, end('e'), ...path('s', 'call', 'e'), ...events, ...path('caught', 'e'));

  it.each([
    ['may escalate', escalation('caught', 'call')],
    ['may fail', boundary('caught', 'call', { error: 'refused' })],
    ['may fail in any way', boundary('caught', 'call', { error: '' })],
  ])('%s', async (_, event) => {
    const { findings } = await examineCall(event);
    expect(findings).toEqual([]);
  });

  it('escalates, a task does not', async () => {
    const { findings } = await examine(
      userTask('a'),
      escalation('never', 'a'),
      end('e'),
      ...path('s', 'a', 'e'),
      ...path('never', 'e'),
    );
    expect(rules(findings)).toEqual(['soundness.unreachable never']);
  });
});

describe('what may be begun again and again', () => {
  const steps = ['one', 'two', 'three', 'four'];

  it('is followed twice, and the exploration ends', async () => {
    const { isComplete, findings, states } = await examine(
      userTask('main'),
      sideBoundary('asked', 'main', { message: 'again' }),
      ...steps.map((id) => userTask(id)),
      end('e'),
      end('oe'),
      ...path('s', 'main', 'e'),
      ...path('asked', ...steps, 'oe'),
    );
    expect(findings).toEqual([]);
    expect(isComplete).toBe(true);
    expect(states).toBeLessThan(100);
  });
});

describe('a process of which not all states were seen', () => {
  it('does not pass as sound', async () => {
    const program = await programOf(
      process('p', start('s'), userTask('a'), userTask('b'), end('e'), ...path('s', 'a', 'b', 'e')),
    );
    expect(examineSoundness(program, 1)).toMatchObject({
      isComplete: false,
      findings: [{ rule: 'soundness.not-all-seen', level: 'warning' }],
    });
  });
});

describe('a process that several messages begin', () => {
  it('is followed from its plain beginning, too', async () => {
    const { findings } = await examine(
      start('told', { message: 'one' }),
      userTask('a'),
      userTask('b'),
      end('e'),
      ...path('s', 'a', 'e'),
      ...path('told', 'b', 'e'),
    );
    expect(findings).toEqual([]);
  });

  it('is followed from each of them', async () => {
    const xml = process(
      'p',
      start('one', { message: 'one' }),
      start('two', { message: 'two' }),
      userTask('a'),
      gateway('parallelGateway', 'never'),
      end('e'),
      ...path('one', 'a', 'e'),
      ...path('two', 'never', 'e'),
      flow('a', 'never'),
    );
    const program = await programOf(xml);
    const { findings } = examineSoundness(program);
    expect(rules(findings)).toContain('soundness.deadlock never');
  });
});
