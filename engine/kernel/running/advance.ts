import { behaviourOf } from './behaviours/table.ts';
import { releaseJoins } from './joins.ts';
import type { Program } from '../program.ts';
import { resolveWait } from './resolve.ts';
import { beginRun, closeWaitsOf, endRun, nodeAt, scopeOf } from './run.ts';
import type { Run, Work } from './run.ts';
import { settleScope } from './settle.ts';
import { placeStart } from './start.ts';
import type { Start } from './start.ts';
import { readState, rootScopeId } from './state.ts';
import { throwEvent } from './throwing.ts';
import { applyTrigger } from './triggers.ts';
import { ExecutionProblem } from '../types.ts';
import type { ExecutionState, Instant, Move, Trigger, Variables } from '../types.ts';
import { examineConditions } from './waits.ts';

/** So many transitions in one step mean that it will never come to rest. */
export const maxTransitions = 100_000;

/**
 * Starts an instance at the none start event of the process (or, without one, at the event or elements it begins with)
 * and runs it until it rests.
 * @throws ExecutionProblem
 */
export function start(program: Program, variables: Variables, now: Instant): Move {
  return run(program, { variables, now });
}

/**
 * Starts an instance at what set it off: a start event, a receive task or an event behind an event-based gateway that
 * opens the process; and runs it until it rests.
 * @throws ExecutionProblem `start.unknown` when the process has no such beginning
 */
export function startAt(program: Program, elementId: string, input: Omit<Start, 'elementId'>): Move {
  return run(program, { ...input, elementId });
}

/**
 * Gives a trigger to a resting instance and runs it until it rests again. The state given is not changed.
 * @throws ExecutionProblem and then nothing of the step holds
 */
// eslint-disable-next-line max-params -- the four that the port of all executors gives
export function advance(program: Program, state: ExecutionState, trigger: Trigger, now: Instant): Move {
  const step = beginRun(program, readState(state), now);
  applyTrigger(step, trigger);
  return finish(step);
}

function run(program: Program, beginning: Start): Move {
  const declared = Object.fromEntries((program.declared[''] ?? []).map((name) => [name, null]));
  const scopes = [{ id: rootScopeId, vars: { ...declared, ...beginning.variables } }];
  const step = beginRun(program, { counter: 0, scopes, tokens: [], waits: [] }, beginning.now);
  placeStart(step, beginning);
  return finish(step);
}

function finish(step: Run): Move {
  work(step);
  if (step.tokens.size === 0) {
    step.ended ??= { reason: 'completed' };
    closeWaitsOf(step, scopeOf(step, rootScopeId));
  } else if (step.waits.size === 0) throw stuck(step);
  return endRun(step);
}

// The queue only grows while it is worked through; first come, first served. Joins that wait for what may still come
// are asked when nothing else moves.
function work(step: Run): void {
  let done = 0;
  if (step.hasChanged) examineConditions(step);
  do {
    for (; done < step.queue.length; done += 1) {
      const next = step.queue[done];
      if (done >= maxTransitions) throw endless(step);
      if (next !== undefined) doWork(step, next);
      if (step.hasChanged) examineConditions(step);
    }
  } while (releaseJoins(step));
}

// A token or wait may have been taken away since it was put into the queue.
function doWork(step: Run, work: Work): void {
  if (work.type === 'settle') return settleScope(step, work.scope);
  if (work.type === 'met') {
    const wait = step.waits.get(work.wait);
    if (wait !== undefined) resolveWait(step, wait, {});
    return;
  }
  const token = step.tokens.get(work.token);
  if (token === undefined) return;
  if (work.type === 'throw') return throwEvent(step, token, { event: work.event, payload: {} });
  const node = nodeAt(step, token.at);
  behaviourOf(node.type)(step, token, node);
}

function endless(step: Run): ExecutionProblem {
  const elementId = [...step.tokens.values()].at(-1)?.at;
  return new ExecutionProblem({ code: 'step.endless', params: elementId === undefined ? {} : { elementId } });
}

// An instance with tokens but without waits could never move again.
function stuck(step: Run): ExecutionProblem {
  const elementId = [...step.tokens.values()][0]?.at ?? '';
  return new ExecutionProblem({ code: 'step.stuck', params: { elementId } });
}
