import { setVariables } from '../../kernel/variables.ts';
import { rootScopeId } from '../../kernel/state.ts';
import type { OpenWait } from '../../kernel/state.ts';
import { ExecutionProblem } from '../../kernel/types.ts';
import type { Trigger, Wait, WaitId } from '../../kernel/types.ts';
import { catcherOf } from './mirror.ts';
import { attempt, signal } from './session.ts';
import type { Session } from './session.ts';

/**
 * Tells bpmn-engine what has come from outside.
 * @throws ExecutionProblem `wait.not-open`, `wait.wrong-trigger`, `message.not-expected`, `error.not-caught`,
 * and whatever the step runs into
 */
export async function applyTrigger(session: Session, trigger: Exclude<Trigger, { type: 'cancel' }>): Promise<void> {
  const { run, results } = session.mirror;
  switch (trigger.type) {
    case 'complete': {
      const wait = findWait(session, trigger.waitId, ['task', 'job']);
      results.set(wait.at, trigger.output);
      return attempt(session, () => complete(session, wait));
    }
    case 'fire': {
      const { at: id } = findWait(session, trigger.waitId, ['timer']);
      return attempt(session, () => session.engine.execution.cancelActivity({ id }));
    }
    case 'message': {
      const { at } = findMessage(session, trigger);
      results.set(at, trigger.payload);
      return attempt(session, () => signal(session, at));
    }
    case 'error':
      return fail(session, findWait(session, trigger.waitId, ['job']), trigger);
    case 'variables':
      return setVariables(run, rootScopeId, trigger.variables);
    case 'signal':
      return;
    case 'escalation':
      findWait(session, trigger.waitId, ['child']);
  }
}

function complete(session: Session, { type, at }: OpenWait): void {
  if (type === 'job') session.jobs.get(at)?.();
  else signal(session, at);
}

// An error that nothing catches waits for an operator.
function fail(session: Session, wait: OpenWait, { code, message }: Extract<Trigger, { type: 'error' }>) {
  const { process, results } = session.mirror;
  const catcher = catcherOf(process, wait.at, code);
  if (catcher === undefined) {
    const text = `Nessun evento di errore cattura «${code}» sollevato da ${wait.at}: ${message}.`;
    throw new ExecutionProblem('error.not-caught', text, { elementId: wait.at, value: code });
  }
  results.set(catcher, { errorCode: code, errorMessage: message });
  return attempt(session, () => session.jobs.get(wait.at)?.(Object.assign(new Error(message), { code })));
}

function findWait({ mirror }: Session, waitId: WaitId, types: readonly Wait['type'][]): OpenWait {
  const wait = mirror.run.waits.get(waitId);
  if (wait === undefined) {
    throw new ExecutionProblem('wait.not-open', `L’attesa ${waitId} non è aperta.`, { value: waitId });
  }
  if (types.includes(wait.type)) return wait;
  const message = `L’attesa ${waitId} di ${wait.at} è di tipo «${wait.type}»: serviva ${types.join(' o ')}.`;
  throw new ExecutionProblem('wait.wrong-trigger', message, { elementId: wait.at, value: waitId });
}

// The oldest wait of that name gets the message; a key given on both sides has to agree.
function findMessage({ mirror }: Session, { message, correlationKey }: Extract<Trigger, { type: 'message' }>) {
  const named = [...mirror.run.waits.values()].filter((wait) => wait.type === 'message' && wait.message === message);
  const found = named.find(({ key }) => correlationKey === undefined || key === undefined || key === correlationKey);
  if (found !== undefined) return found;
  const withKey = correlationKey === undefined ? '' : ` con chiave «${correlationKey}»`;
  const text = `Nessun elemento aspetta il messaggio «${message}»${withKey}.`;
  throw new ExecutionProblem('message.not-expected', text, { value: message });
}
