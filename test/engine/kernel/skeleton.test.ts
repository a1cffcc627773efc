import { describe, expect, it } from 'vitest';
import { skeletonOf } from '../../../engine/kernel/soundness/skeleton.ts';
import {
  catchEvent,
  end,
  flow,
  gateway,
  path,
  plainTask,
  process,
  raw,
  scriptTask,
  serviceTask,
  start,
  userTask,
} from '../../support/bpmn.ts';
import type { Piece } from '../../support/bpmn.ts';
import { programOf } from '../../support/instance.ts';

const formal = 'xsi:type="bpmn:tFormalExpression"';
const catching = (definition: string, top?: string): Piece =>
  raw(`<bpmn:intermediateCatchEvent id="a">${definition}</bpmn:intermediateCatchEvent>`, top);
const timed = (property: string, text: string): Piece =>
  catching(
    `<bpmn:timerEventDefinition><bpmn:${property} ${formal}>${text}</bpmn:${property}></bpmn:timerEventDefinition>`,
  );
const repeated = (loop: string): Piece => raw(`<bpmn:userTask id="a">${loop}</bpmn:userTask>`);

/** What is left of an element `a` in the skeleton. */
async function bare(piece: Piece) {
  const program = await programOf(process('p', start('s'), piece, end('e'), ...path('s', 'a', 'e')));
  return skeletonOf(program).nodes.a;
}

describe('in the skeleton of a process', () => {
  it.each([
    ['a script', scriptTask('a', '= 1 + 1', 'x'), { type: 'pass' }],
    ['a task that passes', plainTask('a'), { type: 'pass' }],
    ['a task of people', userTask('a', { assignee: '= who', form: 'f' }), { type: 'task' }],
    ['a service', serviceTask('a', { headers: { x: 'y' } }), { type: 'job', jobType: 'a', headers: {} }],
  ])('%s computes nothing', async (_, piece, work) => {
    expect((await bare(piece))?.work).toEqual(work);
  });

  it('nothing is given to a task and nothing taken', async () => {
    expect(await bare(userTask('a', { inputs: { x: '= y' }, outputs: { z: '= x' } }))).toMatchObject({
      inputs: [],
      outputs: [],
    });
  });

  it.each([
    ['a date', timed('timeDate', '= on')],
    ['a duration', timed('timeDuration', '= term')],
  ])('%s takes a day', async (_, piece) => {
    expect((await bare(piece))?.event).toEqual({ type: 'timer', kind: 'duration', expression: 'P1D' });
  });

  it('a condition is a signal by the name of its event', async () => {
    const condition = `<bpmn:conditionalEventDefinition><bpmn:condition ${formal}>= x</bpmn:condition></bpmn:conditionalEventDefinition>`;
    expect((await bare(catching(condition)))?.event).toEqual({ type: 'signal', signal: 'a' });
  });

  it.each([
    ['told', 'told'],
    ['= computed', 'a'],
  ])('a signal or message %s is called %s', async (name, called) => {
    const signal = '<bpmn:signalEventDefinition signalRef="g"/>';
    const heard = await bare(catching(signal, `<bpmn:signal id="g" name="${name}"/>`));
    expect(heard?.event).toEqual({ type: 'signal', signal: called });
    const received = await bare(catchEvent('a', { message: name }));
    expect(received?.event).toMatchObject({ type: 'message', message: { name: called } });
  });

  it.each([
    ['a loop', '<bpmn:standardLoopCharacteristics/>', { type: 'standard', testBefore: false, maximum: '2' }],
    [
      'a repetition',
      `<bpmn:multiInstanceLoopCharacteristics isSequential="true"><bpmn:loopCardinality ${formal}>= n</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics>`,
      { type: 'multi', sequential: true, cardinality: '2', events: [] },
    ],
  ])('%s is done twice', async (_, loop, twice) => {
    expect((await bare(repeated(loop)))?.loop).toEqual(twice);
  });

  it('conditions are choices by the id of their flow, a default has none', async () => {
    const program = await programOf(
      process(
        'p',
        start('s'),
        gateway('exclusiveGateway', 'g', 'g-e'),
        userTask('a'),
        end('e'),
        ...path('s', 'g', 'e'),
        flow('g', 'a', '= x > 1'),
        ...path('a', 'e'),
      ),
    );
    const { flows } = skeletonOf(program);
    expect(flows['g-a']?.condition).toBe('get value(choices, "g-a")');
    expect(flows['g-e']).not.toHaveProperty('condition');
    expect(flows['a-e']).not.toHaveProperty('condition');
  });
});
