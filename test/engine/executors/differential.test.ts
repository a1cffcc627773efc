import { fc } from '../../support/random.ts';
import { describe, expect, it } from 'vitest';
import { compareOn } from '../../../engine/executors/bpmn-engine/compare.ts';
import type { PlacedTrigger } from '../../../engine/executors/bpmn-engine/compare.ts';
import { compileForBpmnEngine } from '../../../engine/executors/bpmn-engine/program.ts';
import type { BpmnEngineProgram } from '../../../engine/executors/bpmn-engine/program.ts';
import { kernelExecutor } from '../../../engine/executors/kernel.ts';
import type { Variables, Wait } from '../../../engine/kernel/types.ts';
import { testNow } from '../../support/instance.ts';
import { agreedCases } from './portable-cases.ts';
import { anyPart, modelOf } from './portable-models.ts';
import { complaintsIn } from '../../support/findings.ts';

async function compiled(xml: string): Promise<BpmnEngineProgram> {
  const { program, findings } = await compileForBpmnEngine(xml, { decisions: [] });
  if (program !== undefined) return program;
  throw new Error(complaintsIn(findings));
}

function triggerOf(wait: Wait, answer: number): PlacedTrigger {
  const { elementId } = wait;
  if (wait.type === 'timer') return { type: 'fire', elementId };
  if (wait.type === 'message')
    return { type: 'message', message: wait.message, payload: { [`got_${wait.id}`]: answer } };
  return { type: 'complete', elementId, output: { answer } };
}

/** The triggers by which the kernel comes to the end, one of the open waits at a time. */
async function playedBy({ process }: BpmnEngineProgram, variables: Variables, order: readonly number[]) {
  const triggers: { readonly trigger: PlacedTrigger }[] = [];
  let move = await kernelExecutor.start(process, variables, testNow);
  let open = move.opened;
  while (move.ended === undefined && triggers.length < 60) {
    const wait = open[(order[triggers.length % order.length] ?? 0) % open.length];
    if (wait === undefined) throw new Error('nothing is waited for');
    const trigger = triggerOf(wait, triggers.length);
    triggers.push({ trigger });
    const own = 'elementId' in trigger ? { ...trigger, waitId: wait.id } : trigger;
    move = await kernelExecutor.advance(process, move.state, own, testNow);
    const closed = new Set(move.closed);
    open = [...open.filter(({ id }) => !closed.has(id)), ...move.opened];
  }
  return triggers;
}

describe('the kernel and bpmn-engine', () => {
  it.each(Object.entries(agreedCases))('agree on %s', async (_, { xml, triggers, variables = {} }) => {
    const play = { variables, now: testNow, triggers: triggers.map((trigger) => ({ trigger })) };
    expect(await compareOn(await compiled(xml), play)).toEqual([]);
  });

  it('agree on any portable process in any order', async () => {
    await fc.assert(
      fc.asyncProperty(anyPart, fc.array(fc.nat(1000), { minLength: 1, maxLength: 30 }), async (part, order) => {
        const { xml, variables } = modelOf(part);
        const program = await compiled(xml);
        const triggers = await playedBy(program, variables, order);
        expect(await compareOn(program, { variables, now: testNow, triggers })).toEqual([]);
      }),
      { numRuns: 60 },
    );
  }, 120_000);

  it('agree on any process that is not refused', async () => {
    await fc.assert(
      fc.asyncProperty(anyPart, fc.array(fc.nat(1000), { minLength: 1, maxLength: 30 }), async (part, order) => {
        const { xml, variables } = modelOf(part, true);
        const { program } = await compileForBpmnEngine(xml, { decisions: [] });
        fc.pre(program !== undefined);
        const triggers = await playedBy(program, variables, order);
        expect(await compareOn(program, { variables, now: testNow, triggers })).toEqual([]);
      }),
      { numRuns: 40 },
    );
  }, 120_000);

  it('are told apart where they differ', async () => {
    const { xml } = agreedCases['two tasks in a row'] ?? { xml: '' };
    const program = await compiled(xml);
    const other = { ...program, process: (await compiled(xml.replaceAll('"b"', '"c"'))).process };
    const differences = await compareOn(other, {
      variables: {},
      now: testNow,
      triggers: [{ trigger: { type: 'complete', elementId: 'a', output: {} } }],
    });
    expect(differences.map(({ step, aspect }) => `${step} ${aspect}`)).toContain('1 trail');
  });
});
