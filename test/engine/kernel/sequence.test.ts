import { describe, expect, it } from 'vitest';
import {
  end,
  gateway,
  path,
  plainTask,
  process,
  raw,
  scriptTask,
  serviceTask,
  start,
  task,
  userTask,
} from '../../support/bpmn.ts';
import { dmn, literal } from '../../support/dmn.ts';
import { begin, complete, enteredIn, go, programOf, testNow, waitAt, waitingAt } from '../../support/instance.ts';

describe('a sequence', () => {
  it('runs to the first task and rests', async () => {
    const program = await programOf(
      process('p', start('s'), plainTask('a'), userTask('b'), end('e'), ...path('s', 'a', 'b', 'e')),
    );
    const instance = begin(program);
    expect(enteredIn(instance)).toEqual(['s', 'a', 'b']);
    expect(waitingAt(instance)).toEqual(['b']);
    expect(instance.move.ended).toBeUndefined();
  });

  it('ends at its end event when completed', async () => {
    const program = await programOf(process('p', start('s'), userTask('a'), end('e'), ...path('s', 'a', 'e')));
    const before = begin(program);
    const after = complete(before, 'a', { answer: 42 });
    expect(after.move.ended).toEqual({ reason: 'completed', endEventId: 'e' });
    expect(after.move.closed).toEqual([waitAt(before, 'a').id]);
    expect(after.move.variables).toEqual({ answer: 42 });
    expect(after.move.trail).toEqual([
      { type: 'left', elementId: 'a' },
      { type: 'taken', flowId: 'a-e' },
      { type: 'entered', elementId: 'e' },
      { type: 'left', elementId: 'e' },
    ]);
  });

  it('ends at a task without outgoing flow', async () => {
    const program = await programOf(process('p', start('s'), plainTask('a'), ...path('s', 'a')));
    expect(begin(program).move.ended).toEqual({ reason: 'completed' });
  });

  it('refuses to complete a closed wait', async () => {
    const program = await programOf(
      process('p', start('s'), userTask('a'), userTask('b'), end('e'), ...path('s', 'a', 'b', 'e')),
    );
    const before = begin(program);
    const { id } = waitAt(before, 'a');
    const after = complete(before, 'a');
    expect(() => go(after, { type: 'complete', waitId: id, output: {} })).toThrow(
      expect.objectContaining({ code: 'wait.not-open' }),
    );
  });

  it('passes ten thousand automatic tasks without recursion', async () => {
    const ids = Array.from({ length: 10_000 }, (_, index) => `a${index}`);
    const tasks = ids.map((id) => plainTask(id));
    const program = await programOf(process('p', start('s'), ...tasks, end('e'), ...path('s', ...ids, 'e')));
    expect(begin(program).move.ended?.endEventId).toBe('e');
  }, 30_000);

  it('refuses a loop that never rests', async () => {
    const program = await programOf(
      process('p', start('s'), plainTask('a'), plainTask('b'), ...path('s', 'a', 'b', 'a')),
    );
    expect(() => begin(program)).toThrow(expect.objectContaining({ code: 'step.endless' }));
  });

  it('keeps the state of one task small', async () => {
    const program = await programOf(process('p', start('s'), userTask('a'), end('e'), ...path('s', 'a', 'e')));
    expect(JSON.stringify(begin(program).move.state).length).toBeLessThan(1000);
  });

  it('gives byte-identical moves for the same inputs', async () => {
    const program = await programOf(process('p', start('s'), userTask('a'), end('e'), ...path('s', 'a', 'e')));
    const run = () => complete(begin(program, { x: 1 }), 'a', { y: 2 }).move;
    expect(JSON.stringify(run())).toBe(JSON.stringify(run()));
  });
});

describe('tasks', () => {
  it('a user task tells form, assignment and due date', async () => {
    const options = {
      name: 'Esame',
      form: 'review',
      groups: 'suap, urp',
      users: '=clerks',
      due: '=day',
      assignee: '=x',
    };
    const program = await programOf(process('p', start('s'), userTask('a', options), end('e'), ...path('s', 'a', 'e')));
    const instance = begin(program, { clerks: ['anna', 'ugo'], day: '2026-04-01', x: 'anna' });
    expect(waitAt(instance, 'a')).toMatchObject({
      type: 'task',
      name: 'Esame',
      formId: 'review',
      assignee: 'anna',
      candidateGroups: ['suap', 'urp'],
      candidateUsers: ['anna', 'ugo'],
      dueAt: '2026-03-31T22:00:00.000Z',
      input: {},
    });
  });

  it.each([
    ['', 'latest'],
    ['bindingType="latest"', 'latest'],
    ['bindingType="deployment"', 'deployment'],
    ['bindingType="versionTag" versionTag="v2"', { versionTag: 'v2' }],
  ])('a call activity bound by «%s» asks for the version %o', async (attributes, binding) => {
    const call = raw(
      `<bpmn:callActivity id="a"><bpmn:extensionElements><zeebe:calledElement processId="q" ${attributes}/></bpmn:extensionElements></bpmn:callActivity>`,
    );
    const program = await programOf(process('p', start('s'), call, end('e'), ...path('s', 'a', 'e')));
    expect(begin(program).open).toMatchObject([{ type: 'child', calledElement: 'q', binding }]);
  });

  it('a process tells the tag of its version', async () => {
    const tagged = raw('<bpmn:extensionElements><zeebe:versionTag value="v2"/></bpmn:extensionElements>');
    const pieces = [start('s'), end('e'), ...path('s', 'e')];
    expect((await programOf(process('p', tagged, ...pieces))).versionTag).toBe('v2');
    expect(await programOf(process('p', ...pieces))).not.toHaveProperty('versionTag');
  });

  it('a service task opens a job with its headers', async () => {
    const options = { job: 'register', headers: { book: 'in' }, inputs: { subject: '= "Pratica " + number' } };
    const program = await programOf(
      process('p', start('s'), serviceTask('a', options), end('e'), ...path('s', 'a', 'e')),
    );
    expect(waitAt(begin(program, { number: '7' }), 'a')).toMatchObject({
      type: 'job',
      jobType: 'register',
      headers: { book: 'in' },
      input: { subject: 'Pratica 7' },
    });
  });

  it('a script task sets its result variable', async () => {
    const program = await programOf(
      process('p', start('s'), scriptTask('a', '= x + 1', 'y'), end('e'), ...path('s', 'a', 'e')),
    );
    expect(begin(program, { x: 1 }).move.variables).toEqual({ x: 1, y: 2 });
  });

  it('manual and abstract tasks pass at once', async () => {
    const program = await programOf(
      process('p', start('s'), task('manualTask', 'a'), plainTask('b'), end('e'), ...path('s', 'a', 'b', 'e')),
    );
    expect(begin(program, {}, testNow).move.ended?.reason).toBe('completed');
  });

  it('a failing expression names element and expression', async () => {
    const program = await programOf(
      process('p', start('s'), scriptTask('a', '= missing + 1', 'y'), end('e'), ...path('s', 'a', 'e')),
    );
    expect(() => begin(program)).toThrow(
      expect.objectContaining({
        code: 'feel.evaluation-failed',
        elementId: 'a',
      }),
    );
  });
});

describe('a process with several start events', () => {
  it('begins at the one that nothing outside sets off', async () => {
    const heard = start('heard', { message: 'm' });
    const xml = process('p', heard, start('s'), userTask('a'), userTask('b'), ...path('heard', 'a'), ...path('s', 'b'));
    expect(waitingAt(begin(await programOf(xml)))).toEqual(['b']);
  });
});

describe('a program', () => {
  it('has an event where the diagram has one, and nowhere else', async () => {
    const { nodes } = await programOf(
      process('p', start('s'), userTask('a'), gateway('exclusiveGateway', 'g'), end('e'), ...path('s', 'a', 'g', 'e')),
    );
    const withEvent = Object.values(nodes).filter(({ event }) => event !== undefined);
    expect(withEvent.map(({ id }) => id)).toEqual(['s', 'e']);
  });
});

describe('a business-rule task', () => {
  it('tells what was decided, what it needed first', async () => {
    const xml = process(
      'p',
      start('s'),
      task('businessRuleTask', 'a', { decision: 'total', result: 'total' }),
      end('e'),
      ...path('s', 'a', 'e'),
    );
    const decisions = dmn(
      literal({ id: 'base', expression: '2' }),
      literal({ id: 'total', expression: 'base + 1', requires: ['base'] }),
    );
    const { move } = begin(await programOf(xml, [{ file: 'a.dmn', xml: decisions }]));
    const decided = move.trail.flatMap((entry) => (entry.type === 'decided' ? [entry.decision] : []));
    expect(decided).toMatchObject([
      { decisionId: 'base', result: 2 },
      { decisionId: 'total', result: 3 },
    ]);
  });
});
