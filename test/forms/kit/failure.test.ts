import { describe, expect, it } from 'vitest';
import { CallProblem } from '../../../forms/contract/client.ts';
import { isRefusal, isSignedOut, isUnreachable, problemOf } from '../../../forms/kit/failure.ts';

const refusal = (status: number, code = 'some.code') =>
  new CallProblem({ type: 'about:blank', title: 'No', status, code });

describe('a failed call', () => {
  it('of the server is shown in its own words', () => {
    expect(problemOf(refusal(409))).toMatchObject({ title: 'No', status: 409 });
  });

  it('without an answer says to check the connection', () => {
    expect(problemOf(new TypeError('Failed to fetch'))).toMatchObject({ code: 'service.unreachable' });
  });

  it('with an answer outside the contract says so', () => {
    expect(problemOf(new Error('Invalid input'))).toMatchObject({ code: 'service.unreadable' });
  });

  it.each([
    [refusal(404), false],
    [refusal(503), true],
    [new TypeError('Failed to fetch'), true],
  ])('is worth another try only without a refusal: %s', (error, isWorthIt) => {
    expect(isUnreachable(error)).toBe(isWorthIt);
  });

  it('with status 401 means that nobody is signed in', () => {
    expect(isSignedOut(refusal(401))).toBe(true);
    expect(isSignedOut(refusal(403))).toBe(false);
  });

  it('is recognised by the codes of its refusal', () => {
    expect(isRefusal(refusal(404, 'task.not-found'), 'wait.not-open', 'task.not-found')).toBe(true);
    expect(isRefusal(new TypeError('Failed to fetch'), 'task.not-found')).toBe(false);
  });
});
