import { describe, expect, it } from 'vitest';
import { advance } from '../../../engine/kernel/running/advance.ts';
import { boundary, end, path, process, raw, start, userTask } from '../../support/bpmn.ts';
import type { Wait } from '../../../engine/kernel/types.ts';
import { begin, complete, fire, go, programOf, testNow, waitAt, waitingAt } from '../../support/instance.ts';
import type { Instance } from '../../support/instance.ts';

const formal = 'xsi:type="bpmn:tFormalExpression"';
const multi = (attributes: string, content: string) =>
  `<bpmn:multiInstanceLoopCharacteristics ${attributes}>${content}</bpmn:multiInstanceLoopCharacteristics>`;
const cardinality = (text: string) => `<bpmn:loopCardinality ${formal}>${text}</bpmn:loopCardinality>`;
const enough = (text: string) => `<bpmn:completionCondition ${formal}>${text}</bpmn:completionCondition>`;
const list = (attributes: string) =>
  `<bpmn:extensionElements><zeebe:loopCharacteristics ${attributes}/></bpmn:extensionElements>`;

const repeated = (loop: string, inside = '') =>
  process(
    'p',
    start('s'),
    raw(`<bpmn:userTask id="a">${inside}${loop}</bpmn:userTask>`),
    boundary('late', 'a', { duration: 'P1D' }),
    userTask('b'),
    userTask('c'),
    end('e'),
    ...path('s', 'a', 'b', 'e'),
    ...path('late', 'c', 'e'),
  );
const repeatedCall = process(
  'p',
  start('s'),
  raw(
    `<bpmn:subProcess id="each">${multi('', cardinality('2'))}<bpmn:startEvent id="is"/>` +
      '<bpmn:callActivity id="call"><bpmn:extensionElements><zeebe:calledElement processId="q"/></bpmn:extensionElements></bpmn:callActivity>' +
      '<bpmn:endEvent id="ie"/><bpmn:sequenceFlow id="is-call" sourceRef="is" targetRef="call"/>' +
      '<bpmn:sequenceFlow id="call-ie" sourceRef="call" targetRef="ie"/></bpmn:subProcess>',
  ),
  userTask('b'),
  end('e'),
  ...path('s', 'each', 'b', 'e'),
);
const begun = async (loop: string, variables = {}) => begin(await programOf(repeated(loop)), variables);
const tasks = (instance: Instance) => waitingAt(instance).filter((id) => id !== 'late');

describe('a parallel multi-instance activity', () => {
  it('opens as many instances as its number says', async () => {
    expect(tasks(await begun(multi('', cardinality('= n + 1')), { n: 2 }))).toEqual(['a', 'a', 'a']);
  });

  it('goes on when all instances are done', async () => {
    const one = complete(await begun(multi('', cardinality('2'))), 'a');
    expect(tasks(one)).toEqual(['a']);
    expect(tasks(complete(one, 'a'))).toEqual(['b']);
  });

  it('with a number of nothing goes on at once', async () => {
    expect(tasks(await begun(multi('', cardinality('0'))))).toEqual(['b']);
  });

  it('stops the others when enough are done', async () => {
    const condition = enough('nrOfCompletedInstances / nrOfInstances &gt;= 0.5 and nrOfActiveInstances = 2');
    const done = complete(complete(await begun(multi('', cardinality('4') + condition)), 'a'), 'a');
    expect(tasks(done)).toEqual(['b']);
  });

  it('is interrupted as a whole by an event on its border', async () => {
    const late = fire(await begun(multi('', cardinality('3'))), 'late');
    expect(tasks(late)).toEqual(['c']);
    expect(late.move.trail.filter(({ type }) => type === 'cancelled')).toHaveLength(3);
  });

  it('counts by itself whatever its instances give back', async () => {
    const called = await begin(await programOf(repeatedCall), { nota: '' });
    const [first, second] = called.open;
    const given = (wait: Wait | undefined) => (wait?.type === 'child' ? wait.input : {});
    expect([given(first), given(second)]).toMatchObject([
      { loopCounter: 1, nrOfActiveInstances: 2 },
      { loopCounter: 2, nrOfActiveInstances: 2 },
    ]);
    const back = (instance: Instance, wait: Wait | undefined) =>
      go(instance, { type: 'complete', waitId: wait?.id ?? '', output: { ...given(wait), nota: 'data' } });
    const done = back(back(called, second), first);
    expect(waitingAt(done)).toEqual(['b']);
    expect(done.move.variables).toEqual({ nota: 'data' });
  });

  it('gathers results in the order of the items', async () => {
    const loop = multi(
      '',
      list('inputCollection="= names" inputElement="name" outputCollection="notes" outputElement="= name + note"'),
    );
    const instance = await begun(loop, { names: ['x', 'y'] });
    const [first, second] = instance.open.filter(({ elementId }) => elementId === 'a');
    const output = (note: string) => ({ note });
    const later = advance(
      instance.program,
      instance.move.state,
      { type: 'complete', waitId: second?.id ?? '', output: output('2') },
      testNow,
    );
    const all = advance(
      instance.program,
      later.state,
      { type: 'complete', waitId: first?.id ?? '', output: output('1') },
      testNow,
    );
    expect(all.variables.notes).toEqual(['x1', 'y2']);
  });

  it.each([
    ['name', '<bpmn:inputDataItem id="each" name="name"/>', { name: 'x' }],
    ['id, where they have none', '<bpmn:inputDataItem id="each"/>', { each: 'x' }],
  ])('knows the items of the standard by their %s', async (_, item, seen) => {
    const loop = `<bpmn:multiInstanceLoopCharacteristics id="l"><bpmn:loopDataInputRef>list</bpmn:loopDataInputRef>${item}</bpmn:multiInstanceLoopCharacteristics>`;
    const object = raw(
      '<bpmn:dataObject id="o" name="names"/><bpmn:dataObjectReference id="names" dataObjectRef="o"/>',
    );
    const io =
      '<bpmn:ioSpecification><bpmn:dataInput id="list" name="list"/><bpmn:inputSet><bpmn:dataInputRefs>list</bpmn:dataInputRefs></bpmn:inputSet><bpmn:outputSet/></bpmn:ioSpecification>' +
      '<bpmn:dataInputAssociation id="ia"><bpmn:sourceRef>names</bpmn:sourceRef><bpmn:targetRef>list</bpmn:targetRef></bpmn:dataInputAssociation>';
    const xml = process(
      'p',
      start('s'),
      raw(`<bpmn:userTask id="a">${io}${loop}</bpmn:userTask>`),
      object,
      end('e'),
      ...path('s', 'a', 'e'),
    );
    const [first] = begin(await programOf(xml), { names: ['x', 'y'] }).open;
    expect(first).toMatchObject({ elementId: 'a', instance: seen });
  });

  it('refuses a number that is none', async () => {
    await expect(begun(multi('', cardinality('= "many"')))).rejects.toMatchObject({
      code: 'feel.wrong-type',
      elementId: 'a',
    });
  });
});

describe('a sequential multi-instance activity', () => {
  const sequential = multi('isSequential="true"', list('inputCollection="= names" inputElement="name"'));

  it('opens one instance after the other', async () => {
    const first = await begun(sequential, { names: ['x', 'y'] });
    expect(tasks(first)).toEqual(['a']);
    const second = complete(first, 'a');
    expect(tasks(second)).toEqual(['a']);
    expect(tasks(complete(second, 'a'))).toEqual(['b']);
  });

  it('hands each instance its item', async () => {
    const inputs =
      '<bpmn:extensionElements><zeebe:ioMapping><zeebe:input source="= name + string(loopCounter)" target="who"/></zeebe:ioMapping></bpmn:extensionElements>';
    const program = await programOf(repeated(sequential, inputs));
    const first = begin(program, { names: ['x', 'y'] });
    expect(waitAt(first, 'a')).toMatchObject({ input: { who: 'x1' } });
    expect(waitAt(complete(first, 'a'), 'a')).toMatchObject({ input: { who: 'y2' } });
  });
});

describe('a standard loop', () => {
  const loop = (attributes: string, condition: string) =>
    `<bpmn:standardLoopCharacteristics ${attributes}><bpmn:loopCondition ${formal}>${condition}</bpmn:loopCondition></bpmn:standardLoopCharacteristics>`;

  it('is done once before its condition is examined', async () => {
    const first = await begun(loop('', '= again'), { again: false });
    expect(tasks(first)).toEqual(['a']);
    expect(tasks(complete(first, 'a'))).toEqual(['b']);
  });

  it('may be done not at all when tested before', async () => {
    expect(tasks(await begun(loop('testBefore="true"', '= again'), { again: false }))).toEqual(['b']);
  });

  it('goes on as long as its condition holds', async () => {
    const twice = complete(await begun(loop('', '= again'), { again: true }), 'a');
    expect(tasks(twice)).toEqual(['a']);
    expect(tasks(complete(twice, 'a', { again: false }))).toEqual(['b']);
  });

  it('ends at its maximum', async () => {
    const twice = complete(await begun(loop('loopMaximum="2"', '= true')), 'a');
    expect(tasks(complete(twice, 'a'))).toEqual(['b']);
  });
});

describe('an event thrown by instances', () => {
  const signalled = (behavior: string) =>
    process(
      'p',
      start('s'),
      raw(
        `<bpmn:userTask id="a">${multi(`behavior="${behavior}" ${behavior.toLowerCase()}BehaviorEventRef="thrown"`, cardinality('2'))}</bpmn:userTask>`,
        '<bpmn:signal id="done" name="done"/><bpmn:signalEventDefinition id="thrown" signalRef="done"/>',
      ),
      raw(
        '<bpmn:boundaryEvent id="heard" attachedToRef="a" cancelActivity="false"><bpmn:signalEventDefinition signalRef="done"/></bpmn:boundaryEvent>',
      ),
      userTask('b'),
      end('e'),
      ...path('s', 'a', 'e'),
      ...path('heard', 'b', 'e'),
    );

  it('happens with the first only or with each', async () => {
    const afterFirst = async (behavior: string) => complete(begin(await programOf(signalled(behavior))), 'a');
    expect(waitingAt(await afterFirst('One'))).toEqual(['a', 'b', 'heard']);
    expect(waitingAt(await afterFirst('None'))).toEqual(['a', 'b', 'heard']);
    expect(waitingAt(await afterFirst('All'))).toEqual(['a', 'heard']);
  });
});
