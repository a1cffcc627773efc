import type { Middleware } from 'koa';
import type { Issue } from '../../forms/schema/document.ts';
import type { ProblemBody } from '../../forms/contract/problem.ts';
import type { Logger } from '../connect/log.ts';
import { outageLog } from '../connect/outage-log.ts';
import type { Language } from '../core/language.ts';
import { Problem, problems, type ProblemCode } from '../core/problem.ts';
import { ExecutionProblem } from '../kernel/types.ts';
import { faultOf, type Fault } from '../store/faults.ts';
import { detailInWords, problemWords } from '../words/problems/words.ts';
import { defined } from './present/defined.ts';
import { answerIn } from './language.ts';
import { noteRefusal } from './security-log.ts';

/** Where the meaning of a code is documented; RFC 9457 wants a URI, and a URN needs no page. */
const typeOf = (code: string): string => `urn:iter:problem:${code}`;

/** Turns whatever was thrown into a problem of the closed list; undefined when it is a defect of ours. */
export function expectedProblem(error: unknown): Problem | undefined {
  if (error instanceof Problem) return error;
  if (error instanceof ExecutionProblem) {
    return new Problem('step.failed', { failure: error.failure }, { cause: error });
  }
  const status = statusOf(error);
  if (status === 413) return new Problem('request.too-large', {}, { cause: error });
  if (status === 415) return new Problem('request.media-type', {}, { cause: error });
  if (status === 400) return new Problem('request.invalid', { expected: 'well-formed JSON' }, { cause: error });
  if (isUnreadableValue(error)) return new Problem('request.invalid', {}, { cause: error });
  const fault = faultOf(error);
  if (fault !== undefined) return new Problem(faultProblems[fault], {}, { cause: error });
  return undefined;
}

const faultProblems = { away: 'service.unavailable', full: 'service.out-of-space' } as const satisfies Record<
  Fault,
  ProblemCode
>;

/**
 * The body of a problem as it leaves (RFC 9457): title in the language asked for, stable code, and what the problem
 * lets be known.
 */
export function problemBody(problem: Problem, reference: string, language: Language): ProblemBody {
  const { issues, ...details } = problem.details;
  return {
    type: typeOf(problem.code),
    title: problemWords[language].titles[problem.code],
    status: problems[problem.code],
    ...defined({ detail: detailInWords(problem.details, language) }),
    code: problem.code,
    reference,
    ...(Array.isArray(issues) ? { issues: issues as Issue[] } : {}),
    ...(Object.keys(details).length === 0 ? {} : { details: toJson(details) }),
  };
}

/**
 * Answers every failure as problem+json. A defect says nothing to the outside but a reference; the log has it whole.
 */
export function problemMiddleware(log: Logger): Middleware {
  const outages = outageLog(log);
  return async (ctx, next) => {
    try {
      await next();
    } catch (error) {
      const reference = String(ctx.state['requestId']);
      const problem = expectedProblem(error);
      if (problem === undefined) log.error({ requestId: reference, err: error }, 'defect');
      else if (problem.status >= 500) outages.note(whatFailed(problem), problem);
      else log.debug({ requestId: reference, code: problem.code }, 'problem');
      if (problem !== undefined) noteRefusal(log, ctx, problem);
      ctx.status = problem === undefined ? 500 : problems[problem.code];
      const language = answerIn(ctx);
      const body = problem === undefined ? defectBody(reference, language) : problemBody(problem, reference, language);
      ctx.body = JSON.stringify(body);
      ctx.type = 'application/problem+json';
      ctx.set('cache-control', 'no-store');
      const wait = retryAfterOf(problem, ctx.status);
      if (wait !== undefined) ctx.set('retry-after', wait);
    }
  };
}

/** What an outage is told by: the part that a problem names, else its code. */
function whatFailed({ code, details: { service, part } }: Problem): string {
  return String(service ?? part ?? code);
}

/** In seconds. */
function retryAfterOf(problem: Problem | undefined, status: number): string | undefined {
  const wait = problem?.details['retryAfterSeconds'];
  if (typeof wait === 'number') return String(wait);
  return status === 503 ? '5' : undefined;
}

function defectBody(reference: string, language: Language): ProblemBody {
  return { type: 'about:blank', title: problemWords[language].defect, status: 500, code: 'service.defect', reference };
}

function statusOf(error: unknown): number | undefined {
  if (typeof error !== 'object' || error === null || !('status' in error)) return undefined;
  return typeof error.status === 'number' ? error.status : undefined;
}

/**
 * Values of a request that the database cannot read or hold: no id, no day, no instant, a number out of its range, a
 * character that is none. What reaches it from elsewhere was checked by a schema of ours.
 */
const unreadableValues = new Set(['22P02', '22007', '22008', '22003', '22021', '22P05']);
function isUnreadableValue(error: unknown): boolean {
  if (typeof error !== 'object' || error === null || !('code' in error)) return false;
  return typeof error.code === 'string' && unreadableValues.has(error.code);
}

/** Details are made of plain values; what JSON cannot hold is left out by going through it. */
function toJson(details: object): NonNullable<ProblemBody['details']> {
  return JSON.parse(JSON.stringify(details)) as NonNullable<ProblemBody['details']>;
}
