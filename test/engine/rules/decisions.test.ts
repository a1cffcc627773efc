import { describe, expect, it } from 'vitest';
import { evaluateDecision, readDecisions } from '../../../engine/rules/dmn.ts';
import type { Json } from '../../../engine/kernel/types.ts';
import { end, path, process, start, task } from '../../support/bpmn.ts';
import { dmn, inputData, literal, table } from '../../support/dmn.ts';
import { begin, programOf } from '../../support/instance.ts';

async function decide(xml: string, id: string, context: Record<string, Json>) {
  const { decisions, findings } = await readDecisions(xml, 'test.dmn');
  expect(findings.filter(({ level }) => level === 'error')).toEqual([]);
  return evaluateDecision(decisions, id, { context });
}

const grades = (hitPolicy: string, aggregation?: string) =>
  dmn(
    table({
      id: 'grade',
      hitPolicy,
      ...(aggregation !== undefined && { aggregation }),
      inputs: ['x: number'],
      outputs: ['y: number'],
      priorities: ['3, 2, 1'],
      rules: [
        ['> 0', '1'],
        ['> 10', '3'],
        ['> 5', '2'],
      ],
    }),
  );

const policies: readonly (readonly [policy: string, aggregation: string | undefined, x: number, result: Json])[] = [
  ['UNIQUE', undefined, 3, 1],
  ['FIRST', undefined, 20, 1],
  ['PRIORITY', undefined, 20, 3],
  ['RULE ORDER', undefined, 20, [1, 3, 2]],
  ['OUTPUT ORDER', undefined, 20, [3, 2, 1]],
  ['COLLECT', undefined, 20, [1, 3, 2]],
  ['COLLECT', 'SUM', 20, 6],
  ['COLLECT', 'MIN', 20, 1],
  ['COLLECT', 'MAX', 20, 3],
  ['COLLECT', 'COUNT', 20, 3],
  ['FIRST', undefined, -1, null],
];

describe('a decision table', () => {
  it.each(policies)('%s %s for %d gives %j', async (...[policy, aggregation, x, result]) => {
    expect((await decide(grades(policy, aggregation), 'grade', { x })).result).toEqual(result);
  });

  it('tells which rules matched and on what', async () => {
    const { trace } = await decide(grades('FIRST'), 'grade', { x: 7 });
    expect(trace).toEqual({ decisionId: 'grade', hitPolicy: 'FIRST', inputs: { x: 7 }, rules: [1, 3], result: 1 });
  });

  it('refuses two hits when they must be unique', async () => {
    await expect(decide(grades('UNIQUE'), 'grade', { x: 7 })).rejects.toMatchObject({ code: 'decision.several-hits' });
  });

  it('refuses different hits under ANY', async () => {
    await expect(decide(grades('ANY'), 'grade', { x: 7 })).rejects.toMatchObject({ code: 'decision.different-hits' });
  });

  it('gives a context for several outputs', async () => {
    const xml = dmn(
      table({ id: 't', inputs: ['kind'], outputs: ['days', 'silence'], rules: [['"scia"', '30', 'true']] }),
    );
    expect((await decide(xml, 't', { kind: 'scia' })).result).toEqual({ days: 30, silence: true });
  });

  it('refuses a result of another type', async () => {
    const xml = dmn(table({ id: 't', inputs: ['x'], outputs: ['y: number'], rules: [['-', '"many"']] }));
    await expect(decide(xml, 't', { x: 1 })).rejects.toMatchObject({ code: 'decision.wrong-type' });
  });

  it('compares texts as dates where declared', async () => {
    const rules = [
      ['< date("2026-01-01")', '"old"'],
      ['-', '"new"'],
    ];
    const xml = dmn(table({ id: 't', hitPolicy: 'FIRST', inputs: ['on: date'], outputs: ['y'], rules }));
    expect((await decide(xml, 't', { on: '2025-12-31' })).result).toBe('old');
  });

  it('refuses an input that is not known', async () => {
    await expect(decide(grades('FIRST'), 'grade', {})).rejects.toMatchObject({ code: 'feel.evaluation-failed' });
  });
});

describe('a decision that requires others', () => {
  const chain = dmn(
    inputData('born: date'),
    literal({ id: 'age', needs: ['born'], expression: 'years and months duration(born, date("2026-06-01")).years' }),
    table({
      id: 'band',
      requires: ['age'],
      inputs: ['age'],
      outputs: ['y'],
      rules: [
        ['>= 18', '"adult"'],
        ['< 18', '"minor"'],
      ],
    }),
  );

  it('evaluates them first and traces them', async () => {
    const { result, required } = await decide(chain, 'band', { born: '2000-01-15' });
    expect(result).toBe('adult');
    expect(required).toEqual([{ decisionId: 'age', inputs: {}, rules: [], result: 26 }]);
  });

  it('may not require itself', async () => {
    const circle = dmn(
      literal({ id: 'a', requires: ['b'], expression: 'b' }),
      literal({ id: 'b', requires: ['a'], expression: 'a' }),
    );
    await expect(decide(circle, 'a', {})).rejects.toMatchObject({ code: 'decision.circular' });
  });
});

describe('reading a DMN file', () => {
  it.each([
    ['nonsense', 'dmn.parse'],
    [dmn(literal({ id: 'a', expression: '1 +' })), 'feel.syntax'],
  ])('finds %s wrong', async (xml, rule) => {
    const { decisions, findings } = await readDecisions(xml, 'test.dmn');
    expect(decisions).toEqual({});
    expect(findings).toMatchObject([{ rule, level: 'error', file: 'test.dmn' }]);
  });
});

describe('a business-rule task', () => {
  const xml = process(
    'p',
    start('s'),
    task('businessRuleTask', 'a', { decision: 'grade', result: 'grade' }),
    end('e'),
    ...path('s', 'a', 'e'),
  );
  const programWith = (policy: string) => programOf(xml, [{ file: 'grade.dmn', xml: grades(policy) }]);

  it('sets its result variable and records the decision', async () => {
    const { move } = begin(await programWith('FIRST'), { x: 20 });
    expect(move.variables).toEqual({ x: 20, grade: 1 });
    expect(move.trail).toContainEqual({
      type: 'decided',
      elementId: 'a',
      decision: expect.objectContaining({ decisionId: 'grade', rules: [1, 2, 3], result: 1 }),
    });
  });

  it('refuses to go on when the decision fails', async () => {
    const program = await programWith('UNIQUE');
    expect(() => begin(program, { x: 20 })).toThrow(
      expect.objectContaining({
        code: 'decision.failed',
        elementId: 'a',
        message: expect.stringContaining('decision.several-hits'),
      }),
    );
  });
});
