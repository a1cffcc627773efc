import { ExecutionProblem } from '../kernel/types.ts';
import type { ExecutionState, Instant, Move, Trigger, Variables } from '../kernel/types.ts';
import type { Beginning, Executor } from './port.ts';

/** What an executor was asked. */
export type Asked =
  | { readonly type: 'start'; readonly input: Variables; readonly now: Instant; readonly at?: Beginning }
  | { readonly type: 'advance'; readonly state: ExecutionState; readonly trigger: Trigger; readonly now: Instant };

/** A call of an executor: what it was asked, and what it gave or why it refused. */
export type ExecutorCall = Asked &
  ({ readonly move: Move; readonly problem?: never } | { readonly problem: ExecutionProblem; readonly move?: never });

/** An executor that works like another one, and what it has been called with so far, in order. */
export interface Recording<Program> {
  readonly executor: Executor<Program>;
  readonly calls: readonly ExecutorCall[];
}

/** Listens to all that an executor is asked and answers. */
export function recordingOf<Program>(executor: Executor<Program>): Recording<Program> {
  const calls: ExecutorCall[] = [];
  const noted = async (asked: Asked, answer: Promise<Move>): Promise<Move> => {
    try {
      const move = await answer;
      calls.push({ ...asked, move });
      return move;
    } catch (problem) {
      if (problem instanceof ExecutionProblem) calls.push({ ...asked, problem });
      throw problem;
    }
  };
  return {
    calls,
    executor: {
      // eslint-disable-next-line max-params -- the four of the port
      start: (program, input, now, at) =>
        noted({ type: 'start', input, now, ...(at && { at }) }, executor.start(program, input, now, at)),
      // eslint-disable-next-line max-params -- the four of the port
      advance: (program, state, trigger, now) =>
        noted({ type: 'advance', state, trigger, now }, executor.advance(program, state, trigger, now)),
    },
  };
}
