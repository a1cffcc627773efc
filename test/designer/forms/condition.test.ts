import { fc } from '../../support/random.ts';
import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../forms/schema/feel.ts';
import {
  hideUnless,
  printCondition,
  readCondition,
  shownWhen,
  type Condition,
  type Test,
} from '../../../designer/forms/model/condition.ts';

const name = fc.constantFrom('tipo', 'minori', 'accetto');
const value = fc.oneof(fc.string({ maxLength: 8 }), fc.integer({ min: -50, max: 50 }));
const anyTest: fc.Arbitrary<Test> = fc.oneof(
  fc.record({ name, asks: fc.constantFrom('filled' as const, 'empty' as const, 'yes' as const, 'no' as const) }),
  fc.record({ name, asks: fc.constantFrom('is' as const, 'is-not' as const, 'includes' as const), value }),
  fc.record({
    name,
    asks: fc.constantFrom('more' as const, 'less' as const),
    value: fc.integer({ min: -50, max: 50 }),
  }),
);
const anyCondition: fc.Arbitrary<Condition> = fc
  .record({
    joined: fc.constantFrom('and' as const, 'or' as const),
    tests: fc.array(anyTest, { minLength: 1, maxLength: 4 }),
  })
  // One test is joined by nothing; it is read back as the usual one.
  .map((condition) => (condition.tests.length === 1 ? { ...condition, joined: 'and' } : condition));

describe('a condition chosen from lists', () => {
  it('is read back from the FEEL it was written as', () => {
    fc.assert(
      fc.property(anyCondition, (condition) => {
        expect(readCondition(`= ${printCondition(condition)}`)).toEqual(condition);
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    [{ name: 'tipo', asks: 'is', value: 'a' }, { tipo: 'a' }, true],
    [{ name: 'tipo', asks: 'is-not', value: 'a' }, { tipo: 'a' }, false],
    [{ name: 'tipo', asks: 'filled' }, { tipo: 'a' }, true],
    [{ name: 'tipo', asks: 'empty' }, { tipo: null }, true],
    [{ name: 'tipo', asks: 'includes', value: 'b' }, { tipo: ['a', 'b'] }, true],
    [{ name: 'minori', asks: 'more', value: 2 }, { minori: 3 }, true],
    [{ name: 'minori', asks: 'less', value: 2 }, { minori: 3 }, false],
    [{ name: 'accetto', asks: 'yes' }, { accetto: true }, true],
    [{ name: 'accetto', asks: 'no' }, { accetto: true }, false],
  ] as const)('%j of %j is %s', (test, answers, holds) => {
    expect(evaluate(printCondition({ joined: 'and', tests: [test] }), answers)).toBe(holds);
  });

  it.each([
    '= not(a = 1)',
    '= a + 1',
    '= a.b = 1',
    '= a = b',
    '= (a = 1 or b = 2) and c = 3',
    '= a in (1, 2)',
    '=',
    '= a = 1 and',
  ])('cannot be made of «%s»', (expression) => {
    expect(readCondition(expression)).toBeUndefined();
  });
});

describe('showing', () => {
  it.each([
    ['= not(tipo = "a")', 'tipo = "a"'],
    ['=not(tipo = "a" or b)', 'tipo = "a" or b'],
    ['= not(a) or b', 'not(not(a) or b)'],
    ['= a = 1', 'not(a = 1)'],
    ['', ''],
  ])('%s is hiding what does not meet: %s', (hide, shown) => {
    expect(shownWhen(hide)).toBe(shown);
  });

  it('under a condition hides under the opposite', () => {
    expect(shownWhen(hideUnless('a = 1'))).toBe('a = 1');
  });
});
