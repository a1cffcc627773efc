import { CallProblem } from '../contract/client.ts';
import type { ProblemBody } from '../contract/problem.ts';
import { t } from '../text/text.ts';

/** Gives the problem to show for whatever a call failed with: the server's own, or one for the network or our defect. */
export function problemOf(error: unknown): ProblemBody {
  if (error instanceof CallProblem) return error.problem;
  const offline = error instanceof TypeError;
  return {
    type: 'about:blank',
    status: 0,
    code: offline ? 'service.unreachable' : 'service.unreadable',
    title: t(offline ? 'clerk.problem.networkTitle' : 'clerk.problem.unreadableTitle'),
    detail: t(offline ? 'clerk.problem.networkDetail' : 'clerk.problem.unreadableDetail'),
  };
}

/** Says whether a call was refused with one of these problem codes. */
export function isRefusal(error: unknown, ...codes: readonly string[]): boolean {
  return error instanceof CallProblem && codes.includes(error.problem.code);
}
