import { emptyScope } from './flow.ts';
import { resolveWait } from './resolve.ts';
import { tokenOf } from './run.ts';
import type { Run } from './run.ts';
import { rootScopeId } from './state.ts';
import type { OpenWait } from './state.ts';
import { endByError, receiveSignal, throwBpmnError, throwEscalation } from './throwing.ts';
import { ExecutionProblem } from '../types.ts';
import type { Trigger, Wait, WaitId } from '../types.ts';
import { setVariables } from './variables.ts';

/**
 * Applies what the outside says to a resting instance.
 * @throws ExecutionProblem `wait.not-open`, `wait.wrong-trigger`, `message.not-expected`, `error.not-caught`
 */
export function applyTrigger(run: Run, trigger: Trigger): void {
  switch (trigger.type) {
    case 'complete':
      return resolveWait(run, findWait(run, trigger.waitId, ['task', 'job', 'child']), trigger.output);
    case 'fire':
      return resolveWait(run, findWait(run, trigger.waitId, ['timer']), {});
    case 'message':
      return resolveWait(run, findMessage(run, trigger), trigger.payload);
    case 'signal':
      return receiveSignal(run, trigger.signal, trigger.payload);
    case 'error':
      return fail(run, findWait(run, trigger.waitId, ['task', 'job', 'child']), trigger);
    case 'escalation':
      return throwEscalation(run, tokenAt(run, findWait(run, trigger.waitId, ['child'])), {
        code: trigger.code,
        payload: trigger.payload ?? {},
      });
    case 'variables':
      return setVariables(run, rootScopeId, trigger.variables);
    case 'cancel':
      emptyScope(run, rootScopeId);
      run.ended = { reason: 'terminated' };
  }
}

function findWait(run: Run, waitId: WaitId, types: readonly Wait['type'][]): OpenWait {
  const wait = run.waits.get(waitId);
  if (wait === undefined) {
    throw new ExecutionProblem({ code: 'wait.not-open', params: { waitId } });
  }
  if (types.includes(wait.type)) return wait;
  const params = { elementId: wait.at, waitId, type: wait.type, wanted: types };
  throw new ExecutionProblem({ code: 'wait.wrong-trigger', params });
}

// The oldest wait of that name gets a message that means none in particular; a key given on both sides has to agree.
function findMessage(run: Run, trigger: Extract<Trigger, { type: 'message' }>): OpenWait {
  const { message, correlationKey, waitId } = trigger;
  if (waitId !== undefined) return findWait(run, waitId, ['message']);
  const named = [...run.waits.values()].filter((wait) => wait.type === 'message' && wait.message === message);
  const found = named.find(({ key }) => correlationKey === undefined || key === undefined || key === correlationKey);
  if (found !== undefined) return found;
  const params = { message, ...(correlationKey !== undefined && { key: correlationKey }) };
  throw new ExecutionProblem({ code: 'message.not-expected', params });
}

function tokenAt(run: Run, wait: OpenWait) {
  return tokenOf(run, wait.token ?? '');
}

// An error of a called process that nothing catches goes further out; one of a job waits for an operator.
function fail(run: Run, wait: OpenWait, { code, message }: Extract<Trigger, { type: 'error' }>): void {
  if (throwBpmnError(run, tokenAt(run, wait), { code, message })) return;
  if (wait.type === 'child') return endByError(run, { code, message });
  throw new ExecutionProblem({ code: 'error.not-caught', params: { elementId: wait.at, error: code, message } });
}
