import { emptyScope } from '../kernel/running/flow.ts';
import { beginRun, endRun } from '../kernel/running/run.ts';
import { readState, rootScopeId } from '../kernel/running/state.ts';
import type { State } from '../kernel/running/state.ts';
import { ExecutionProblem } from '../kernel/types.ts';
import type { Instant, Move } from '../kernel/types.ts';
import type { Mirror } from './bpmn-engine/mirror.ts';
import type { BpmnEngineProgram } from './bpmn-engine/program.ts';
import { memoryOf, openSession } from './bpmn-engine/session.ts';
import type { Memory, Session } from './bpmn-engine/session.ts';
import { packEnded, packState, unpackState } from './bpmn-engine/state.ts';
import { applyAside, isAside, targetOf, tell } from './bpmn-engine/triggers.ts';
import type { Beginning, Executor } from './port.ts';

/**
 * The second executor: bpmn-engine decides where tokens go, for models within its safe subset (`portability.ts`).
 * Variables, waits, expressions and times are the kernel's; the engine's own clock never rings.
 *
 * Beside the problems of the kernel it throws `engine.failed` when bpmn-engine cannot go on.
 */
export const bpmnEngineExecutor: Executor<BpmnEngineProgram> = {
  // eslint-disable-next-line max-params -- the four of the port
  async start(program, input, now, at) {
    checkBeginning(program, at);
    const declared = Object.fromEntries((program.process.declared[''] ?? []).map((name) => [name, null]));
    const scopes = [{ id: rootScopeId, vars: { ...declared, ...input } }];
    const mirror = mirrorOf(program, { counter: 0, scopes, tokens: [], waits: [] }, now);
    return rest(await openSession(program, mirror));
  },
  // eslint-disable-next-line max-params -- the four of the port
  async advance(program, state, trigger, now) {
    const { memory, records } = unpackState(state);
    const mirror = mirrorOf(program, readState(records), now);
    if (isAside(trigger)) {
      applyAside(mirror, trigger);
      return conclude(mirror, memory);
    }
    const wait = targetOf(mirror, trigger);
    const session = await openSession(program, mirror, memory);
    await tell(session, trigger, wait);
    return rest(session);
  },
};

function mirrorOf({ process, elements }: BpmnEngineProgram, state: State, now: Instant): Mirror {
  return { run: beginRun(elements, state, now), process, results: new Map() };
}

// Models that something outside sets off are not within the subset.
function checkBeginning({ process }: BpmnEngineProgram, at: Beginning | undefined): void {
  if (at === undefined || process.starts['']?.includes(at.elementId) === true) return;
  const params = { process: process.processId, elementId: at.elementId };
  throw new ExecutionProblem({ code: 'start.unknown', params });
}

async function rest(session: Session): Promise<Move> {
  const { mirror, isOver } = session;
  if (isOver) emptyScope(mirror.run, rootScopeId);
  return conclude(mirror, mirror.run.tokens.size === 0 ? undefined : await memoryOf(session));
}

function conclude({ run }: Mirror, memory: Memory | undefined): Move {
  if (run.tokens.size === 0) {
    run.ended ??= { reason: 'completed' };
    const move = endRun(run);
    return { ...move, state: packEnded(move.state) };
  }
  if (run.waits.size === 0 || memory === undefined) throw stuck([...run.tokens.values()][0]?.at ?? '');
  const move = endRun(run);
  return { ...move, state: packState(move.state, memory, run.now) };
}

function stuck(elementId: string): ExecutionProblem {
  return new ExecutionProblem({ code: 'step.stuck', params: { elementId } });
}
