import { describe, expect, it } from 'vitest';
import { end, path, process, raw, start, userTask } from '../../support/bpmn.ts';
import type { Piece } from '../../support/bpmn.ts';
import { begin, complete, enteredIn, programOf, send, waitingAt } from '../../support/instance.ts';

const undoable = (id: string, loop = ''): readonly Piece[] => [
  raw(`<bpmn:userTask id="${id}">${loop}</bpmn:userTask>`),
  raw(`<bpmn:boundaryEvent id="on-${id}" attachedToRef="${id}"><bpmn:compensateEventDefinition/></bpmn:boundaryEvent>`),
  raw(`<bpmn:userTask id="undo-${id}" isForCompensation="true"/>`),
  raw(`<bpmn:association id="to-${id}" associationDirection="One" sourceRef="on-${id}" targetRef="undo-${id}"/>`),
];
const throwing = (attributes = '') =>
  raw(
    `<bpmn:intermediateThrowEvent id="undo"><bpmn:compensateEventDefinition ${attributes}/></bpmn:intermediateThrowEvent>`,
  );
const inside = (...pieces: readonly Piece[]) => pieces.map(({ xml }) => xml).join('');

const twoDone = async (attributes?: string) => {
  const xml = process(
    'p',
    start('s'),
    ...undoable('a'),
    ...undoable('b'),
    throwing(attributes),
    userTask('after'),
    end('e'),
    ...path('s', 'a', 'b', 'undo', 'after', 'e'),
  );
  return complete(complete(begin(await programOf(xml)), 'a'), 'b');
};

describe('a compensation event', () => {
  it('undoes what was done, the last first', async () => {
    const first = await twoDone();
    expect(waitingAt(first)).toEqual(['undo-b']);
    const second = complete(first, 'undo-b');
    expect(waitingAt(second)).toEqual(['undo-a']);
    expect(waitingAt(complete(second, 'undo-a'))).toEqual(['after']);
  });

  it('undoes only the activity it names', async () => {
    const first = await twoDone('activityRef="a"');
    expect(waitingAt(first)).toEqual(['undo-a']);
    expect(waitingAt(complete(first, 'undo-a'))).toEqual(['after']);
  });

  it('in an event sub-process undoes the activity that it names around it, and no other', async () => {
    const ended = inside(
      raw('<bpmn:startEvent id="asked"><bpmn:messageEventDefinition messageRef="m"/></bpmn:startEvent>'),
      ...undoable('inner'),
      throwing('activityRef="a"'),
      userTask('after'),
      ...path('asked', 'inner', 'undo', 'after'),
    );
    const xml = process(
      'p',
      start('s'),
      ...undoable('a'),
      userTask('b'),
      raw(
        `<bpmn:subProcess id="on" triggeredByEvent="true">${ended}</bpmn:subProcess>`,
        '<bpmn:message id="m" name="m"/>',
      ),
      end('e'),
      ...path('s', 'a', 'b', 'e'),
    );
    const asked = send(complete(begin(await programOf(xml)), 'a'), 'm');
    expect(waitingAt(complete(asked, 'inner'))).toEqual(['undo-a']);
  });

  it('goes on beside the undoing when told so', async () => {
    expect(waitingAt(await twoDone('waitForCompletion="false"'))).toEqual(['after', 'undo-b']);
  });

  it('goes on at once when there is nothing to undo', async () => {
    const xml = process('p', start('s'), throwing(), userTask('after'), end('e'), ...path('s', 'undo', 'after', 'e'));
    expect(waitingAt(begin(await programOf(xml)))).toEqual(['after']);
  });

  it('that throws something else too does so when all is undone', async () => {
    const both =
      '<bpmn:intermediateThrowEvent id="undo"><bpmn:compensateEventDefinition/>' +
      '<bpmn:signalEventDefinition signalRef="undone"/></bpmn:intermediateThrowEvent>';
    const xml = process(
      'p',
      start('s'),
      ...undoable('a'),
      raw(both, '<bpmn:signal id="undone" name="undone"/>'),
      userTask('after'),
      end('e'),
      ...path('s', 'a', 'undo', 'after', 'e'),
    );
    const first = complete(begin(await programOf(xml)), 'a');
    expect([waitingAt(first), first.move.emitted]).toEqual([['undo-a'], undefined]);
    const second = complete(first, 'undo-a');
    expect([waitingAt(second), second.move.emitted]).toMatchObject([['after'], [{ signal: 'undone' }]]);
    expect(enteredIn(second)).toEqual(['after']);
  });

  it('undoes each instance of a repeated activity with its own item', async () => {
    const loop =
      '<bpmn:multiInstanceLoopCharacteristics><bpmn:extensionElements>' +
      '<zeebe:loopCharacteristics inputCollection="= items" inputElement="item"/>' +
      '</bpmn:extensionElements></bpmn:multiInstanceLoopCharacteristics>';
    const mapped =
      '<bpmn:userTask id="undo-a" isForCompensation="true"><bpmn:extensionElements><zeebe:ioMapping>' +
      '<zeebe:input source="= item" target="of"/></zeebe:ioMapping></bpmn:extensionElements></bpmn:userTask>';
    const [activity, border, , association] = undoable('a', loop);
    const pieces = [activity, border, raw(mapped), association].flatMap((piece) => piece ?? []);
    const xml = process(
      'p',
      start('s'),
      ...pieces,
      throwing(),
      userTask('after'),
      end('e'),
      ...path('s', 'a', 'undo', 'after', 'e'),
    );
    const done = complete(complete(begin(await programOf(xml), { items: ['x', 'y'] }), 'a'), 'a');
    expect(done.open).toMatchObject([{ elementId: 'undo-a', input: { of: 'y' } }]);
    const one = complete(done, 'undo-a');
    expect(one.open).toMatchObject([{ elementId: 'undo-a', input: { of: 'x' } }]);
    expect(waitingAt(complete(one, 'undo-a'))).toEqual(['after']);
  });

  it('undoes a call as a whole once it has ended', async () => {
    const called = '<bpmn:callActivity id="a" calledElement="q"/>';
    const [, ...rest] = undoable('a');
    const xml = process('p', start('s'), raw(called), ...rest, throwing(), end('e'), ...path('s', 'a', 'undo', 'e'));
    expect(waitingAt(complete(begin(await programOf(xml)), 'a'))).toEqual(['undo-a']);
  });

  it('undoes each instance of a repeated activity', async () => {
    const loop =
      '<bpmn:multiInstanceLoopCharacteristics><bpmn:loopCardinality xsi:type="bpmn:tFormalExpression">2</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics>';
    const xml = process('p', start('s'), ...undoable('a', loop), throwing(), end('e'), ...path('s', 'a', 'undo', 'e'));
    const once = complete(complete(complete(begin(await programOf(xml)), 'a'), 'a'), 'undo-a');
    expect(waitingAt(once)).toEqual(['undo-a']);
    expect(complete(once, 'undo-a').move.ended?.reason).toBe('completed');
  });

  it('undoes what was done inside a finished sub-process', async () => {
    const sub = inside(start('is'), ...undoable('a'), ...undoable('b'), end('ie'), ...path('is', 'a', 'b', 'ie'));
    const xml = process(
      'p',
      start('s'),
      raw(`<bpmn:subProcess id="sub">${sub}</bpmn:subProcess>`),
      throwing(),
      userTask('after'),
      end('e'),
      ...path('s', 'sub', 'undo', 'after', 'e'),
    );
    const first = complete(complete(begin(await programOf(xml)), 'a'), 'b');
    expect(waitingAt(first)).toEqual(['undo-b']);
    expect(waitingAt(complete(complete(first, 'undo-b'), 'undo-a'))).toEqual(['after']);
  });
});

describe('a cancelled transaction', () => {
  const transaction = inside(
    start('ts'),
    ...undoable('a'),
    ...undoable('b'),
    raw('<bpmn:endEvent id="cancel"><bpmn:cancelEventDefinition/></bpmn:endEvent>'),
    ...path('ts', 'a', 'b', 'cancel'),
  );
  const xml = process(
    'p',
    start('s'),
    raw(`<bpmn:transaction id="t">${transaction}</bpmn:transaction>`),
    raw('<bpmn:boundaryEvent id="cancelled" attachedToRef="t"><bpmn:cancelEventDefinition/></bpmn:boundaryEvent>'),
    userTask('done'),
    userTask('not-done'),
    end('e'),
    ...path('s', 't', 'done', 'e'),
    ...path('cancelled', 'not-done', 'e'),
  );

  it('undoes in reverse and leaves by its cancel event', async () => {
    const cancelled = complete(complete(begin(await programOf(xml)), 'a'), 'b');
    expect(waitingAt(cancelled)).toEqual(['undo-b']);
    const undone = complete(complete(cancelled, 'undo-b'), 'undo-a');
    expect(enteredIn(undone)).toEqual(['cancelled', 'not-done']);
    expect(waitingAt(undone)).toEqual(['not-done']);
  });
});
