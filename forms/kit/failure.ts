import { CallProblem } from '../contract/client.ts';
import type { ProblemBody } from '../contract/problem.ts';
import { t } from '../text/text.ts';

/** The stable code of a refused call; undefined when the server did not answer at all. */
export const codeOf = (error: unknown): string | undefined =>
  error instanceof CallProblem ? error.problem.code : undefined;

/** True when a call was refused with one of these problem codes. */
export const isRefusal = (error: unknown, ...codes: readonly string[]): boolean => codes.includes(codeOf(error) ?? '');

/** True when the server says that nobody is signed in (any more). */
export const isSignedOut = (error: unknown): boolean => error instanceof CallProblem && error.problem.status === 401;

/** True when the server did not answer, or not as a server should: trying again may help. */
export const isUnreachable = (error: unknown): boolean =>
  !(error instanceof CallProblem) || error.problem.status >= 500;

/** The problem to show for whatever a call failed with: the server's own, or one for the network or for our defect. */
export function problemOf(error: unknown): ProblemBody {
  if (error instanceof CallProblem) {
    const { problem } = error;
    return problem.code === 'service.unreadable' ? { ...problem, title: t('kit.problem.unreadableTitle') } : problem;
  }
  // What `fetch` rejects with when there is no answer; anything else is an answer that does not fit the contract.
  const isOffline = error instanceof TypeError;
  return {
    type: 'about:blank',
    status: 0,
    code: isOffline ? 'service.unreachable' : 'service.unreadable',
    title: t(isOffline ? 'kit.problem.unreachableTitle' : 'kit.problem.unreadableTitle'),
    detail: t(isOffline ? 'kit.problem.unreachableDetail' : 'kit.problem.unreadableDetail'),
  };
}
