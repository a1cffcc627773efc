import { describe, expect, it } from 'vitest';
import { evaluateDecision, readDecisions } from '../../../engine/rules/dmn.ts';
import type { DecisionSurroundings } from '../../../engine/rules/evaluate-decision.ts';
import type { Json } from '../../../engine/kernel/types.ts';
import { boxed, dmn, inputData, knowledge, literal, text } from '../../support/dmn.ts';

async function decide(xml: string, id: string, around: DecisionSurroundings) {
  const { decisions, findings } = await readDecisions(xml, 'test.dmn');
  expect(findings.filter(({ level }) => level === 'error')).toEqual([]);
  return evaluateDecision(decisions, id, around);
}

const entry = (name: string, value: string) => `<contextEntry><variable name="${name}"/>${value}</contextEntry>`;
const child = (name: string, value: string) => `<${name}>${value}</${name}>`;

const expressions: readonly (readonly [what: string, logic: string, value: Json])[] = [
  ['a context', `<context>${entry('a', text('1'))}${entry('b', text('a + 1'))}</context>`, { a: 1, b: 2 }],
  [
    'a context with a result',
    `<context>${entry('a', text('1'))}<contextEntry>${text('a + 1')}</contextEntry></context>`,
    2,
  ],
  ['a list', `<list>${text('1')}${text('2')}</list>`, [1, 2]],
  [
    'a relation',
    `<relation><column name="a"/><column name="b"/><row>${text('1')}${text('2')}</row></relation>`,
    [{ a: 1, b: 2 }],
  ],
  [
    'a conditional',
    `<conditional>${child('if', text('n > 1'))}${child('then', text('"many"'))}${child('else', text('"one"'))}</conditional>`,
    'many',
  ],
  ['a filter', `<filter>${child('in', text('[1, 2, 3]'))}${child('match', text('item > 1'))}</filter>`, [2, 3]],
  ['a loop', `<for iteratorVariable="i">${child('in', text('[1, 2]'))}${child('return', text('i * n'))}</for>`, [3, 6]],
  [
    'a quantifier',
    `<some iteratorVariable="i">${child('in', text('[1, 2]'))}${child('satisfies', text('i > 1'))}</some>`,
    true,
  ],
  [
    'another quantifier',
    `<every iteratorVariable="i">${child('in', text('[1, 2]'))}${child('satisfies', text('i > 1'))}</every>`,
    false,
  ],
];

describe('a boxed expression', () => {
  it.each(expressions)('may be %s', async (_what, logic, value) => {
    expect((await decide(dmn(boxed({ id: 'd', logic })), 'd', { context: { n: 3 } })).result).toEqual(value);
  });
});

describe('a knowledge model', () => {
  const fee = knowledge('fee', ['area: number'], text('area * 2'));
  const called = (argument: string) =>
    `<invocation>${text('fee')}<binding><parameter name="area"/>${text(argument)}</binding></invocation>`;

  it('is called by an invocation', async () => {
    const xml = dmn(fee, boxed({ id: 'd', calls: ['fee'], logic: called('21') }));
    expect((await decide(xml, 'd', { context: {} })).result).toBe(42);
  });

  it('is called by an expression', async () => {
    const xml = dmn(fee, literal({ id: 'd', calls: ['fee'], expression: 'fee(21)' }));
    expect((await decide(xml, 'd', { context: {} })).result).toBe(42);
  });

  it('refuses an argument of another type', async () => {
    const xml = dmn(fee, boxed({ id: 'd', calls: ['fee'], logic: called('"wide"') }));
    await expect(decide(xml, 'd', { context: {} })).rejects.toMatchObject({ code: 'feel.evaluation-failed' });
  });

  it('tells which rules of its table matched', async () => {
    const rows =
      '<rule><inputEntry><text>&gt; 1</text></inputEntry><outputEntry><text>"big"</text></outputEntry></rule>';
    const inner = `<decisionTable><input><inputExpression><text>x</text></inputExpression></input><output/>${rows}</decisionTable>`;
    const xml = dmn(
      knowledge('size', ['x: number'], inner),
      literal({ id: 'd', calls: ['size'], expression: 'size(2)' }),
    );
    const { result, required } = await decide(xml, 'd', { context: {} });
    expect(result).toBe('big');
    expect(required).toEqual([
      { decisionId: 'size', hitPolicy: 'UNIQUE', inputs: { x: 2 }, rules: [1], result: 'big' },
    ]);
  });
});

describe('a decision service', () => {
  const service =
    '<decisionService id="s" name="s"><outputDecision href="#total"/><inputDecision href="#net"/><inputData href="#rate"/></decisionService>';
  const model = [
    inputData('rate: number'),
    literal({ id: 'net', expression: '100' }),
    literal({ id: 'total', requires: ['net'], needs: ['rate'], expression: 'net * (1 + rate)' }),
    service,
  ];

  it('gives the value of its output decision', async () => {
    expect((await decide(dmn(...model), 's', { context: { rate: 0.22 } })).result).toBe(122);
  });

  it('is a function of its inputs', async () => {
    const xml = dmn(...model, literal({ id: 'd', calls: ['s'], expression: 's(0.1, 1000)' }));
    expect((await decide(xml, 'd', { context: {} })).result).toBe(1100);
  });

  it('has no result for an argument of another type', async () => {
    const xml = dmn(...model, literal({ id: 'd', calls: ['s'], expression: 's("high", 1000)' }));
    expect((await decide(xml, 'd', { context: {}, failures: 'null' })).result).toBeNull();
    await expect(decide(xml, 'd', { context: {} })).rejects.toMatchObject({ code: 'feel.evaluation-failed' });
  });

  it('has no result for an input of another type', async () => {
    const constant = literal({ id: 'total', requires: ['net'], needs: ['rate'], expression: '"any"' });
    const xml = dmn(...model.slice(0, 2), constant, service);
    const context = { rate: 'high' };
    expect((await decide(xml, 's', { context, failures: 'null' })).result).toBeNull();
    await expect(decide(xml, 's', { context })).rejects.toMatchObject({ code: 'decision.wrong-type' });
    expect((await decide(xml, 's', { context: { rate: 0.1 } })).result).toBe('any');
  });
});

describe('a decision without logic', () => {
  it('is null, and a warning', async () => {
    const xml = dmn(
      '<decision id="open" name="open"/>',
      literal({ id: 'd', requires: ['open'], expression: 'open = null' }),
    );
    const { decisions, findings } = await readDecisions(xml, 'test.dmn');
    expect(evaluateDecision(decisions, 'open', { context: {} }).result).toBeNull();
    expect(evaluateDecision(decisions, 'd', { context: {} }).result).toBe(true);
    expect(findings).toMatchObject([{ rule: 'dmn.no-logic', level: 'warning', elementId: 'open' }]);
  });
});

describe('types of a model', () => {
  const types =
    '<itemDefinition name="Grade"><typeRef>string</typeRef><allowedValues><text>"a","b"</text></allowedValues></itemDefinition>' +
    '<itemDefinition name="Grades" isCollection="true"><typeRef>Grade</typeRef></itemDefinition>' +
    '<itemDefinition name="Person"><itemComponent name="born"><typeRef>date</typeRef></itemComponent></itemDefinition>';

  it('are checked on what comes in', async () => {
    const xml = dmn(types, inputData('g: Grades'), literal({ id: 'd', needs: ['g'], expression: 'count(g)' }));
    expect((await decide(xml, 'd', { context: { g: ['a', 'b'] } })).result).toBe(2);
    expect((await decide(xml, 'd', { context: { g: 'a' } })).result).toBe(1);
    await expect(decide(xml, 'd', { context: { g: ['c'] } })).rejects.toMatchObject({ code: 'decision.wrong-type' });
  });

  it('are checked on what goes out', async () => {
    const xml = dmn(types, literal({ id: 'd', type: 'Grade', expression: '"c"' }));
    await expect(decide(xml, 'd', { context: {} })).rejects.toMatchObject({ code: 'decision.wrong-type' });
    expect((await decide(xml, 'd', { context: {}, failures: 'null' })).result).toBeNull();
  });

  it('make dates of texts deep inside', async () => {
    const xml = dmn(types, inputData('p: Person'), literal({ id: 'd', needs: ['p'], expression: 'p.born.year' }));
    expect((await decide(xml, 'd', { context: { p: { born: '2000-02-29' } } })).result).toBe(2000);
  });
});

describe('reading', () => {
  it('knows references that name their own file', async () => {
    const fee = knowledge('k', ['x'], text('x + 1'));
    const xml = dmn(fee, literal({ id: 'd', calls: ['k'], expression: 'k(1)' })).replace('href="#', 'href="test#');
    expect((await decide(xml, 'd', { context: {} })).result).toBe(2);
  });

  it.each([
    ['an import', literal({ id: 'd', calls: ['k'], expression: '1' }), 'dmn.import'],
    [
      'a function in Java',
      boxed({ id: 'd', logic: `<functionDefinition kind="Java">${text('1')}</functionDefinition>` }),
      'dmn.not-executable',
    ],
  ])('leaves out %s with a finding', async (_what, decision, rule) => {
    const xml = dmn(decision).replace('href="#', 'href="other#');
    const { decisions, findings } = await readDecisions(xml, 'test.dmn');
    expect(decisions).toEqual({});
    expect(findings).toMatchObject([{ rule, level: 'error', elementId: 'd' }]);
  });
});
