import { emptyScope } from '../../kernel/running/flow.ts';
import { rootScopeId } from '../../kernel/running/state.ts';
import type { OpenWait } from '../../kernel/running/state.ts';
import { ExecutionProblem } from '../../kernel/types.ts';
import type { Trigger, Wait, WaitId } from '../../kernel/types.ts';
import { setVariables } from '../../kernel/running/variables.ts';
import { catcherOf } from './mirror.ts';
import type { Mirror } from './mirror.ts';
import { attempt, signal } from './session.ts';
import type { Session } from './session.ts';

/** What concerns no wait, so that bpmn-engine need not know: nothing portable waits for a signal. */
export type AsideTrigger = Extract<Trigger, { type: 'variables' | 'signal' | 'cancel' }>;

/** What a wait has been opened for. */
export type AwaitedTrigger = Exclude<Trigger, AsideTrigger>;

/** Whether a trigger concerns no wait. */
export function isAside(trigger: Trigger): trigger is AsideTrigger {
  return trigger.type === 'variables' || trigger.type === 'signal' || trigger.type === 'cancel';
}

/** Applies a trigger that concerns no wait. */
export function applyAside({ run }: Mirror, trigger: AsideTrigger): void {
  if (trigger.type === 'variables') setVariables(run, rootScopeId, trigger.variables);
  if (trigger.type !== 'cancel') return;
  emptyScope(run, rootScopeId);
  run.ended = { reason: 'terminated' };
}

/**
 * The wait that a trigger is for.
 * @throws ExecutionProblem `wait.not-open`, `wait.wrong-trigger`, `message.not-expected`
 */
export function targetOf(mirror: Mirror, trigger: AwaitedTrigger): OpenWait {
  switch (trigger.type) {
    case 'complete':
      return findWait(mirror, trigger.waitId, ['task', 'job']);
    case 'fire':
      return findWait(mirror, trigger.waitId, ['timer']);
    case 'error':
      return findWait(mirror, trigger.waitId, ['job', 'task']);
    case 'escalation':
      return findWait(mirror, trigger.waitId, ['child']);
    case 'message':
      return findMessage(mirror, trigger);
  }
}

/**
 * Tells bpmn-engine what has come from outside.
 * @throws ExecutionProblem `error.not-caught`, and whatever the step runs into
 */
export async function tell(session: Session, trigger: AwaitedTrigger, { at, type }: OpenWait): Promise<void> {
  const { results } = session.mirror;
  if (trigger.type === 'complete') results.set(at, trigger.output);
  if (trigger.type === 'message') results.set(at, trigger.payload);
  const report = trigger.type === 'error' ? errorOf(session.mirror, at, trigger) : undefined;
  return attempt(session, () => {
    if (trigger.type === 'fire') session.engine.execution.cancelActivity({ id: at });
    else if (type === 'job') session.jobs.get(at)?.(report);
    else signal(session, at);
  });
}

// An error that nothing catches waits for an operator. In bpmn-engine only jobs report errors.
function errorOf({ process, results }: Mirror, at: string, error: Extract<Trigger, { type: 'error' }>) {
  const { code, message } = error;
  const catcher = process.nodes[at]?.work?.type === 'job' ? catcherOf(process, at, code) : undefined;
  if (catcher === undefined) {
    throw new ExecutionProblem({ code: 'error.not-caught', params: { elementId: at, error: code, message } });
  }
  results.set(catcher, { errorCode: code, errorMessage: message });
  return Object.assign(new Error(message), { code });
}

function findWait({ run }: Mirror, waitId: WaitId, types: readonly Wait['type'][]): OpenWait {
  const wait = run.waits.get(waitId);
  if (wait === undefined) {
    throw new ExecutionProblem({ code: 'wait.not-open', params: { waitId } });
  }
  if (types.includes(wait.type)) return wait;
  const params = { elementId: wait.at, waitId, type: wait.type, wanted: types };
  throw new ExecutionProblem({ code: 'wait.wrong-trigger', params });
}

// The oldest wait of that name gets a message that means none in particular; a key given on both sides has to agree.
function findMessage(mirror: Mirror, trigger: Extract<Trigger, { type: 'message' }>): OpenWait {
  const { message, correlationKey, waitId } = trigger;
  if (waitId !== undefined) return findWait(mirror, waitId, ['message']);
  const named = [...mirror.run.waits.values()].filter((wait) => wait.type === 'message' && wait.message === message);
  const found = named.find(({ key }) => correlationKey === undefined || key === undefined || key === correlationKey);
  if (found !== undefined) return found;
  const params = { message, ...(correlationKey !== undefined && { key: correlationKey }) };
  throw new ExecutionProblem({ code: 'message.not-expected', params });
}
