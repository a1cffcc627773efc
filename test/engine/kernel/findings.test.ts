import { describe, expect, it } from 'vitest';
import { compile } from '../../../engine/kernel/reading/compile.ts';
import { elementsOf } from '../../../engine/kernel/program.ts';
import {
  boundary,
  catchEvent,
  end,
  event,
  flow,
  gateway,
  path,
  plainTask,
  process,
  raw,
  scriptTask,
  start,
  subProcess,
  task,
  userTask,
} from '../../support/bpmn.ts';
import type { Piece } from '../../support/bpmn.ts';
import { programOf } from '../../support/instance.ts';

const around = (id: string, ...pieces: readonly Piece[]) =>
  process('p', start('s'), ...pieces, end('e'), ...path('s', id, 'e'));
const calling = (binding: string) =>
  around(
    'a',
    raw(
      `<bpmn:callActivity id="a"><bpmn:extensionElements><zeebe:calledElement processId="q" ${binding}/></bpmn:extensionElements></bpmn:callActivity>`,
    ),
  );
const loop = '<bpmn:multiInstanceLoopCharacteristics/>';

const refused: readonly (readonly [fact: string, xml: string, rule: string, elementId: string | undefined])[] = [
  ['text that is no XML', 'nonsense', 'bpmn.parse', undefined],
  ['XML that is not closed', '<bpmn:definitions', 'bpmn.parse', undefined],
  ['a process that may not be run', around('a').replace('isExecutable="true"', ''), 'process.missing', undefined],
  ['a missing start event', process('p', userTask('a'), end('e'), ...path('a', 'e')), 'start.missing', undefined],
  [
    'two start events',
    process('p', start('s'), start('s2'), end('e'), ...path('s', 'e'), flow('s2', 'e')),
    'start.several',
    's2',
  ],
  ['a flow to nowhere', around('a', plainTask('a'), flow('a', 'zz')), 'bpmn.reference-missing', 'a-zz'],
  [
    'a flow without target',
    around('a', plainTask('a'), raw('<bpmn:sequenceFlow id="f" sourceRef="a"/>')),
    'flow.target-missing',
    'f',
  ],
  ['an id used twice', around('a', plainTask('a'), plainTask('a')), 'bpmn.duplicate-id', 'a'],
  ['wrong FEEL in a script', around('a', scriptTask('a', '= 1 +', 'x')), 'feel.syntax', 'a'],
  [
    'wrong FEEL in a condition',
    around('a', plainTask('a'), plainTask('b'), flow('a', 'b', '= x >')),
    'feel.syntax',
    'a-b',
  ],
  ['wrong FEEL in a mapping', around('a', userTask('a', { inputs: { x: '= (' } })), 'feel.syntax', 'a'],
  [
    'an unknown decision',
    around('a', task('businessRuleTask', 'a', { decision: 'fee', result: 'x' })),
    'decision.unknown',
    'a',
  ],
  ['a service task without job', around('a', task('serviceTask', 'a')), 'task.job-missing', 'a'],
  [
    'a script in JavaScript',
    around(
      'a',
      raw('<bpmn:scriptTask id="a" scriptFormat="JavaScript"><bpmn:script>1</bpmn:script></bpmn:scriptTask>'),
    ),
    'script.format',
    'a',
  ],
  [
    'an exclusive flow without condition',
    around('g', gateway('exclusiveGateway', 'g'), plainTask('a'), flow('g', 'a', '= true')),
    'flow.condition-missing',
    'g-e',
  ],
  [
    'a boundary event on nothing',
    around('a', plainTask('a'), event('boundaryEvent', 'b', { duration: 'P1D' }), flow('b', 'e')),
    'boundary.host-missing',
    'b',
  ],
  [
    'a boundary event on a gateway',
    around('g', gateway('parallelGateway', 'g'), boundary('b', 'g', { duration: 'P1D' }), flow('b', 'e')),
    'boundary.host-wrong',
    'b',
  ],
  [
    'an event gateway before a task',
    around('g', gateway('eventBasedGateway', 'g'), userTask('a'), flow('g', 'a')),
    'gateway.event-expected',
    'a',
  ],
  [
    'a timer without time',
    around('a', raw('<bpmn:intermediateCatchEvent id="a"><bpmn:timerEventDefinition/></bpmn:intermediateCatchEvent>')),
    'timer.time-missing',
    'a',
  ],
  ['a timer that is no duration', around('a', catchEvent('a', { duration: '30 days' })), 'timer.time-wrong', 'a'],
  ['a message without name', around('a', raw('<bpmn:receiveTask id="a"/>')), 'message.missing', 'a'],
  [
    'a flow out of a sub-process',
    around('a', subProcess('a', {}, start('is'), userTask('b'), flow('is', 'b'), flow('b', 'e'))),
    'flow.crosses-border',
    'b-e',
  ],
  [
    'a repeated task without number',
    around('a', raw(`<bpmn:userTask id="a">${loop}</bpmn:userTask>`)),
    'loop.count-missing',
    'a',
  ],
  [
    'a start quantity below one',
    around('a', raw('<bpmn:task id="a" startQuantity="0"/>')),
    'activity.quantity-wrong',
    'a',
  ],
  ['a call of nothing', around('a', raw('<bpmn:callActivity id="a"/>')), 'call.process-missing', 'a'],
  ['a call by a tag it does not give', calling('bindingType="versionTag"'), 'call.version-tag-missing', 'a'],
  ['a call with an unknown binding', calling('bindingType="newest"'), 'call.binding-unknown', 'a'],
  [
    'a signal without name',
    around('a', raw('<bpmn:intermediateThrowEvent id="a"><bpmn:signalEventDefinition/></bpmn:intermediateThrowEvent>')),
    'signal.missing',
    'a',
  ],
  ['a choreography task', around('a', raw('<bpmn:choreographyTask id="a"/>')), 'bpmn.not-executable', 'a'],
];

describe('compile refuses', () => {
  it.each(refused)('%s', async (...[, xml, rule, elementId]) => {
    const { program, findings } = await compile(xml, { decisions: [] });
    expect(program).toBeUndefined();
    const expected = { rule, level: 'error', ...(elementId !== undefined && { elementId }) };
    expect(findings).toContainEqual(expect.objectContaining(expected));
  });

  it('an unexecutable element with that finding alone', async () => {
    const { findings } = await compile(around('a', raw('<bpmn:choreographyTask id="a"/>')), { decisions: [] });
    expect(findings.map(({ rule }) => rule)).toEqual(['bpmn.not-executable']);
  });
});

describe('compile accepts', () => {
  it('foreign extension elements and annotations', async () => {
    const foreign = '<bpmn:extensionElements><iter:term xmlns:iter="urn:iter" days="30"/></bpmn:extensionElements>';
    const xml = around('a', raw(`<bpmn:userTask id="a">${foreign}</bpmn:userTask>`), raw('<bpmn:dataObject id="d"/>'));
    expect((await compile(xml, { decisions: [] })).findings).toEqual([]);
  });

  it('a prefix other than zeebe for its namespace', async () => {
    const xml = around('a', userTask('a', { form: 'f' }))
      .replaceAll('zeebe:', 'z:')
      .replace('xmlns:zeebe', 'xmlns:z');
    expect(elementsOf(await programOf(xml)).find(({ id }) => id === 'a')?.formId).toBe('f');
  });

  it('an unreachable element with a warning', async () => {
    const { program, findings } = await compile(around('a', plainTask('a'), plainTask('b'), flow('b', 'e')), {
      decisions: [],
    });
    expect(program).toBeDefined();
    expect(findings).toMatchObject([{ rule: 'flow.incoming-missing', level: 'warning', elementId: 'b' }]);
  });

  it('a path that breaks off with a warning', async () => {
    const xml = around('a', plainTask('a'), plainTask('b'), flow('a', 'b'));
    const { findings } = await compile(xml, { decisions: [] });
    expect(findings).toMatchObject([{ rule: 'flow.outgoing-missing', level: 'warning', elementId: 'b' }]);
  });

  it('the named process of several', async () => {
    const other = '<bpmn:process id="q" isExecutable="true"><bpmn:startEvent id="qs"/></bpmn:process>';
    const xml = around('a', plainTask('a')).replace('<bpmn:process', `${other}<bpmn:process`);
    expect((await compile(xml, { decisions: [], processId: 'p' })).program?.processId).toBe('p');
    expect((await compile(xml, { decisions: [] })).program?.processId).toBe('q');
  });
});

describe('the elements of a program', () => {
  it('are joined by flows that are called after them where they have no id', async () => {
    const bare = (from: string, to: string) => raw(`<bpmn:sequenceFlow sourceRef="${from}" targetRef="${to}"/>`);
    const pieces = [start('s'), userTask('a'), end('e'), bare('s', 'a'), bare('a', 'e'), bare('a', 'e')];
    const { flows } = await programOf(process('p', ...pieces));
    expect(Object.keys(flows)).toEqual(['s_a', 'a_e', 'a_e_2']);
  });

  it('in a sub-process stand in its lane, unless they have one of their own', async () => {
    const lane = (name: string, id: string) =>
      `<bpmn:lane id="${id}-lane" name="${name}"><bpmn:flowNodeRef>${id}</bpmn:flowNodeRef></bpmn:lane>`;
    const inner = raw(`<bpmn:laneSet id="inner">${lane('Segreteria', 'b')}</bpmn:laneSet>`);
    const xml = around(
      'sub',
      raw(`<bpmn:laneSet id="outer">${lane('Ufficio', 'sub')}</bpmn:laneSet>`),
      subProcess('sub', {}, inner, start('is'), userTask('a'), userTask('b'), end('ie'), ...path('is', 'a', 'b', 'ie')),
    );
    const { nodes } = await programOf(xml);
    expect([nodes.sub, nodes.a, nodes.b].map((node) => node?.laneName)).toEqual(['Ufficio', 'Ufficio', 'Segreteria']);
  });

  it('tell lanes, forms and jobs', async () => {
    const lanes =
      '<bpmn:laneSet id="ls"><bpmn:lane id="l" name="SUAP"><bpmn:flowNodeRef>a</bpmn:flowNodeRef></bpmn:lane></bpmn:laneSet>';
    const program = await programOf(around('a', raw(lanes), userTask('a', { name: 'Esame', form: 'review' })));
    expect(elementsOf(program)).toContainEqual({
      id: 'a',
      type: 'bpmn:UserTask',
      name: 'Esame',
      laneName: 'SUAP',
      formId: 'review',
    });
  });
});
