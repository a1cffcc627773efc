import { describe, expect, it } from 'vitest';
import { advance, start } from '../../../engine/kernel/running/advance.ts';
import type { Move } from '../../../engine/kernel/types.ts';
import {
  end,
  flow,
  gateway,
  path,
  plainTask,
  process,
  raw,
  scriptTask,
  start as startEvent,
  userTask,
} from '../../support/bpmn.ts';
import { begin, programOf, testNow } from '../../support/instance.ts';

const many = 10_000;
const left = ({ trail }: Move, id: string) =>
  trail.filter((entry) => entry.type === 'left' && entry.elementId === id).length;

describe('a large process', () => {
  it('runs ten thousand automatic tasks in a step', async () => {
    const ids = Array.from({ length: many }, (_, index) => `t${index}`);
    const tasks = ids.map((id) => plainTask(id));
    const program = await programOf(process('p', startEvent('s'), ...tasks, end('e'), ...path('s', ...ids, 'e')));
    expect(begin(program).move.ended?.reason).toBe('completed');
  });

  it.each(['true', 'false'])('runs ten thousand instances, sequential: %s', async (isSequential) => {
    const count = `<bpmn:loopCardinality xsi:type="bpmn:tFormalExpression">${many}</bpmn:loopCardinality>`;
    const loop = `<bpmn:multiInstanceLoopCharacteristics isSequential="${isSequential}">${count}</bpmn:multiInstanceLoopCharacteristics>`;
    const program = await programOf(
      process('p', startEvent('s'), raw(`<bpmn:task id="a">${loop}</bpmn:task>`), end('e'), ...path('s', 'a', 'e')),
    );
    const { move } = begin(program);
    expect(move.ended?.reason).toBe('completed');
    expect(left(move, 'a')).toBe(many);
  });

  it('collects what ten thousand instances give', async () => {
    const list =
      '<bpmn:extensionElements><zeebe:loopCharacteristics inputCollection="= items" inputElement="item" ' +
      'outputCollection="doubled" outputElement="= item * 2"/></bpmn:extensionElements>';
    const loop = `<bpmn:multiInstanceLoopCharacteristics>${list}</bpmn:multiInstanceLoopCharacteristics>`;
    const program = await programOf(
      process('p', startEvent('s'), raw(`<bpmn:task id="a">${loop}</bpmn:task>`), end('e'), ...path('s', 'a', 'e')),
    );
    const items = Array.from({ length: many }, (_, index) => index);
    expect(begin(program, { items }).move.variables.doubled).toEqual(items.map((item) => item * 2));
  });
});

describe('a loop', () => {
  it('does not let the state grow in ten thousand passes', async () => {
    const program = await programOf(
      process(
        'p',
        startEvent('s'),
        gateway('exclusiveGateway', 'again'),
        userTask('a'),
        ...path('s', 'again', 'a', 'again'),
      ),
    );
    let move = start(program, {}, testNow);
    const early = JSON.stringify(move.state).length;
    for (let pass = 0; pass < many; pass += 1) {
      const waitId = move.opened[0]?.id ?? '';
      move = advance(program, move.state, { type: 'complete', waitId, output: {} }, testNow);
    }
    // Only the numbers in the ids have more digits.
    expect(JSON.stringify(move.state).length - early).toBeLessThan(20);
  });

  it('without end is refused', async () => {
    const program = await programOf(
      process(
        'p',
        startEvent('s'),
        gateway('exclusiveGateway', 'again', 'again-a'),
        scriptTask('a', '= n + 1', 'n'),
        end('e'),
        ...path('s', 'again'),
        flow('again', 'e', '= n < 0'),
        ...path('again', 'a', 'again'),
      ),
    );
    expect(() => begin(program, { n: 0 })).toThrow(expect.objectContaining({ code: 'step.endless' }));
  });
});
