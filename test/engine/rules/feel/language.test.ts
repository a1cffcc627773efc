import { describe, expect, it } from 'vitest';
import { evaluateFeel, evaluateStrict } from '../../../../engine/rules/feel.ts';
import { feelFailureInWords } from '../../../../engine/words/running/words.ts';
import type { Json } from '../../../../engine/kernel/types.ts';

type Case = readonly [expression: string, value: Json, because: string];

const people = [
  { name: 'Ada', age: 36, 'home-town': 'Modena' },
  { name: 'Bice', age: 12 },
];
const context = { people, n: 5, nothing: null, tax: 3, rate: 1 };

const families: Readonly<Record<string, readonly Case[]>> = {
  arithmetic: [
    ['0.1 + 0.2', 0.3, 'numbers are decimal'],
    ['1.1 * 3', 3.3, 'also multiplied'],
    ['2 ** 3 + 1', 9, 'powers bind tighter'],
    ['- (3 - 5)', 2, 'a sign before brackets'],
    ['"a" + "b"', 'ab', 'texts are joined'],
  ],
  equality: [
    ['1 = "1"', null, 'nothing is converted'],
    ['[1] = 1', null, 'a list of one is not its element'],
    ['nothing = 1', false, 'null differs from all else'],
    ['{a: 1, b: 2} = {b: 2, a: 1}', true, 'the order of entries does not count'],
    ['@"10:00:00Z" = @"11:00:00+01:00"', true, 'the same instant'],
    ['@"10:00:00" = @"10:00:00Z"', false, 'a local time is in no zone'],
    ['@"10:00:00Z" = @"10:00:00@Etc/UTC"', true, 'zones are compared by their offset, not their name'],
    ['@"10:00:00+00:00" = @"10:00:00@Etc/UTC"', true, 'the same, written as an offset'],
    ['@"10:00:00+02:00" = @"10:00:00+01:00"', false, 'another offset'],
    ['@"2026-07-08T10:00:00+02:00" = @"2026-07-08T10:00:00@Europe/Rome"', true, 'the offset of that day'],
    ['@"2026-07-08T10:00:00+01:00" = @"2026-07-08T10:00:00@Europe/Rome"', false, 'which is not that of winter'],
    ['@"2026-12-08T00:00:00+00:00" = @"2026-12-08T00:00:00@Etc/UTC"', true, 'the same instant'],
    ['@"2026-12-08T10:00:00@Europe/Rome" = @"2026-12-08T14:30:00@Asia/Kolkata"', true, 'wherever it is told'],
    ['@"2026-12-08T00:00:00" = @"2026-12-08T00:00:00@Asia/Dhaka"', false, 'one is in no zone'],
    ['(= 5) = [5..5]', true, 'a range of one value'],
    ['(!= 5) = (!= 5)', true, 'all but the same value'],
    ['(!= 5) = (5..5)', false, 'nothing is not all the rest'],
  ],
  logic: [
    ['nothing > 3', null, 'what is not known is not compared'],
    ['nothing > 3 or n = 5', true, 'one truth settles it'],
    ['nothing > 3 and n = 4', false, 'one untruth settles it'],
    ['n between 1 and 5', true, 'both ends are within'],
    ['n in (1, > 4)', true, 'one test has to hold'],
    ['n in [[1..2], [5..9]]', true, 'ranges in a list are looked into'],
    ['if nothing then 1 else 2', 2, 'null is not true'],
  ],
  lists: [
    ['[1, 2, 3][-1]', 3, 'places count from the end'],
    ['[1, 2, 3][9]', null, 'no such place'],
    ['people[age > 18].name', ['Ada'], 'elements are filtered by their own names'],
    ['people[home-town = "Modena"].name', ['Ada'], 'also when only some have it'],
    ['for i in 1..3, j in 1..i return i * j', [1, 2, 4, 3, 6, 9], 'inner loops see the outer'],
    ['for i in 3..1 return i', [3, 2, 1], 'downwards'],
    ['for i in [1, 2, 3] return if i = 1 then 1 else i * partial[-1]', [1, 2, 6], 'earlier results are at hand'],
    ['for d in @"2026-02-27"..@"2026-03-01" return d', ['2026-02-27', '2026-02-28', '2026-03-01'], 'over days'],
    ['some p in people satisfies p.age < 18', true, 'one is enough'],
    ['every p in people satisfies p.age < 18', false, 'all are needed'],
  ],
  functions: [
    ['(function(a: number, b: number) a - b)(b: 1, a: 3)', 2, 'arguments go by name'],
    ['{twice: function(x) 2 * x, y: twice(4)}.y', 8, 'entries see the ones before'],
    ['{"__proto__": 1}.n', null, 'no name of an entry is special'],
    ['count([1, 2])', 2, 'built in'],
    ['substring(string: "abc", start position: 2)', 'bc', 'built-in parameters have names too'],
  ],
  types: [
    ['1 instance of number', true, 'a base type'],
    ['[1, "a"] instance of list<number>', false, 'every element has to fit'],
    ['{a: 1} instance of context<a: number>', true, 'every entry has to fit'],
    ['@"P1Y" instance of years and months duration', true, 'durations in months'],
    ['nothing instance of number', false, 'null is of no type'],
  ],
  names: [
    ['tax-rate', 2, 'a subtraction where no such name is known'],
    ['[1..3].start included', true, 'ranges have properties'],
    ['(< 5).start', null, 'what is below has no start'],
    ['(< 5).end', 5, 'its end is the limit'],
    ['(< 5).start included', false, 'nothing is included there'],
    ['(<= 5).end included', true, 'the limit is'],
    ['(> 5).start', 5, 'what is above starts at the limit'],
    ['(> 5).end', null, 'and has no end'],
    ['(>= 5).start included', true, 'the limit is included'],
    ['(= 5).start', 5, 'one value is a range'],
    ['(= 5).end included', true, 'from it to it'],
    ['(!= 5).end', 5, 'what excepts a value has it for its ends'],
    ['(!= 5).start included', false, 'and does not hold it'],
    ['string((!= 5))', '!=5', 'it is written as it is meant'],
    ['[4 in {r: (!= 5)}.r, 5 in {r: (!= 5)}.r]', [true, false], 'it holds all the rest'],
    ['@"2026-03-31".weekday', 2, 'dates too'],
    ['@"2026-03-31T10:00:00+02:00".time offset', 'PT2H', 'and zones'],
    ['@"P1Y5M".months', 5, 'and durations'],
  ],
};

describe.each(Object.entries(families))('%s', (_family, cases) => {
  it.each(cases)('%s is %j: %s', (expression, value) => {
    expect(evaluateStrict(expression, context)).toEqual({ ok: true, value });
  });
});

describe('a name with a sign in it', () => {
  it('is read as one where the context holds it', () => {
    expect(evaluateFeel('tax-rate', { 'tax-rate': 9, tax: 3, rate: 1 })).toBe(9);
    expect(evaluateFeel('tax-rate', { tax: 3, rate: 1 })).toBe(2);
  });

  it('is read as one inside what the context holds', () => {
    expect(evaluateFeel('sum(l.tax-rate)', { l: [{ 'tax-rate': 4 }, { 'tax-rate': 5 }] })).toBe(9);
  });
});

describe('a failure', () => {
  const failing: readonly Case[] = [
    ['unknown + 1', null, 'la variabile «unknown» non esiste'],
    ['nope(1)', null, 'la funzione «nope» non esiste'],
    ['1 < "a"', null, 'number e string non si possono confrontare con «<»'],
    ['1 / 0', null, 'l’operazione «/» non è definita fra number e number'],
    ['n.years', null, 'number non ha «years»'],
    ['@"2026-02-30"', null, '@"2026-02-30" non è una data, un’ora o una durata'],
    ['{a: 1, a: 2}', null, 'la chiave «a» compare due volte nel contesto'],
    ['if 1 then 2 else 3', null, 'la condizione di «if» deve essere vera o falsa, non number'],
    ['[1, 2]["a"]', null, 'un filtro deve dare vero o falso, non string'],
    ['number("x")', null, '«number("x")» non si può calcolare'],
    ['@"2026-03-31".constructor', null, 'date non ha «constructor»'],
    ['{f: function(x) f(x), r: f(1)}.r', null, 'il calcolo non finisce o è troppo grande'],
    ['for i in 1..2000, j in 1..2000 return i', null, 'il calcolo non finisce o è troppo grande'],
  ];

  it.each(failing)('in %s gives null, and a sentence when strict', (expression, value, message) => {
    expect(evaluateFeel(expression, { n: 5 })).toBe(value);
    const outcome = evaluateStrict(expression, { n: 5 });
    expect(outcome.ok ? 'a value' : feelFailureInWords(outcome.failure, 'it')).toBe(message);
  });
});
