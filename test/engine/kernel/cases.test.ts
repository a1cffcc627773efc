import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { compileFile } from '../../../engine/kernel/reading/compile.ts';
import type { CompileOptions } from '../../../engine/kernel/reading/compile.ts';
import { startAt } from '../../../engine/kernel/running/advance.ts';
import { subscriptionsOf } from '../../../engine/kernel/running/subscriptions.ts';
import { examineSoundness } from '../../../engine/kernel/soundness/soundness.ts';
import { nextOfCycle } from '../../../engine/kernel/time/cycle.ts';
import type { Variables } from '../../../engine/kernel/types.ts';
import { begin, complete, go, send, testNow, waitingAt } from '../../support/instance.ts';
import type { Instance } from '../../support/instance.ts';
import { complaintsIn } from '../../support/findings.ts';

/*
 * Diagrams made after what users of comparable engines reported: each stands for a kind of fault.
 */

async function read(name: string, options: Partial<CompileOptions> = {}) {
  const xml = await readFile(new URL(`./cases/${name}.bpmn`, import.meta.url), 'utf8');
  return compileFile(xml, { decisions: [], ...options });
}

async function programIn(name: string, options: Partial<CompileOptions> = {}) {
  const { programs, findings } = await read(name, options);
  const [program] = programs;
  if (program === undefined) throw new Error(complaintsIn(findings));
  return program;
}

const begun = async (name: string, variables: Variables = {}) => begin(await programIn(name), variables);

/** Completes the first of several open tasks of an element. */
const completeFirst = (instance: Instance, elementId: string, output: Variables = {}) => {
  const wait = instance.open.find((each) => each.elementId === elementId);
  return go(instance, { type: 'complete', waitId: wait?.id ?? '', output });
};
const inputAt = (instance: Instance, elementId: string, nth = 0) => {
  const wait = instance.open.filter((each) => each.elementId === elementId)[nth];
  return wait?.type === 'task' || wait?.type === 'child' ? wait.input : {};
};

describe('a repeated activity', () => {
  it.each(['mi-call-par-init', 'mi-seq-call'])('collects what the output mapping made (%s)', async (name) => {
    const given = (instance: Instance) => inputAt(instance, 'c');
    const instance = await begun(name, { items: [1, 2], r: 0 });
    const one = complete(instance, 'c', { ...given(instance), res: 10 });
    const both = complete(one, 'c', { ...given(one), res: 20 });
    expect(waitingAt(both)).toEqual(['n']);
    expect(both.move.variables).toEqual({ items: [1, 2], r: 0, rs: [10, 20] });
  });

  it('collects what a mapping made of a decision of a person', async () => {
    const one = complete(await begun('mi-seq-call-user', { items: [1, 2] }), 'a', { esito: 'x' });
    const both = complete(one, 'a', { esito: 'y' });
    expect(both.move.variables).toEqual({ items: [1, 2], rs: ['approvato', 'respinto'] });
  });

  it('keeps what is said in one of several parallel instances from the others and from outside', async () => {
    const two = await begun('data-mi-race', { items: [1, 2] });
    const asked = completeFirst(completeFirst(two, 'a', { parere: 'negativo' }), 'a', { parere: 'positivo' });
    const done = complete(complete(asked, 'b'), 'b');
    expect(waitingAt(done)).toEqual(['cc']);
    expect(complete(done, 'cc').move.variables).toEqual({ items: [1, 2] });
  });

  it('knows its counters by the names of the standard', async () => {
    const three = await begun('mi-names-std');
    expect(waitingAt(complete(three, 'a'))).toEqual(['a', 'a']);
    const enough = complete(complete(three, 'a'), 'a');
    expect(waitingAt(enough)).toEqual(['n']);
    expect(enough.move.variables).toEqual({});
  });

  it('lets the start of each instance map what is its own', async () => {
    const two = await begun('c7072', { messages: ['uno', 'due'] });
    expect([inputAt(two, 'a', 0), inputAt(two, 'a', 1)]).toEqual([{ got: 'uno' }, { got: 'due' }]);
    expect(two.move.variables).toEqual({ messages: ['uno', 'due'] });
  });
});

describe('a sub-process', () => {
  it('keeps a data object of its own to itself', async () => {
    const done = complete(await begun('data-scope'), 'a', { segreto: 'x', noto: 'y' });
    expect(done.move.variables).toEqual({ noto: 'y' });
  });

  it.each(['empty-sub', 'empty-sub-data'])('with nothing in it completes at once (%s)', async (name) => {
    expect(waitingAt(await begun(name))).toEqual(['n']);
  });

  it('with nothing in it and an event on its border completes at once', async () => {
    const xml = (await readFile(new URL('./cases/empty-sub.bpmn', import.meta.url), 'utf8')).replace(
      '<bpmn:userTask id="n" >',
      '<bpmn:boundaryEvent id="late" attachedToRef="sp"><bpmn:timerEventDefinition>' +
        '<bpmn:timeDuration>P1D</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:boundaryEvent>' +
        '<bpmn:userTask id="n" >',
    );
    const [program] = (await compileFile(xml, { decisions: [] })).programs;
    expect(program && waitingAt(begin(program))).toEqual(['n']);
  });
});

describe('an event sub-process', () => {
  it('does its input and output mappings', async () => {
    const heard = send(await begun('esp-input'), 'm');
    expect(inputAt(heard, 'xu')).toEqual({ got: 1 });
    expect(complete(heard, 'xu').move.variables).toEqual({ bar: 2 });
  });

  it('runs a second time without touching what the first was given', async () => {
    const twice = send(send(await begun('c7064b'), 'm', { testo: 'uno' }), 'm', { testo: 'due' });
    const both = complete(complete(twice, 'x1'), 'x1');
    expect([inputAt(both, 'xu', 0), inputAt(both, 'xu', 1)]).toEqual([{ got: 'uno' }, { got: 'due' }]);
    expect(both.move.variables).toEqual({});
  });
});

describe('the mappings of an event', () => {
  it('are done at a start', async () => {
    expect((await begun('start-out', { x: 1 })).move.variables).toEqual({ x: 1, y: 2 });
  });

  it('are done at a start by a message', async () => {
    const move = startAt(await programIn('msgstart-out'), 's', { variables: { x: 1 }, now: testNow });
    expect(move.variables).toEqual({ x: 1, y: 2 });
  });

  it('are done where nothing is thrown', async () => {
    const { move } = await begun('gw-none-throw', { x: 1 });
    expect([move.ended?.reason, move.variables]).toEqual(['completed', { x: 1, y: 2 }]);
  });
});

describe('an expression', () => {
  it('keeps the backslash of a pattern', async () => {
    expect(waitingAt(await begun('backslash-cond', { cap: '40121' }))).toEqual(['a']);
    expect(waitingAt(await begun('backslash-cond', { cap: '4012' }))).toEqual(['b']);
  });

  it('with a number of more than 15 digits is a finding', async () => {
    const { findings } = await read('bigid');
    expect(findings).toMatchObject([{ rule: 'feel.syntax', level: 'error', elementId: 'x-a' }]);
  });
});

describe('a cycle', () => {
  it('may be the first of its times', async () => {
    const [first] = subscriptionsOf(await programIn('cycle-interval'), testNow);
    const cycle = first?.type === 'timer' ? first.cycle : undefined;
    expect(cycle).toMatchObject({ dueAt: '2026-03-03T10:00:00.000Z', left: 2 });
    expect(cycle && nextOfCycle(cycle, '2026-03-03T10:00:00.000Z')?.dueAt).toBe('2026-03-03T11:00:00.000Z');
  });

  it('may be a day', async () => {
    expect(subscriptionsOf(await programIn('cron-daily'), testNow)).toMatchObject([
      { type: 'timer', dueAt: '2026-03-02T23:00:00.000Z' },
    ]);
  });
});

describe('a drawing', () => {
  it('opens with a message flow to a plain event, of which it is warned', async () => {
    const { programs, findings } = await read('msgflow-none', { isDraft: true });
    expect(programs).toHaveLength(1);
    expect(findings).toMatchObject([{ rule: 'message-flow.event-plain', level: 'warning', elementId: 'mf' }]);
  });

  it('may take a flow whose condition is still missing, or not', async () => {
    const program = await programIn('soundness-draft-xor-false-livelock', { isDraft: true });
    expect(examineSoundness(program)).toMatchObject({ findings: [], isComplete: true });
  });
});

describe('the examination of soundness', () => {
  it('does not count how often an event sub-process runs', async () => {
    const { states, isComplete } = examineSoundness(await programIn('soundness-ni-esp'));
    expect(isComplete).toBe(true);
    expect(states).toBeLessThan(20);
  });
});
