import { describe, expect, it } from 'vitest';
import { end, flow, path, process, raw, scriptTask, start, userTask } from '../../support/bpmn.ts';
import { begin, complete, fire, go, programOf, send, waitAt, waitingAt } from '../../support/instance.ts';
import type { Instance } from '../../support/instance.ts';

const tops =
  '<bpmn:message id="withdraw" name="withdraw"/><bpmn:signal id="alarm" name="alarm"/>' +
  '<bpmn:error id="broken" name="broken" errorCode="broken"/><bpmn:escalation id="slow" name="slow" escalationCode="slow"/>';
const formal = 'xsi:type="bpmn:tFormalExpression"';
const definitions = {
  message: '<bpmn:messageEventDefinition messageRef="withdraw"/>',
  signal: '<bpmn:signalEventDefinition signalRef="alarm"/>',
  timer: `<bpmn:timerEventDefinition><bpmn:timeCycle ${formal}>R2/P1D</bpmn:timeCycle></bpmn:timerEventDefinition>`,
  condition: `<bpmn:conditionalEventDefinition><bpmn:condition ${formal}>= total &gt; 10</bpmn:condition></bpmn:conditionalEventDefinition>`,
  error: '<bpmn:errorEventDefinition errorRef="broken"/>',
  escalation: '<bpmn:escalationEventDefinition escalationRef="slow"/>',
} as const;

type Kind = keyof typeof definitions;

const onEvent = (kind: Kind, isInterrupting: boolean) =>
  raw(
    `<bpmn:subProcess id="on" triggeredByEvent="true">` +
      `<bpmn:startEvent id="heard" isInterrupting="${isInterrupting}">${definitions[kind]}</bpmn:startEvent>` +
      [userTask('react'), end('reacted'), ...path('heard', 'react', 'reacted')].map(({ xml }) => xml).join('') +
      '</bpmn:subProcess>',
    tops,
  );
const throwing = (kind: Kind) => raw(`<bpmn:endEvent id="thrown">${definitions[kind]}</bpmn:endEvent>`, tops);

const guarded = async (kind: Kind, isInterrupting: boolean): Promise<Instance> =>
  begin(
    await programOf(
      process('p', start('s'), userTask('work'), end('e'), onEvent(kind, isInterrupting), ...path('s', 'work', 'e')),
    ),
    { total: 1 },
  );
const tasks = (instance: Instance) =>
  instance.open
    .filter(({ type }) => type === 'task')
    .map(({ elementId }) => elementId)
    .sort();

describe('an interrupting event sub-process', () => {
  it('started by a message takes everything else away', async () => {
    const withdrawn = send(await guarded('message', true), 'withdraw', { why: 'changed my mind' });
    expect(waitingAt(withdrawn)).toEqual(['react']);
    expect(withdrawn.move.variables).toMatchObject({ why: 'changed my mind' });
    expect(complete(withdrawn, 'react').move.ended?.reason).toBe('completed');
  });

  it('started by a signal or timer does the same', async () => {
    const alarmed = go(await guarded('signal', true), { type: 'signal', signal: 'alarm', payload: {} });
    expect(waitingAt(alarmed)).toEqual(['react']);
    expect(waitingAt(fire(await guarded('timer', true), 'heard'))).toEqual(['react']);
  });

  it('stops listening when the process has ended', async () => {
    const done = complete(await guarded('message', true), 'work');
    expect(done.move.ended?.reason).toBe('completed');
    expect(done.open).toEqual([]);
  });

  it('catches an error thrown beside it', async () => {
    const xml = process(
      'p',
      start('s'),
      userTask('work'),
      throwing('error'),
      onEvent('error', true),
      ...path('s', 'work', 'thrown'),
    );
    expect(waitingAt(complete(begin(await programOf(xml)), 'work'))).toEqual(['react']);
  });
});

describe('a non-interrupting event sub-process', () => {
  it('runs as often as its message comes', async () => {
    const twice = send(send(await guarded('message', false), 'withdraw'), 'withdraw');
    expect(tasks(twice)).toEqual(['react', 'react', 'work']);
  });

  it('keeps the process open until it is done', async () => {
    const half = complete(send(await guarded('message', false), 'withdraw'), 'work');
    expect(half.move.ended).toBeUndefined();
    expect(complete(half, 'react').move.ended?.reason).toBe('completed');
  });

  it('follows the cycle of its timer', async () => {
    const once = fire(await guarded('timer', false), 'heard');
    expect(waitAt(once, 'heard')).toMatchObject({ dueAt: '2026-03-04T09:30:00.000Z' });
    expect(waitingAt(fire(once, 'heard'))).toEqual(['react', 'react', 'work']);
  });

  it('hears its condition each time it becomes true', async () => {
    const set = (instance: Instance, total: number) => go(instance, { type: 'variables', variables: { total } });
    const high = set(await guarded('condition', false), 11);
    expect(tasks(high)).toEqual(['react', 'work']);
    expect(tasks(set(high, 12))).toEqual(['react', 'work']);
    expect(tasks(set(set(high, 1), 12))).toEqual(['react', 'react', 'work']);
  });

  it('reacts to an escalation while its thrower goes on', async () => {
    const thrown = raw(
      `<bpmn:intermediateThrowEvent id="slow-down">${definitions.escalation}</bpmn:intermediateThrowEvent>`,
      tops,
    );
    const xml = process(
      'p',
      start('s'),
      thrown,
      userTask('work'),
      end('e'),
      onEvent('escalation', false),
      ...path('s', 'slow-down', 'work', 'e'),
    );
    expect(waitingAt(begin(await programOf(xml)))).toEqual(['react', 'work']);
  });
});

describe('a conditional event', () => {
  it('is examined when a script changes a variable', async () => {
    const waiting = raw(
      `<bpmn:intermediateCatchEvent id="enough">${definitions.condition}</bpmn:intermediateCatchEvent>`,
    );
    const xml = process(
      'p',
      start('s'),
      userTask('work'),
      scriptTask('add', '= total + 20', 'total'),
      waiting,
      userTask('after'),
      end('e'),
      ...path('s', 'work', 'add', 'e'),
      flow('s', 'enough'),
      ...path('enough', 'after', 'e'),
    );
    const begun = begin(await programOf(xml), { total: 0 });
    expect(waitingAt(begun)).toEqual(['enough', 'work']);
    expect(waitingAt(complete(begun, 'work'))).toEqual(['after']);
  });
});

describe('what is thrown inside a sub-process', () => {
  it('is caught with what was known there', async () => {
    const sub =
      '<bpmn:subProcess id="sp"><bpmn:extensionElements><zeebe:ioMapping><zeebe:input source="= 7" target="days"/>' +
      '</zeebe:ioMapping></bpmn:extensionElements><bpmn:startEvent id="ss"/>' +
      `<bpmn:endEvent id="late">${definitions.escalation}</bpmn:endEvent>` +
      '<bpmn:sequenceFlow id="ss-late" sourceRef="ss" targetRef="late"/></bpmn:subProcess>' +
      '<bpmn:boundaryEvent id="caught" attachedToRef="sp"><bpmn:extensionElements><zeebe:ioMapping>' +
      '<zeebe:output source="= escalationCode + string(days)" target="found"/></zeebe:ioMapping></bpmn:extensionElements>' +
      `${definitions.escalation}</bpmn:boundaryEvent>`;
    const xml = process(
      'p',
      start('s'),
      raw(sub, tops),
      userTask('after'),
      end('e'),
      ...path('s', 'sp', 'e'),
      ...path('caught', 'after', 'e'),
    );
    const caught = begin(await programOf(xml));
    expect([waitingAt(caught), caught.move.variables]).toEqual([['after'], { found: 'slow7' }]);
  });

  it('goes with it to the process that called', async () => {
    const xml = process('p', start('s'), raw(throwing('escalation').xml, tops), ...path('s', 'thrown'));
    const { move } = begin(await programOf(xml), { days: 7 });
    expect(move.emitted).toMatchObject([{ type: 'escalation', code: 'slow', payload: { days: 7 } }]);
  });
});

describe('what an event sub-process throws', () => {
  const both = (id: string, inside: string) =>
    `<bpmn:subProcess id="${id}" triggeredByEvent="true">${inside}</bpmn:subProcess>`;
  const heard = (id: string, kind: Kind) => `<bpmn:startEvent id="${id}">${definitions[kind]}</bpmn:startEvent>`;
  const steps = (...pieces: readonly { readonly xml: string }[]) => pieces.map(({ xml }) => xml).join('');

  it('is not for the one beside it', async () => {
    const thrower = heard('asked', 'message') + steps(throwing('error'), ...path('asked', 'thrown'));
    const sibling = heard('broke', 'error') + steps(userTask('repair'), ...path('broke', 'repair'));
    const inner = steps(start('begin'), userTask('work'), ...path('begin', 'work'));
    const xml = process(
      'p',
      start('s'),
      raw(
        `<bpmn:subProcess id="sub">${inner}${both('first', thrower)}${both('second', sibling)}</bpmn:subProcess>`,
        tops,
      ),
      raw(`<bpmn:boundaryEvent id="out" attachedToRef="sub">${definitions.error}</bpmn:boundaryEvent>`),
      userTask('after'),
      end('e'),
      ...path('s', 'sub', 'e'),
      ...path('out', 'after', 'e'),
    );
    expect(waitingAt(send(begin(await programOf(xml)), 'withdraw'))).toEqual(['after']);
  });
});
