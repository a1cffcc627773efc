import { describe, expect, it } from 'vitest';
import { compileForBpmnEngine } from '../../../engine/executors/bpmn-engine/program.ts';
import { portabilityFindings } from '../../../engine/executors/portability.ts';
import { programOf } from '../../support/instance.ts';
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
  sideBoundary,
  start,
  subProcess,
  task,
  userTask,
} from '../../support/bpmn.ts';
import type { Piece } from '../../support/bpmn.ts';

const begin = (...pieces: readonly Piece[]) => process('p', start('s'), ...pieces);

async function found(xml: string): Promise<readonly string[]> {
  return portabilityFindings(await programOf(xml)).map(({ rule, elementId }) => `${rule} ${elementId}`);
}

const row = (count: number) => Array.from({ length: count }, (_, index) => `t${index}`);

const fork = gateway('parallelGateway', 'fork');
const join = gateway('parallelGateway', 'join');
const branches = [...path('s', 'fork', 'a', 'join', 'e'), ...path('fork', 'b', 'join')];

/** Each rule with the element it is about and a process that breaks it. */
const broken: Readonly<Record<string, string>> = {
  'event-sub-process x': begin(
    userTask('a'),
    end('e'),
    ...path('s', 'a', 'e'),
    raw(
      '<bpmn:subProcess id="x" triggeredByEvent="true"><bpmn:startEvent id="i"><bpmn:timerEventDefinition>' +
        '<bpmn:timeDuration xsi:type="bpmn:tFormalExpression">P1D</bpmn:timeDuration>' +
        '</bpmn:timerEventDefinition></bpmn:startEvent></bpmn:subProcess>',
    ),
  ),
  'repetition a': begin(
    raw('<bpmn:userTask id="a"><bpmn:standardLoopCharacteristics loopMaximum="2"/></bpmn:userTask>'),
    ...[end('e'), ...path('s', 'a', 'e')],
  ),
  'inclusive-join join': begin(
    gateway('inclusiveGateway', 'split', 'split-b'),
    ...[userTask('a'), userTask('b'), gateway('inclusiveGateway', 'join'), end('e')],
    ...[
      flow('s', 'split'),
      flow('split', 'a', '= x'),
      flow('split', 'b'),
      ...path('a', 'join', 'e'),
      ...path('b', 'join'),
    ],
  ),
  'side-event m': begin(
    ...[userTask('a'), sideBoundary('m', 'a', { message: 'm' }), end('e'), end('f')],
    ...[...path('s', 'a', 'e'), ...path('m', 'f')],
  ),
  'long-timer t': begin(catchEvent('t', { duration: 'P30D' }), end('e'), ...path('s', 't', 'e')),
  'error-not-caught e': begin(userTask('a'), end('e', { error: 'E' }), ...path('s', 'a', 'e')),
  'default-flow a': begin(
    task('userTask', 'a', { default: 'a-f' }),
    ...[end('e'), end('f'), end('h'), flow('s', 'a'), flow('a', 'e'), flow('a', 'h', '= x'), flow('a', 'f')],
  ),
  'own-message x': begin(
    ...[event('intermediateThrowEvent', 'x', { message: 'm' }), catchEvent('c', { message: 'm' }), end('e')],
    ...path('s', 'x', 'c', 'e'),
  ),
  'beginning x': process(
    'p',
    ...[start('s'), start('x', { message: 'm' }), end('e'), end('f'), ...path('s', 'e'), ...path('x', 'f')],
  ),
  'twin-flow again': begin(
    ...[gateway('exclusiveGateway', 'g', 'again'), userTask('a'), end('e'), flow('s', 'g'), flow('g', 'a', '= x')],
    raw('<bpmn:sequenceFlow id="again" sourceRef="g" targetRef="a"/>'),
    ...path('a', 'e'),
  ),
  'choice-before-join join': begin(
    ...[fork, userTask('a'), boundary('t', 'a', { duration: 'P1D' }), userTask('b'), join, end('e'), end('f')],
    ...[...branches.slice(0, -1), flow('b', 'join'), ...path('t', 'f')],
  ),
  'join-in-loop join': begin(
    ...[gateway('exclusiveGateway', 'again'), fork, userTask('a'), userTask('b'), join],
    ...[gateway('exclusiveGateway', 'g', 'g-e'), end('e'), ...path('s', 'again', 'fork', 'a', 'join', 'g')],
    ...[...path('fork', 'b', 'join'), flow('g', 'again', '= x'), flow('g', 'e')],
  ),
  'second-token c': begin(
    ...[fork, userTask('a'), userTask('b'), userTask('c'), end('e')],
    ...[...path('s', 'fork', 'a', 'c', 'e'), ...path('fork', 'b', 'c')],
  ),
  'long-chain t50': begin(...row(200).map((id) => plainTask(id)), end('e'), ...path('s', ...row(200), 'e')),
};

describe('what is not portable', () => {
  it.each(Object.entries(broken))('is found: %s', async (expected, xml) => {
    expect(await found(xml)).toContain(`portability.${expected}`);
  });

  it('keeps a diagram from running on bpmn-engine', async () => {
    const { program, findings } = await compileForBpmnEngine(broken['side-event m'] ?? '', { decisions: [] });
    expect(program).toBeUndefined();
    expect(findings.filter(({ level }) => level === 'error')).toMatchObject([{ elementId: 'm' }]);
  });

  it('leaves a long timer to the clock of Iter', async () => {
    const { program, findings } = await compileForBpmnEngine(broken['long-timer t'] ?? '', { decisions: [] });
    expect(program).toBeDefined();
    expect(findings).toMatchObject([{ rule: 'portability.long-timer', level: 'warning' }]);
  });
});

describe('what is portable', () => {
  it('is branches without choices', async () => {
    expect(await found(begin(fork, userTask('a'), userTask('b'), join, end('e'), ...branches))).toEqual([]);
  });

  it('is a choice enclosed in a sub-process', async () => {
    const sub = subProcess(
      'a',
      {},
      ...[start('i'), userTask('x'), boundary('t', 'x', { duration: 'P1D' }), end('o'), end('u')],
      ...[...path('i', 'x', 'o'), ...path('t', 'u')],
    );
    expect(await found(begin(fork, sub, userTask('b'), join, end('e'), ...branches))).toEqual([]);
  });

  it('is a choice before the branches begin', async () => {
    const choice = [gateway('exclusiveGateway', 'g', 'g-f'), flow('s', 'g'), flow('g', 'fork', '= x'), flow('g', 'f')];
    const rest = [...branches.slice(1), end('f')];
    expect(await found(begin(...choice, fork, userTask('a'), userTask('b'), join, end('e'), ...rest))).toEqual([]);
  });

  it('is a loop with a warning when nobody is waited for', async () => {
    const xml = begin(
      ...[
        gateway('exclusiveGateway', 'again'),
        scriptTask('n', '= n + 1', 'n'),
        gateway('exclusiveGateway', 'g', 'g-e'),
      ],
      ...[end('e'), ...path('s', 'again', 'n', 'g'), flow('g', 'again', '= n < 3'), flow('g', 'e')],
    );
    const findings = portabilityFindings(await programOf(xml));
    expect(findings).toMatchObject([{ rule: 'portability.automatic-loop', level: 'warning' }]);
  });
});
