import { describe, expect, test } from 'vitest';
import { isSame, mergeAnswers } from '../../../../forms/citizen/apply/merge.ts';

describe('joining two versions of a draft', () => {
  test('a field changed only here stays as it is here', () => {
    expect(mergeAnswers({ a: '1' }, { a: '2' }, { a: '1' })).toEqual({ answers: { a: '2' }, takenKeys: [] });
  });

  test('a field changed only elsewhere is taken from there', () => {
    expect(mergeAnswers({ a: '1' }, { a: '1' }, { a: '3' })).toEqual({ answers: { a: '3' }, takenKeys: ['a'] });
  });

  test('a field changed on both sides keeps the newer save', () => {
    expect(mergeAnswers({ a: '1' }, { a: '2' }, { a: '3' })).toEqual({ answers: { a: '2' }, takenKeys: [] });
  });

  test('a field added elsewhere comes in', () => {
    expect(mergeAnswers({}, { a: '1' }, { b: '2' }).answers).toEqual({ a: '1', b: '2' });
  });

  test('a field removed on one side is gone', () => {
    expect(mergeAnswers({ a: '1', b: '2' }, { b: '2' }, { a: '1' }).answers).toEqual({});
  });

  test('the order of members makes no difference', () => {
    expect(isSame([{ a: 1, b: [true, null] }], [{ b: [true, null], a: 1 }])).toBe(true);
    expect(isSame({ a: 1 }, { a: 1, b: null })).toBe(false);
    expect(isSame([1], { 0: 1 })).toBe(false);
  });
});
