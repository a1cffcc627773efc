import { describe, expect, it } from 'vitest';
import { builtins } from '../../../../engine/rules/feel/builtins/index.ts';
import { evaluateStrict } from '../../../../engine/rules/feel.ts';
import type { Json } from '../../../../engine/kernel/types.ts';

const results: readonly (readonly [expression: string, value: Json])[] = [
  ['number("1 000,50", " ", ",")', 1000.5],
  ['string({a: [1, "b"]})', '{a: [1, "b"]}'],
  ['string(1.0E+0)', '1'],
  ['range("[1..5)").end', 5],
  ['substring("foobar", -3, 2)', 'ba'],
  ['string length("😀a")', 2],
  ['upper case("è")', 'È'],
  ['lower case("È")', 'è'],
  ['substring before("a-b-c", "-")', 'a'],
  ['substring after("a-b-c", "-")', 'b-c'],
  ['contains("foobar", "ob")', true],
  ['starts with("foobar", "fo")', true],
  ['ends with("foobar", "r")', true],
  ['matches("Foo", "^f", "i")', true],
  ['replace("abc", "(b)", "[$1]")', 'a[b]c'],
  ['matches("a-b", "a\\\\-b")', true],
  ['split("a;b;;c", ";")', ['a', 'b', '', 'c']],
  ['string join(["a", null, "b"], "-")', 'a-b'],
  ['decimal(2.5, 0)', 2],
  ['decimal(1.005, 2)', 1],
  ['round half up(1.005, 2)', 1.01],
  ['round half up(-5.5, 0)', -6],
  ['round half down(-5.5, 0)', -5],
  ['round up(-5.1, 0)', -6],
  ['round down(5.9, 0)', 5],
  ['floor(-1.5)', -2],
  ['ceiling(1.21, 1)', 1.3],
  ['abs(@"-P1D")', 'P1D'],
  ['modulo(-12, 5)', 3],
  ['modulo(1.1, 0.1)', 0],
  ['sqrt(16)', 4],
  ['log(1)', 0],
  ['exp(0)', 1],
  ['odd(-3)', true],
  ['even(4)', true],
  ['list contains([1, null], null)', true],
  ['list replace([2, 4], 2, 6)', [2, 6]],
  ['list replace([2, 4], function(item, newItem) item < newItem, 3)', [3, 4]],
  ['count([])', 0],
  ['count(7)', 1],
  ['min(3, 1, 2)', 1],
  ['max(["a", "c", "b"])', 'c'],
  ['max([@"2026-01-01", @"2026-02-01"])', '2026-02-01'],
  ['sum([])', null],
  ['sum([0.1, 0.2])', 0.3],
  ['mean([1, 2])', 1.5],
  ['product([2, 3])', 6],
  ['median([8, 2, 5, 3])', 4],
  ['stddev([2, 4, 7, 5])', 2.08166599946613],
  ['mode([6, 3, 9, 6, 6, 3, 3])', [3, 6]],
  ['all([true, null])', null],
  ['any([true, null])', true],
  ['sublist([4, 5, 6], -2, 1)', [5]],
  ['append([1], 2, 3)', [1, 2, 3]],
  ['concatenate([1], [2])', [1, 2]],
  ['insert before([1, 3], 2, 2)', [1, 2, 3]],
  ['remove([1, 2, 3], 2)', [1, 3]],
  ['reverse([1, 2])', [2, 1]],
  ['index of([1, 2, 1], 1)', [1, 3]],
  ['union([1, 2], [2, 3])', [1, 2, 3]],
  ['distinct values([1, 2, 1])', [1, 2]],
  ['flatten([[1], [[2]]])', [1, 2]],
  ['sort([3, 1, 2], function(a, b) a < b)', [1, 2, 3]],
  ['get value({a: {b: 1}}, ["a", "b"])', 1],
  ['get entries({a: 1})', [{ key: 'a', value: 1 }]],
  ['context([{key: "a", value: 1}])', { a: 1 }],
  ['context put({a: {b: 1}}, ["a", "b"], 2)', { a: { b: 2 } }],
  ['context merge([{a: 1}, {b: 2}])', { a: 1, b: 2 }],
  ['before([1..3], 5)', true],
  ['after(5, [1..3])', true],
  ['meets([1..3], [3..5])', true],
  ['met by([3..5], [1..3])', true],
  ['overlaps([1..4], [3..6])', true],
  ['overlaps before([1..4], [3..6])', true],
  ['overlaps after([3..6], [1..4])', true],
  ['finishes(3, [1..3])', true],
  ['finished by([1..3], [2..3])', true],
  ['includes([1..3], 2)', true],
  ['during(2, [1..3])', true],
  ['starts(1, [1..3])', true],
  ['started by([1..3], 1)', true],
  ['coincides([1..3], [1..3])', true],
  ['not(true)', false],
  ['day of year(@"2024-12-31")', 366],
  ['month of year(@"2026-03-31")', 'March'],
];

// The examples of DMN 1.5, 10.3.4.7, table 78, and open ends, which lie beyond every value.
const relations: readonly (readonly [expression: string, value: boolean])[] = [
  ['overlaps([5..8], [1..5))', false],
  ['overlaps((5..8], [1..5])', false],
  ['overlaps([5..8], [1..5])', true],
  ['overlaps([1..8], [3..5])', true],
  ['overlaps before([1..5], [5..8])', true],
  ['overlaps before([1..5], (5..8])', false],
  ['overlaps before([1..5), [5..8])', false],
  ['overlaps before([1..5), (1..5])', true],
  ['overlaps before([1..5], (1..5])', true],
  ['overlaps before([1..5], (1..5))', false],
  ['overlaps before([1..5), [1..5])', false],
  ['overlaps before([1..5], [1..5])', false],
  ['overlaps after([5..8], [1..5])', true],
  ['overlaps after((5..8], [1..5])', false],
  ['overlaps after((1..5], [1..5))', true],
  ['overlaps after((1..5], [1..5])', true],
  ['overlaps after((1..5), [1..5])', false],
  ['overlaps after([1..5], [1..5))', false],
  ['overlaps after((1..5], [1..6])', false],
  ['overlaps after((1..5], (1..5])', false],
  ['overlaps after((1..5], [2..5])', false],
  ['overlaps(range("(..5]"), range("[5..)"))', true],
  ['overlaps(range("(..5)"), range("[5..)"))', false],
  ['overlaps((<= 5), [3..8])', true],
  ['overlaps((< 5), (> 5))', false],
  ['overlaps((< 5), (= 3))', true],
  ['overlaps before(range("(..5]"), [3..8])', true],
  ['overlaps before(range("(..5]"), range("(..7]"))', false],
  ['overlaps after(range("[3..)"), range("(..5]"))', true],
];

describe('how ranges lie to each other', () => {
  it.each(relations)('%s is %j', (expression, value) => {
    expect(evaluateStrict(expression, {})).toEqual({ ok: true, value });
  });

  it('is not asked of what excepts a value', () => {
    expect(evaluateStrict('overlaps((!= 5), [1..3])', {})).toMatchObject({ ok: false });
  });
});

describe('a built-in function', () => {
  it.each(results)('%s gives %j', (expression, value) => {
    expect(evaluateStrict(expression, {})).toEqual({ ok: true, value });
  });

  it.each([
    'substring("a", 0)',
    'sqrt(-1)',
    'log(0)',
    'matches("a", "(")',
    'modulo(1, 0)',
    'sublist([1], 3)',
    'replace("a", "b*", "c")',
  ])('%s has no answer', (expression) => {
    expect(evaluateStrict(expression, {})).toMatchObject({ ok: false });
  });

  it.each(['string length(null)', 'contains(null, "a")', 'date(null)'])('%s is not known', (expression) => {
    expect(evaluateStrict(expression, {})).toEqual({ ok: true, value: null });
  });

  it('is tried here or with dates', () => {
    const elsewhere = ['date', 'time', 'date and time', 'duration', 'years and months duration', 'today', 'now', 'is'];
    const named = [...results.map(([expression]) => expression), ...elsewhere, 'day of week', 'week of year'];
    const untried = [...builtins.keys()].filter((name) => !named.some((each) => each.startsWith(name)));
    expect(untried).toEqual([]);
  });
});
