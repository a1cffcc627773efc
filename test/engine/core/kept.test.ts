import { expect, it } from 'vitest';
import { kept } from '../../../engine/core/kept.ts';

it('a value is computed once for each text', () => {
  const asked: string[] = [];
  const lengthOf = kept((text) => asked.push(text) && text.length);
  expect([lengthOf('uno'), lengthOf('sette'), lengthOf('uno')]).toEqual([3, 5, 3]);
  expect(asked).toEqual(['uno', 'sette']);
});

it('nothing is a value that is kept too', () => {
  let asked = 0;
  const find = kept((): undefined => void (asked += 1));
  expect([find('a'), find('a'), asked]).toEqual([undefined, undefined, 1]);
});

it('a computation that failed is tried again', () => {
  let asked = 0;
  const once = kept((text) => {
    asked += 1;
    if (asked === 1) throw new Error('not yet');
    return text;
  });
  expect(() => once('a')).toThrow('not yet');
  expect(once('a')).toBe('a');
});

it('no more than five thousand values stay', () => {
  let asked = 0;
  const count = kept(() => (asked += 1));
  for (let each = 0; each <= 5000; each += 1) count(String(each));
  expect(count('0')).toBe(5002);
});
