import { describe, expect, it } from 'vitest';
import { holds, textAt, valueOf } from '../../../engine/core/expression.ts';

const place = {
  elementId: 'a',
  dossier: { variables: { n: 3, who: 'Ada', nobody: '' } },
  now: '2026-03-02T09:00:00.000Z',
};
const refused = (details: object) =>
  expect.objectContaining({ code: 'step.failed', details: expect.objectContaining({ elementId: 'a', ...details }) });

describe('an expression of the dialect', () => {
  it('gives the value that the dossier has for it', () => {
    expect(valueOf('= n + 1', place)).toBe(4);
    expect(() => valueOf('= n + "x"', place)).toThrow(refused({ expression: '= n + "x"' }));
  });

  it.each<[condition: string | undefined, outcome: boolean]>([
    [undefined, true],
    ['= n = 3', true],
    ['= n = 4', false],
    ['= null', false],
  ])('as a condition %s is %s', (condition, outcome) => {
    expect(holds(condition, place)).toBe(outcome);
  });

  it('as a condition is true or false, and nothing else', () => {
    expect(() => holds('= n', place)).toThrow(refused({ expression: '= n', found: '3', expected: 'true or false' }));
  });

  it('as a text is one with something in it', () => {
    expect(textAt('who', place)).toBe('who');
    expect(textAt('= who', place)).toBe('Ada');
    for (const [expression, found] of [
      ['= n', '3'],
      ['= nobody', '""'],
    ] as const)
      expect(() => textAt(expression, place)).toThrow(refused({ expression, found, expected: 'a text' }));
  });
});
