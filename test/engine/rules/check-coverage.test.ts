import { describe, expect, it } from 'vitest';
import { compile } from '../../../engine/kernel/reading/compile.ts';
import { evaluateDecision, readDecisionFiles, readDecisions } from '../../../engine/rules/dmn.ts';
import { end, path, process, start, task } from '../../support/bpmn.ts';
import { dmn, inputData, literal, table } from '../../support/dmn.ts';
import type { TableOptions } from '../../support/dmn.ts';
import { fc, runsOr } from '../../support/random.ts';
import { inItalian } from '../../support/findings.ts';

type Cells = TableOptions['rules'];

async function sentencesOf(options: Partial<TableOptions> & { readonly rules: Cells }, ...others: readonly string[]) {
  const whole = { id: 't', inputs: ['x: number'], outputs: ['y'], ...options };
  const { findings } = await readDecisions(dmn(...others, table(whole)), 'test.dmn');
  return findings.map((finding) => `${finding.rule} ${inItalian([finding]).join('').replace('Decisione t: ', '')}`);
}

const gapAt = (place: string) =>
  `dmn.gap nessuna regola vale, per esempio con ${place}: il risultato è null. Serve una regola in più o un valore predefinito.`;
const overlapAt = (place: string) =>
  `dmn.overlap le regole 1 e 2 valgono insieme, per esempio con ${place}: con UNIQUE ne può valere una sola.`;

const one = (...tests: readonly string[]): Cells => tests.map((test, index) => [test, `"${index}"`]);
const two = (...rows: readonly (readonly [string, string])[]): Cells =>
  rows.map((row, index) => [...row, `"${index}"`]);

const tables: readonly (readonly [
  what: string,
  table: Partial<TableOptions> & { rules: Cells },
  found: readonly string[],
])[] = [
  ['ranges that touch', { rules: one('< 10', '[10..20]', '> 20') }, []],
  ['a limit that no range includes', { rules: one('< 10', '> 10') }, [gapAt('«x» = 10')]],
  ['a hole between whole numbers', { rules: one('<= 10', '>= 11') }, [gapAt('«x» = 10.5')]],
  ['no such hole between integers', { rules: one('<= 10', '>= 11'), inputs: ['x: integer'] }, []],
  ['nothing above', { rules: one('< 10', '[10..20]') }, [gapAt('«x» = 21')]],
  ['nothing below nought', { rules: one('[0..10)', '>= 10') }, []],
  ['a hole below nought where that is asked', { rules: one('[-5..10)', '>= 10') }, [gapAt('«x» = -6')]],
  ['only some numbers', { rules: one('1', '2', '5') }, []],
  ['allowed numbers', { rules: one('[0..10)'), allowed: ['[0..10]'] }, [gapAt('«x» = 10')]],
  [
    'allowed texts',
    { rules: one('"a"', '"b"'), inputs: ['x: string'], allowed: ['"a","b","c"'] },
    [gapAt('«x» = "c"')],
  ],
  ['all allowed texts', { rules: one('"a"', 'not("a")'), inputs: ['x: string'], allowed: ['"a","b"'] }, []],
  ['texts of which no list is known', { rules: one('"a"', '"b"'), inputs: ['x: string'] }, []],
  ['one truth value', { rules: one('true'), inputs: ['x: boolean'] }, [gapAt('«x» = false')]],
  [
    'days',
    { rules: one('< date("2026-01-01")', '> date("2026-01-02")'), inputs: ['x: date'] },
    [gapAt('«x» = 2026-01-01')],
  ],
  ['days that follow each other', { rules: one('<= @"2026-01-01"', '>= @"2026-01-02"'), inputs: ['x: date'] }, []],
  ['times', { rules: one('< @"12:00:00"', '>= @"13:00:00"'), inputs: ['x: time'] }, [gapAt('«x» = 12:00:00')]],
  ['lengths', { rules: one('< @"P1Y"', '> @"P1Y"'), inputs: ['x'] }, [gapAt('«x» = P1Y')]],
  ['a default value', { rules: one('< 10'), defaults: ['"none"'] }, []],
  ['a list of hits', { rules: one('< 10'), hitPolicy: 'COLLECT' }, []],
  ['what is compared with a variable', { rules: one('< limit', '> limit') }, []],
  ['what null gives', { rules: one('null', '< 10', '>= 10') }, []],
  [
    'two columns',
    { rules: two(['< 10', 'true'], ['>= 10', '-']), inputs: ['x: number', 'z: boolean'] },
    [gapAt('«x» = 9 e «z» = false')],
  ],
  ['overlapping ranges', { rules: one('<= 10', '>= 10') }, [overlapAt('«x» = 10')]],
  ['overlapping texts', { rules: one('"a","b"', '"b","c"'), inputs: ['x'] }, [overlapAt('«x» = "b"')]],
  ['ranges with an integer between', { rules: one('< 2', '> 1'), inputs: ['x: integer'] }, []],
  [
    'rules that overlap in both columns',
    { rules: two(['< 10', 'true'], ['-', 'true'], ['-', 'false']), inputs: ['x: number', 'z: boolean'] },
    [overlapAt('«x» = 9 e «z» = true')],
  ],
  [
    'rules with the same conditions',
    { rules: one('< limit', '< limit') },
    ['dmn.overlap le regole 1 e 2 hanno le stesse condizioni: con UNIQUE ne può valere una sola.'],
  ],
  ['overlaps where the first holds', { rules: one('<= 10', '>= 10'), hitPolicy: 'FIRST' }, []],
  [
    'different results under ANY',
    { rules: one('<= 10', '>= 10'), hitPolicy: 'ANY' },
    [
      'dmn.overlap le regole 1 e 2 valgono insieme, per esempio con «x» = 10 e danno "0" e "1" nella colonna «y»: con ANY il risultato deve essere lo stesso.',
    ],
  ],
  [
    'the same result under ANY',
    {
      rules: [
        ['<= 10', '"same"'],
        ['>= 10', '"same"'],
      ],
      hitPolicy: 'ANY',
    },
    [],
  ],
  [
    'columns that examine the same variable',
    { rules: two(['true', '-'], ['-', 'true']), inputs: ['x > 1: boolean', 'x < 1: boolean'], hitPolicy: 'FIRST' },
    [],
  ],
  ['what is counted', { rules: one('0', '>= 1'), inputs: ['count(x): number'] }, []],
];

describe('the coverage of a table', () => {
  it.each(tables)('is told for %s', async (_what, options, found) => {
    expect(await sentencesOf(options)).toEqual(found);
  });

  it('looks through decisions for what two columns share', async () => {
    const rules = two(['< 18', '"adult"'], ['-', '"minor"'], ['>= 18', '"adult"']);
    const band = literal({ id: 'band', expression: 'if age < 18 then "minor" else "adult"' });
    const options = { rules, inputs: ['age: number', 'band: string'], requires: ['band'] };
    expect(await sentencesOf(options, band)).toEqual([]);
  });

  it('quotes no more than eighty characters', async () => {
    const long = 'a'.repeat(500);
    const [sentence] = await sentencesOf({ rules: one(`"${long}"`, `"${long}", "b"`), inputs: ['x'] });
    expect(sentence?.length).toBeLessThan(300);
  });

  it('is told with the decision and its file', async () => {
    const { findings } = await readDecisions(
      dmn(table({ id: 't', inputs: ['x'], outputs: ['y'], rules: one('1', '1') })),
      'f',
    );
    expect(findings).toMatchObject([{ rule: 'dmn.overlap', level: 'warning', elementId: 't', file: 'f' }]);
  });

  it('keeps rules that hold together from being published, and lets them run', async () => {
    const diagram = process(
      'p',
      start('s'),
      task('businessRuleTask', 'a', { decision: 't', result: 'y' }),
      end('e'),
      ...path('s', 'a', 'e'),
    );
    const xml = dmn(table({ id: 't', inputs: ['x'], outputs: ['y'], rules: one('<= 1', '>= 1') }));
    const decisions = [{ file: 't.dmn', xml }];
    const levelsOf = async (isStrict: boolean) =>
      (await compile(diagram, { decisions, isStrict })).findings
        .filter(({ rule }) => rule === 'dmn.overlap')
        .map(({ level }) => level);
    expect(await levelsOf(true)).toEqual(['error']);
    expect(await levelsOf(false)).toEqual(['warning']);
  });

  it('ends for a table of many rules and columns', async () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
    const rules = Array.from({ length: 200 }, (_, row) => [
      ...names.map((_name, column) => ((row * 7 + column * 3) % 5 === 0 ? '-' : `[${row % 40}..${(row % 40) + 30}]`)),
      '"y"',
    ]);
    const xml = dmn(table({ id: 't', inputs: names.map((name) => `${name}: number`), outputs: ['y'], rules }));
    const { findings } = await readDecisionFiles([{ file: 'f', xml }]);
    expect(findings.length).toBeLessThanOrEqual(6);
  });
});

// Ranges over small numbers, so that every table can be tried at each half of a number.
const limit = fc.integer({ min: 0, max: 3 });
const cell = fc.oneof(
  fc.constant('-'),
  limit.map(String),
  fc.tuple(fc.constantFrom('<', '<=', '>', '>=', '!='), limit).map(([operator, value]) => `${operator} ${value}`),
  fc.tuple(fc.constantFrom('[', '('), limit, limit, fc.constantFrom(']', ')')).map(([open, from, length, close]) => {
    return `${open}${from}..${from + length}${close}`;
  }),
  fc.tuple(limit, limit).map(([from, to]) => `not(${from}, [${to}..${to + 1}])`),
);
const numbersFrom = (least: number) => Array.from({ length: 14 - 2 * least }, (_, index) => least + index / 2);

describe('random tables of ranges', () => {
  const columns = ['x', 'z'];
  const random = fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 6 });

  async function read(rows: readonly (readonly [string, string])[], hitPolicy: string, grid: readonly number[]) {
    const options = { id: 't', hitPolicy, inputs: columns.map((name) => `${name}: number`), outputs: ['y: number'] };
    const rules = rows.map((row, index) => [...row, String(index + 1)]);
    const { decisions, findings } = await readDecisions(dmn(table({ ...options, rules })), 'test.dmn');
    const hits = grid.flatMap((x) =>
      grid.map((z) => evaluateDecision(decisions, 't', { context: { x, z }, failures: 'null' }).trace.rules),
    );
    return { hits, findings };
  }

  // A column of single numbers is a list of codes: rules are expected of these alone.
  const asksForAll = (rows: readonly (readonly [string, string])[]) =>
    columns.every((_, column) => rows.some((row) => /[<>.]/.test(row[column] ?? '')));

  it('have a gap where trying every number finds one', async () => {
    await fc.assert(
      fc.asyncProperty(random.filter(asksForAll), async (rows) => {
        const { hits, findings } = await read(rows, 'FIRST', numbersFrom(0));
        expect(findings.some(({ rule }) => rule === 'dmn.gap')).toBe(hits.some((rules) => rules.length === 0));
      }),
      { numRuns: runsOr(40) },
    );
  });

  it('have an overlap where trying every number finds one', async () => {
    await fc.assert(
      fc.asyncProperty(random, async (rows) => {
        const { hits, findings } = await read(rows, 'UNIQUE', numbersFrom(-1));
        const texts = rows.map((row) => row.join());
        const isTwice = new Set(texts).size < texts.length;
        const overlaps = isTwice || hits.some((rules) => rules.length > 1);
        expect(findings.some(({ rule }) => rule === 'dmn.overlap')).toBe(overlaps);
      }),
      { numRuns: runsOr(40) },
    );
  });
});

describe('names and requirements', () => {
  const namesOf = async (...elements: readonly string[]) => {
    const { findings } = await readDecisions(dmn(...elements), 'test.dmn');
    return findings.map((finding) => `${finding.level} ${finding.rule} ${inItalian([finding]).join('')}`);
  };

  it('are told where nothing uses what is required', async () => {
    expect(
      await namesOf(inputData('a'), inputData('b'), literal({ id: 'd', needs: ['a', 'b'], expression: 'a' })),
    ).toEqual(['warning dmn.requirement-unused Decisione d: richiede «b» e nessuna espressione lo usa.']);
  });

  it('are told where a column uses what is not required', async () => {
    const rules = [
      ['< 10', 'b'],
      ['>= 10', '0'],
    ];
    const [sentence] = await namesOf(
      inputData('a'),
      inputData('b'),
      table({ id: 'd', needs: ['a'], inputs: ['a'], outputs: ['y'], rules }),
    );
    expect(sentence).toBe(
      'warning dmn.requirement-missing Decisione d: regola 1, colonna «y»: usa «b» senza richiederlo: vale solo se la pratica ha una variabile con questo nome.',
    );
  });

  it.each([
    ['a model without input data takes the variables of the dossier', [literal({ id: 'd', expression: 'a + b' })]],
    [
      'what an expression names itself is no requirement',
      [inputData('a'), literal({ id: 'd', needs: ['a'], expression: 'for i in a return {b: i, c: b}.c' })],
    ],
    [
      'names in a filter may be those of the elements',
      [inputData('a'), literal({ id: 'd', needs: ['a'], expression: 'count(a[size > 3])' })],
    ],
    [
      'names with spaces are found',
      [
        inputData('born').replace('<variable name="born"', '<variable name="date of birth"'),
        literal({ id: 'd', needs: ['born'], expression: 'date of birth' }),
      ],
    ],
  ])('%s', async (_fact, elements) => {
    expect(await namesOf(...elements)).toEqual([]);
  });
});
