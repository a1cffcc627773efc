import { describe, expect, it } from 'vitest';
import { bpmnEngineExecutor } from '../../../engine/executors/bpmn-engine.ts';
import { compileForBpmnEngine } from '../../../engine/executors/bpmn-engine/program.ts';
import type { BpmnEngineProgram } from '../../../engine/executors/bpmn-engine/program.ts';
import type { Move } from '../../../engine/kernel/types.ts';
import { boundary, end, flow, gateway, path, process, scriptTask, start, userTask } from '../../support/bpmn.ts';
import { testNow } from '../../support/instance.ts';
import { complaintsIn } from '../../support/findings.ts';

async function compiled(xml: string): Promise<BpmnEngineProgram> {
  const { program, findings } = await compileForBpmnEngine(xml, { decisions: [] });
  if (program !== undefined) return program;
  throw new Error(complaintsIn(findings));
}

const guarded = process(
  'p',
  start('s'),
  userTask('a', { inputs: { x: '= seed + 1' } }),
  boundary('late', 'a', { duration: 'P90D' }),
  end('e'),
  end('f'),
  ...path('s', 'a', 'e'),
  ...path('late', 'f'),
);

const waitOf = (move: Move, elementId: string) => move.opened.find((wait) => wait.elementId === elementId)?.id ?? '';

describe('an instance on bpmn-engine', () => {
  it('waits for what its diagram says', async () => {
    const { opened } = await bpmnEngineExecutor.start(await compiled(guarded), { seed: 1 }, testNow);
    expect(opened).toMatchObject([
      { type: 'task', elementId: 'a', input: { x: 2 } },
      { type: 'timer', elementId: 'late', dueAt: '2026-05-31T09:30:00.000Z' },
    ]);
  });

  it('gives byte-identical moves for the same inputs', async () => {
    const program = await compiled(guarded);
    const moves = async () => {
      const begun = await bpmnEngineExecutor.start(program, { seed: 1 }, testNow);
      const trigger = { type: 'variables', variables: { seed: 2 } } as const;
      const next = await bpmnEngineExecutor.advance(program, begun.state, trigger, testNow);
      return JSON.stringify([begun, next]);
    };
    expect(await moves()).toBe(await moves());
  });

  it('keeps no diagram and nothing after its end', async () => {
    const program = await compiled(guarded);
    const begun = await bpmnEngineExecutor.start(program, { seed: 1 }, testNow);
    expect(JSON.stringify(begun.state)).not.toContain('sequenceFlows');
    const fire = { type: 'fire', waitId: waitOf(begun, 'late') } as const;
    const { state, ended } = await bpmnEngineExecutor.advance(program, begun.state, fire, testNow);
    expect(ended).toEqual({ reason: 'completed', endEventId: 'f' });
    expect(state).toMatchObject({ records: { tokens: [], waits: [] } });
    expect(state).not.toHaveProperty('memory');
    const late = bpmnEngineExecutor.advance(program, state, fire, testNow);
    await expect(late).rejects.toMatchObject({ code: 'wait.not-open' });
    const change = { type: 'variables', variables: { seed: 5 } } as const;
    const { trail, variables } = await bpmnEngineExecutor.advance(program, state, change, testNow);
    expect({ trail, variables }).toEqual({ trail: [], variables: { seed: 5 } });
  });

  it('refuses what it does not wait for', async () => {
    const program = await compiled(guarded);
    const { state, opened } = await bpmnEngineExecutor.start(program, { seed: 1 }, testNow);
    const advance = (waitId: string) =>
      bpmnEngineExecutor.advance(program, state, { type: 'complete', waitId, output: {} }, testNow);
    await expect(advance('w99')).rejects.toMatchObject({ code: 'wait.not-open' });
    await expect(advance(opened[1]?.id ?? '')).rejects.toMatchObject({ code: 'wait.wrong-trigger' });
  });

  it('refuses the state of another executor', async () => {
    const program = await compiled(guarded);
    const trigger = { type: 'variables', variables: {} } as const;
    const advance = bpmnEngineExecutor.advance(program, { counter: 0, scopes: [] }, trigger, testNow);
    await expect(advance).rejects.toMatchObject({ code: 'state.foreign' });
  });

  it('names the expression that fails', async () => {
    const begun = bpmnEngineExecutor.start(await compiled(guarded), {}, testNow);
    await expect(begun).rejects.toMatchObject({ code: 'feel.evaluation-failed', elementId: 'a' });
  });

  it('refuses to go round for ever', async () => {
    const xml = process(
      'p',
      start('s'),
      gateway('exclusiveGateway', 'again'),
      scriptTask('count', '= n + 1', 'n'),
      gateway('exclusiveGateway', 'g', 'g-e'),
      end('e'),
      ...path('s', 'again', 'count', 'g'),
      flow('g', 'again', '= n > 0'),
      flow('g', 'e'),
    );
    const begun = bpmnEngineExecutor.start(await compiled(xml), { n: 0 }, testNow);
    await expect(begun).rejects.toMatchObject({ code: 'step.endless' });
  });
});
