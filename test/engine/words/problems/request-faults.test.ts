import { expect, it } from 'vitest';
import { requestFaults, requestIssue } from '../../../../engine/words/problems/request-faults.ts';

it('a fault of a request is told with its parameters in the language of who reads', () => {
  const fault = { code: 'request.too-deep', params: { levels: 64 } } as const;
  expect(requestIssue('body', fault, 'it')).toEqual({
    path: 'body',
    code: 'request.too-deep',
    params: { levels: 64 },
    message: 'serve: al massimo 64 livelli uno dentro l’altro',
  });
  expect(requestIssue('body', fault, 'en').message).toBe('expected: at most 64 levels inside one another');
});

it('no fault reads alike in both languages', () => {
  const params = { levels: 1, from: '2026-03-02', to: '2026-03-01', days: 366 };
  const codes = Object.keys(requestFaults.it) as (keyof typeof requestFaults.it)[];
  expect(codes.filter((code) => requestFaults.it[code](params) === requestFaults.en[code](params))).toEqual([]);
});
