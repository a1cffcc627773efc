import { CallProblem } from '../contract/client.ts';

/** The stable code of a refused call; undefined when the server did not answer at all. */
export const codeOf = (error: unknown): string | undefined =>
  error instanceof CallProblem ? error.problem.code : undefined;

/** True when the server says that nobody is signed in (any more). */
export const isSignedOut = (error: unknown): boolean => codeOf(error) === 'session.required';

/** True when the server did not answer, or not as a server should: trying again may help. */
export const isUnreachable = (error: unknown): boolean =>
  !(error instanceof CallProblem) || error.problem.status >= 500;
