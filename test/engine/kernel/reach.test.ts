import { describe, expect, it } from 'vitest';
import { reachableFrom } from '../../../engine/kernel/running/reach.ts';
import { boundary, end, flow, gateway, path, process, raw, start, subProcess, userTask } from '../../support/bpmn.ts';
import { begin, complete, programOf, waitingAt } from '../../support/instance.ts';

const link = (type: string, id: string) =>
  raw(`<bpmn:${type} id="${id}"><bpmn:linkEventDefinition name="L"/></bpmn:${type}>`);
const reminder =
  '<bpmn:subProcess id="remind" triggeredByEvent="true"><bpmn:startEvent id="rs" isInterrupting="false">' +
  '<bpmn:timerEventDefinition><bpmn:timeDuration xsi:type="bpmn:tFormalExpression">P1D</bpmn:timeDuration></bpmn:timerEventDefinition>' +
  '</bpmn:startEvent></bpmn:subProcess>';

const program = await programOf(
  process(
    'p',
    start('s'),
    userTask('before'),
    subProcess('block', {}, start('is'), userTask('inside'), end('ie'), raw(reminder), ...path('is', 'inside', 'ie')),
    boundary('late', 'block', { duration: 'P1D' }),
    link('intermediateThrowEvent', 'from'),
    link('intermediateCatchEvent', 'to'),
    userTask('after'),
    end('e'),
    userTask('too-late'),
    ...path('s', 'before', 'block', 'from'),
    ...path('to', 'after', 'e'),
    ...path('late', 'too-late', 'e'),
  ),
);
const from = (...ids: readonly string[]) => [...reachableFrom(program, ids)].sort();

describe('what a token may still reach', () => {
  it('is itself and all that follows, also over a link', () => {
    expect(from('to')).toEqual(['after', 'e', 'to']);
    expect(from('from')).toEqual(['after', 'e', 'from', 'to']);
  });

  it('is what begins in a block, what listens there and what hangs on its border', () => {
    const block = ['after', 'block', 'e', 'from', 'ie', 'inside', 'is', 'late', 'remind', 'rs', 'to', 'too-late'];
    expect(from('block')).toEqual(block.toSorted());
    expect(from('before')).toEqual(['before', ...block].sort());
  });

  it('from inside a block is what follows the block, by its end or by its border', () => {
    expect(from('ie')).toEqual(['after', 'e', 'from', 'ie', 'late', 'to', 'too-late']);
  });

  it('is the sum of what each of several may reach, and nothing from nowhere', () => {
    expect(from('after', 'too-late')).toEqual(['after', 'e', 'too-late']);
    expect(from()).toEqual([]);
    expect(from('unknown')).toEqual([]);
  });
});

describe('an inclusive join in a loop', () => {
  const looped = process(
    'p',
    start('s'),
    gateway('inclusiveGateway', 'join'),
    userTask('a'),
    gateway('exclusiveGateway', 'again', 'again-e'),
    userTask('b'),
    end('e'),
    ...path('s', 'join', 'a', 'again'),
    flow('again', 'b', '= again'),
    flow('again', 'e'),
    ...path('b', 'join'),
  );

  it('waits for nothing that only comes by way of itself', async () => {
    const once = begin(await programOf(looped));
    expect(waitingAt(once)).toEqual(['a']);
    const back = complete(complete(once, 'a', { again: true }), 'b');
    expect(waitingAt(back)).toEqual(['a']);
    expect(complete(back, 'a', { again: false }).move.ended?.reason).toBe('completed');
  });
});
