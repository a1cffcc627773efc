import { describe, expect, it } from 'vitest';
import { commandKeys } from '../../../forms/clerk/idempotency.ts';
import { CallProblem } from '../../../forms/contract/client.ts';

const counted = () => {
  let count = 0;
  return commandKeys(() => `key-${++count}`);
};

const refusal = (status: number) => new CallProblem({ type: 'about:blank', title: 'No', status, code: 'some.code' });

describe('the keys of commands', () => {
  it('the same command tried again keeps its key', () => {
    const keys = counted();
    keys.keyFor({ esito: 'accolta' });
    keys.settle(new TypeError('Failed to fetch'));
    expect(keys.keyFor({ esito: 'accolta' })).toBe('key-1');
  });

  it('another command gets another key', () => {
    const keys = counted();
    keys.keyFor({ esito: 'accolta' });
    expect(keys.keyFor({ esito: 'diniego' })).toBe('key-2');
  });

  it('a granted command gives its key up', () => {
    const keys = counted();
    keys.keyFor('claim');
    keys.settle();
    expect(keys.keyFor('claim')).toBe('key-2');
  });

  it('a refused command gives its key up', () => {
    const keys = counted();
    keys.keyFor('claim');
    keys.settle(refusal(409));
    expect(keys.keyFor('claim')).toBe('key-2');
  });

  it('a failing server leaves the fate open', () => {
    const keys = counted();
    keys.keyFor('claim');
    keys.settle(refusal(503));
    expect(keys.keyFor('claim')).toBe('key-1');
  });
});
