import { emptyScope } from '../kernel/flow.ts';
import { beginRun, closeWaitsOf, endRun, scopeOf } from '../kernel/run.ts';
import { readState, rootScopeId } from '../kernel/state.ts';
import { ExecutionProblem } from '../kernel/types.ts';
import type { ExecutionState, Instant, Move, Variables } from '../kernel/types.ts';
import type { Mirror } from './bpmn-engine/mirror.ts';
import type { BpmnEngineProgram } from './bpmn-engine/program.ts';
import { memoryOf, openSession } from './bpmn-engine/session.ts';
import type { Session } from './bpmn-engine/session.ts';
import { packEnded, packState, unpackState } from './bpmn-engine/state.ts';
import { applyTrigger } from './bpmn-engine/triggers.ts';
import type { Beginning, Executor } from './port.ts';

/**
 * The second executor: bpmn-engine decides where tokens go, for models within its safe subset (`portability.ts`).
 * Variables, waits, expressions and times are the kernel's; the engine's own clock never rings.
 */
export const bpmnEngineExecutor: Executor<BpmnEngineProgram> = {
  // eslint-disable-next-line max-params -- the four of the port
  async start(program, input, now, at) {
    checkBeginning(program, at);
    const mirror = mirrorOf(program, { input, now });
    return conclude(await openSession(program, mirror), now);
  },
  // eslint-disable-next-line max-params -- the four of the port
  async advance(program, state, trigger, now) {
    const { memory, records } = unpackState(state);
    const run = beginRun(program.elements, readState(records), now);
    const mirror: Mirror = { run, process: program.process, results: new Map() };
    if (trigger.type === 'cancel') {
      emptyScope(run, rootScopeId);
      run.ended = { reason: 'terminated' };
      return { ...endRun(run), state: packEnded(endRun(run).state) };
    }
    const session = await openSession(program, mirror, memory);
    await applyTrigger(session, trigger);
    return conclude(session, now);
  },
};

function mirrorOf({ process, elements }: BpmnEngineProgram, beginning: { input: Variables; now: Instant }): Mirror {
  const declared = Object.fromEntries((process.declared[''] ?? []).map((name) => [name, null]));
  const scopes = [{ id: rootScopeId, vars: { ...declared, ...beginning.input } }];
  const run = beginRun(elements, { counter: 0, scopes, tokens: [], waits: [] }, beginning.now);
  return { run, process, results: new Map() };
}

// Models that something outside sets off are not within the subset.
function checkBeginning({ process }: BpmnEngineProgram, at: Beginning | undefined): void {
  if (at === undefined || process.starts['']?.includes(at.elementId) === true) return;
  const message = `Su bpmn-engine il processo ${process.processId} non può cominciare da «${at.elementId}».`;
  throw new ExecutionProblem('start.unknown', message, { elementId: at.elementId });
}

async function conclude(session: Session, now: Instant): Promise<Move> {
  const { run } = session.mirror;
  if (session.isOver || run.tokens.size === 0) {
    emptyScope(run, rootScopeId);
    run.ended ??= { reason: 'completed' };
    closeWaitsOf(run, scopeOf(run, rootScopeId));
    const move = endRun(run);
    return { ...move, state: packEnded(move.state) };
  }
  if (run.waits.size === 0) throw stuck([...run.tokens.values()][0]?.at ?? '');
  const move = endRun(run);
  return { ...move, state: packState(move.state, await memoryOf(session), now) };
}

function stuck(elementId: string): ExecutionProblem {
  const message = `L’esecuzione su bpmn-engine resta ferma in ${elementId}: non aspetta nulla dall’esterno.`;
  return new ExecutionProblem('step.stuck', message, { elementId });
}
