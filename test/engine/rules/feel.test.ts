import { describe, expect, it } from 'vitest';
import { evaluateFeel, evaluateStrict, parseFeel } from '../../../engine/rules/feel.ts';
import type { Json } from '../../../engine/kernel/types.ts';

const clock = '2026-01-31T23:30:00.000Z';

const values: readonly (readonly [expression: string, context: Record<string, Json>, value: Json, because: string])[] =
  [
    ['a + 1', { a: 1 }, 2, 'arithmetic'],
    ['= a + 1', { a: 1 }, 2, 'the mark of Zeebe is left out'],
    ['a.b', { a: {} }, null, 'an answer not given is null'],
    ['a.b.c = null', { a: {} }, true, 'also further down'],
    ['a', { a: null }, null, 'null stays null'],
    ['date("2026-01-01") + duration("P30D")', {}, '2026-01-31', 'dates are ISO text'],
    ['duration("P30D")', {}, 'P30D', 'durations are ISO text'],
    ['[date("2026-01-01"), {d: @"PT1H"}]', {}, ['2026-01-01', { d: 'PT1H' }], 'inside lists and contexts too'],
    ['today()', {}, '2026-02-01', 'it is already the next day in Italy'],
    ['now() - duration("PT30M")', {}, '2026-02-01T00:00:00@Europe/Rome', 'now is the given instant'],
    ['if x then 1 else 2', { x: null }, 2, 'null is not true'],
  ];

describe('an expression', () => {
  it.each(values)('%s with %j gives %j: %4$s', (expression, context, value) => {
    expect(evaluateStrict(expression, context, clock)).toEqual({ ok: true, value });
    expect(evaluateFeel(expression, context, clock)).toEqual(value);
  });

  const failing = ['missing', 'missing > 3', 'nope(1)', 'number("x")', '1 + "a"', '1 +', 'function(x) x', '[1..3]'];
  it.each(failing)('%s is an error when strict and null otherwise', (expression) => {
    expect(evaluateStrict(expression, {}, clock)).toEqual({
      ok: false,
      failure: expect.objectContaining({ code: expect.stringMatching(/./) }),
    });
    expect(evaluateFeel(expression, {}, clock)).toBeNull();
  });

  it.each(['today()', 'now()'])('%s never reads the clock of the machine', (expression) => {
    expect(evaluateStrict(expression, {})).toMatchObject({ ok: false });
    expect(evaluateFeel(expression, {})).toBeNull();
  });
});

describe('the syntax check', () => {
  it('finds nothing in a right expression', () => {
    expect(parseFeel('= if a > 1 then "x" else b.c')).toEqual([]);
  });

  it('knows names with spaces from the context', () => {
    expect(parseFeel('applicant age > 18', { 'applicant age': null })).toEqual([]);
  });

  it('tells where the mistake is', () => {
    expect(parseFeel('= a + * 2')).toMatchObject([{ expression: 'a + * 2', position: 4 }]);
  });
});
