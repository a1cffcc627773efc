import { behaviours } from './behaviours/table.ts';
import { settleScope } from './behaviours/sub-process.ts';
import type { Program } from './program.ts';
import { beginRun, endRun, nodeAt, placeToken } from './run.ts';
import type { Run } from './run.ts';
import { readState, rootScopeId } from './state.ts';
import { applyTrigger } from './triggers.ts';
import { ExecutionProblem } from './types.ts';
import type { ExecutionState, Instant, Move, Trigger, Variables } from './types.ts';

/** So many transitions in one step mean that it will never come to rest. */
export const maxTransitions = 100_000;

/**
 * Starts an instance at the none start event of the process (or, without one, at its message or timer start event)
 * and runs it until it rests.
 * @throws ExecutionProblem
 */
export function start(program: Program, variables: Variables, now: Instant): Move {
  return startAt(program, program.starts[''] ?? '', { variables, now });
}

/**
 * Starts an instance at a named start event of the process and runs it until it rests.
 * @throws ExecutionProblem `start.unknown` when the process has no such start event
 */
export function startAt(
  program: Program,
  startEventId: string,
  { variables, now }: { readonly variables: Variables; readonly now: Instant },
): Move {
  const node = program.nodes[startEventId];
  if (node?.type !== 'bpmn:StartEvent' || node.parent !== undefined) {
    const message = `Il processo ${program.processId} non ha l’evento iniziale «${startEventId}».`;
    throw new ExecutionProblem('start.unknown', message, { elementId: startEventId });
  }
  const scopes = [{ id: rootScopeId, vars: variables }];
  const run = beginRun(program, { counter: 1, scopes, tokens: [], waits: [] }, now);
  placeToken(run, { id: 't1', at: startEventId, scope: rootScopeId });
  return finish(run);
}

/**
 * Gives a trigger to a resting instance and runs it until it rests again. The state given is not changed.
 * @throws ExecutionProblem and then nothing of the step holds
 */
// eslint-disable-next-line max-params -- the four that the port of all executors gives
export function advance(program: Program, state: ExecutionState, trigger: Trigger, now: Instant): Move {
  const run = beginRun(program, readState(state), now);
  applyTrigger(run, trigger);
  return finish(run);
}

function finish(run: Run): Move {
  work(run);
  if (run.tokens.size === 0) run.ended ??= 'completed';
  else if (run.waits.size === 0) throw stuck(run);
  return endRun(run);
}

// The queue only grows while it is worked through; first come, first served.
function work(run: Run): void {
  for (let done = 0; done < run.queue.length; done += 1) {
    const next = run.queue[done];
    if (done >= maxTransitions) throw endless(run);
    if (next?.type === 'settle') settleScope(run, next.scope);
    if (next?.type === 'enter') enter(run, next.token);
  }
}

// A token may have been taken away since it was sent on its way.
function enter(run: Run, tokenId: string): void {
  const token = run.tokens.get(tokenId);
  if (token === undefined) return;
  const node = nodeAt(run, token.at);
  behaviours[node.type](run, token, node);
}

function endless(run: Run): ExecutionProblem {
  const elementId = [...run.tokens.values()].at(-1)?.at;
  const message = `L’esecuzione non si ferma: oltre ${maxTransitions} passaggi senza attese, l’ultimo in ${elementId}.`;
  return new ExecutionProblem('step.endless', message, elementId === undefined ? {} : { elementId });
}

// An instance with tokens but without waits could never move again.
function stuck(run: Run): ExecutionProblem {
  const elementId = [...run.tokens.values()][0]?.at ?? '';
  const message = `L’esecuzione resta ferma in ${elementId}: aspetta un flusso dal quale non arriverà più nulla.`;
  return new ExecutionProblem('step.stuck', message, { elementId });
}
