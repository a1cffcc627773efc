import { describe, expect, it } from 'vitest';
import { evaluateFeel, evaluateStrict, readPattern } from '../../../../engine/rules/feel.ts';

const tooMuch = { ok: false, failure: { code: 'too-much', params: {} } };
const thousand = { list: Array.from({ length: 1000 }, (_, index) => ({ place: index, name: `n${index}` })) };

describe('the budget of an evaluation', () => {
  it.each([
    ['loops inside loops', 'for i in 1..900, j in 1..900, k in 1..900 return i'],
    [
      'loops one after the other',
      `[${Array.from({ length: 12 }, () => 'count(for i in 1..100000 return i)').join(', ')}]`,
    ],
    ['a function that calls itself twice', '{f: function(n) if n < 2 then n else f(n - 1) + f(n - 2), r: f(60)}.r'],
    ['a text that doubles', 'for i in 1..60 return if i = 1 then "0123456789" else partial[-1] + partial[-1]'],
    [
      'a text joined of itself',
      'for i in 1..60 return if i = 1 then "abc" else string join([partial[-1], partial[-1]], "")',
    ],
    ['a list that doubles', 'for i in 1..60 return if i = 1 then [1] else concatenate(partial[-1], partial[-1])'],
    ['a list that holds itself many times', 'for i in 1..60 return [partial, partial]'],
    ['the text of such a list', 'string(for i in 1..60 return [partial, partial])'],
    [
      'the comparison of two such lists',
      '(for i in 1..60 return [partial, partial]) = (for i in 1..60 return [partial, partial])',
    ],
    ['a search in such a list', 'list contains((for i in 1..60 return [partial, partial]), 1)'],
    ['distinct values of a long list', 'distinct values(for i in 1..200000 return i)'],
    ['a condition on every pair', 'some i in 1..5000, j in 1..5000 satisfies i * j = -1'],
    ['a filter in a loop', 'for i in 1..2000 return list[place = i]'],
  ])('is one for the whole: %s is refused', (_name, expression) => {
    expect(evaluateStrict(expression, thousand)).toEqual(tooMuch);
    expect(evaluateFeel(expression, thousand)).toBeNull();
  });

  it.each([
    ['count(list[place > 500])', 499],
    ['count(for i in 1..100000 return i)', 100_000],
    ['sort(list, function(a, b) a.place > b.place)[1].place', 999],
    ['sum(for i in 1..200 return count(list))', 200_000],
    ['count(distinct values(for i in 1..2000 return i))', 2000],
  ])('is enough for ordinary work: %s', (expression, value) => {
    expect(evaluateStrict(expression, thousand)).toEqual({ ok: true, value });
  });
});

describe('a regular expression', () => {
  const many = 'a'.repeat(50_000);

  it.each(['(a+)+$', '(a|aa)+$', '(a*)*b', '([a-z]+)*$', '(.*a){20}$', '^(a?){40}(a){40}$'])(
    'ends in time: %s',
    (pattern) => {
      expect(typeof readPattern(pattern)?.test(`${many}!`)).toBe('boolean');
      expect(evaluateStrict('matches(text, pattern)', { text: `${many.slice(0, 2000)}!`, pattern })).toEqual({
        ok: true,
        value: readPattern(pattern)?.test(`${many.slice(0, 2000)}!`),
      });
    },
  );

  it('spends the budget on a long text with a long pattern', () => {
    expect(evaluateStrict('matches(text, "(a{1,100}b){1,10}")', { text: many.repeat(20) })).toEqual(tooMuch);
  });

  it.each(['(', '[', '(a)\\1', '(?=a)', '(?<=a)b', 'a{2,1}'])('is none that has no bounded time: %s', (pattern) => {
    expect(readPattern(pattern)).toBeUndefined();
    expect(evaluateStrict('matches("a", pattern)', { pattern }).ok).toBe(false);
  });

  it.each([
    ['matches("40121", "^\\d{5}$")', true],
    ['matches("Città", "^\\p{L}+$")', true],
    ['matches("A B", "a b", "i")', true],
    ['matches("a\\nb", "a.b")', false],
    ['matches("a\\nb", "a.b", "s")', true],
    ['matches("ab", "a b", "x")', true],
    ['replace("abcd", "(ab)|(a)", "[1=$1][2=$2]")', '[1=ab][2=]cd'],
    ['replace("abc", "b", "[$0]")', 'a[b]c'],
    ['replace("abc", "b", "\\$")', 'a$c'],
    ['split("a;b;;", ";")', ['a', 'b', '', '']],
    ['matches("a", "a", "q")', null],
  ])('%s', (expression, value) => {
    expect(evaluateFeel(expression, {})).toEqual(value);
  });
});
