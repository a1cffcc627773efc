import { describe, expect, it } from 'vitest';
import { readState } from '../../../engine/kernel/running/state.ts';
import { end, path, process, raw, start, userTask } from '../../support/bpmn.ts';
import { begin, fire, go, programOf, send, waitingAt } from '../../support/instance.ts';
import type { Instance } from '../../support/instance.ts';

const tops = '<bpmn:message id="ma" name="ma"/><bpmn:message id="mb" name="mb"/>';
const both = '<bpmn:messageEventDefinition messageRef="ma"/><bpmn:messageEventDefinition messageRef="mb"/>';
const waiting = (attributes: string) =>
  process(
    'p',
    start('s'),
    raw(`<bpmn:intermediateCatchEvent id="w" ${attributes}>${both}</bpmn:intermediateCatchEvent>`, tops),
    userTask('a'),
    end('e'),
    ...path('s', 'w', 'a', 'e'),
  );

describe('an event with several definitions', () => {
  it('goes on when one of them has happened', async () => {
    expect(waitingAt(send(begin(await programOf(waiting(''))), 'mb'))).toEqual(['a']);
  });

  it('waits for all of them when it needs all', async () => {
    const half = send(begin(await programOf(waiting('parallelMultiple="true"'))), 'mb', { b: 1 });
    expect(waitingAt(half)).toEqual(['w']);
    const all = send(half, 'ma', { a: 2 });
    expect(waitingAt(all)).toEqual(['a']);
    expect(all.move.variables).toEqual({ b: 1, a: 2 });
  });

  it('on a border listens again after all have happened', async () => {
    const xml = process(
      'p',
      start('s'),
      userTask('a'),
      raw(
        `<bpmn:boundaryEvent id="w" attachedToRef="a" cancelActivity="false" parallelMultiple="true">${both}</bpmn:boundaryEvent>`,
        tops,
      ),
      userTask('b'),
      end('e'),
      ...path('s', 'a', 'e'),
      ...path('w', 'b', 'e'),
    );
    const once = send(send(begin(await programOf(xml)), 'ma'), 'mb');
    expect(waitingAt(once)).toEqual(['a', 'b', 'w', 'w']);
    expect(waitingAt(send(send(once, 'mb'), 'ma'))).toEqual(['a', 'b', 'b', 'w', 'w']);
  });

  it('mixes timers with messages', async () => {
    const timer =
      '<bpmn:timerEventDefinition><bpmn:timeDuration xsi:type="bpmn:tFormalExpression">P1D</bpmn:timeDuration></bpmn:timerEventDefinition>';
    const xml = waiting('').replace('<bpmn:messageEventDefinition messageRef="mb"/>', timer);
    const begun = begin(await programOf(xml));
    expect(begun.open.map(({ type }) => type)).toEqual(['message', 'timer']);
    const due = { ...begun, open: begun.open.filter(({ type }) => type === 'timer') };
    expect(fire(due, 'w').move.opened).toMatchObject([{ elementId: 'a' }]);
  });

  it('thrown throws all of them', async () => {
    const thrown = raw(`<bpmn:intermediateThrowEvent id="t">${both}</bpmn:intermediateThrowEvent>`, tops);
    const { move } = begin(await programOf(process('p', start('s'), thrown, end('e'), ...path('s', 't', 'e'))));
    expect(move.emitted).toMatchObject([{ message: 'ma' }, { message: 'mb' }]);
  });
});

describe('a signal', () => {
  it('that is not awaited changes nothing', async () => {
    const begun = begin(await programOf(waiting('')));
    expect(go(begun, { type: 'signal', signal: 'other', payload: {} }).move.state).toEqual(begun.move.state);
  });
});

describe('a timer among the definitions of an event on a border', () => {
  const cycle =
    '<bpmn:timerEventDefinition><bpmn:timeCycle xsi:type="bpmn:tFormalExpression">R/P1D</bpmn:timeCycle></bpmn:timerEventDefinition>';
  const stop = (kind: string) => `<bpmn:messageEventDefinition messageRef="ma"/>${kind}`;

  it('comes again as its cycle says, each time for the same definition', async () => {
    const xml = process(
      'p',
      start('s'),
      userTask('a'),
      raw(
        `<bpmn:boundaryEvent id="w" attachedToRef="a" cancelActivity="false">${stop(cycle)}</bpmn:boundaryEvent>`,
        tops,
      ),
      userTask('b'),
      end('e'),
      ...path('s', 'a', 'e'),
      ...path('w', 'b', 'e'),
    );
    const onlyTimer = (instance: Instance): Instance => ({
      ...instance,
      open: instance.open.filter(({ elementId, type }) => elementId !== 'w' || type === 'timer'),
    });
    const parts = ({ move }: Instance) => readState(move.state).waits.flatMap(({ part }) => part ?? []);
    const begun = onlyTimer(begin(await programOf(xml)));
    const twice = fire(fire(begun, 'w'), 'w');
    expect(waitingAt(twice)).toEqual(['a', 'b', 'b', 'w']);
    expect([parts(begun), parts(twice)]).toEqual([[1], [1]]);
  });
});
