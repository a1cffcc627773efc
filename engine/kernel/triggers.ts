import { throwBpmnError } from './bpmn-error.ts';
import { enterNode, interrupt, leave } from './flow.ts';
import { mapOutputs } from './mappings.ts';
import { closeWait, closeWaitsOf, nextId, nodeAt, tokenOf } from './run.ts';
import type { Run } from './run.ts';
import { rootScopeId } from './state.ts';
import type { OpenWait, Token } from './state.ts';
import { ExecutionProblem } from './types.ts';
import type { Trigger, Variables, Wait, WaitId } from './types.ts';
import { setVariables } from './variables.ts';

/**
 * Applies what the outside says to a resting instance.
 * @throws ExecutionProblem `wait.not-open`, `wait.wrong-trigger`, `message.not-expected`, `error.not-caught`
 */
export function applyTrigger(run: Run, trigger: Trigger): void {
  switch (trigger.type) {
    case 'complete':
      return resolve(run, findWait(run, trigger.waitId, ['task', 'job']), trigger.output);
    case 'fire':
      return resolve(run, findWait(run, trigger.waitId, ['timer']), {});
    case 'message':
      return resolve(run, findMessage(run, trigger), trigger.payload);
    case 'error':
      return fail(run, findWait(run, trigger.waitId, ['task', 'job']), trigger);
    case 'variables':
      return setVariables(run, rootScopeId, trigger.variables);
  }
}

function findWait(run: Run, waitId: WaitId, types: readonly Wait['type'][]): OpenWait {
  const wait = run.waits.get(waitId);
  if (wait === undefined) {
    throw new ExecutionProblem('wait.not-open', `L’attesa ${waitId} non è aperta.`, { value: waitId });
  }
  if (types.includes(wait.type)) return wait;
  const message = `L’attesa ${waitId} di ${wait.at} è di tipo «${wait.type}»: serviva ${types.join(' o ')}.`;
  throw new ExecutionProblem('wait.wrong-trigger', message, { elementId: wait.at, value: waitId });
}

// The oldest wait of that name gets the message; a key given on both sides has to agree.
function findMessage(run: Run, trigger: Extract<Trigger, { type: 'message' }>): OpenWait {
  const { message, correlationKey } = trigger;
  const named = [...run.waits.values()].filter((wait) => wait.type === 'message' && wait.message === message);
  const found = named.find(({ key }) => correlationKey === undefined || key === undefined || key === correlationKey);
  if (found !== undefined) return found;
  const withKey = correlationKey === undefined ? '' : ` con chiave «${correlationKey}»`;
  const text = `Nessun elemento aspetta il messaggio «${message}»${withKey}.`;
  throw new ExecutionProblem('message.not-expected', text, { value: message });
}

function resolve(run: Run, wait: OpenWait, payload: Variables): void {
  const token = tokenOf(run, wait.token);
  const node = nodeAt(run, wait.at);
  if (node.type === 'bpmn:BoundaryEvent') return resolveBoundary(run, wait, payload);
  closeWaitsOf(run, token);
  const here = token.at === wait.at ? token : passGateway(run, token, wait.at);
  mapOutputs(run, here, { node, payload });
  leave(run, here);
}

// The event behind an event-based gateway has happened: the token goes there.
function passGateway(run: Run, token: Token, eventId: string): Token {
  const flowId = nodeAt(run, token.at).outgoing.find((id) => run.program.flows[id]?.target === eventId);
  run.trail.push({ type: 'left', elementId: token.at });
  if (flowId !== undefined) run.trail.push({ type: 'taken', flowId });
  const moved: Token = { id: token.id, at: eventId, scope: token.scope };
  run.tokens.set(moved.id, moved);
  enterNode(run, moved);
  return moved;
}

function resolveBoundary(run: Run, wait: OpenWait, payload: Variables): void {
  const host = tokenOf(run, wait.token);
  const node = nodeAt(run, wait.at);
  const token = node.interrupting === false ? branchOff(run, host, wait) : interrupt(run, host, node.id);
  mapOutputs(run, token, { node, payload });
  leave(run, token);
}

// A timer fires once; a message may come again as long as the activity lasts.
function branchOff(run: Run, host: Token, wait: OpenWait): Token {
  if (wait.type === 'timer') closeWait(run, wait.id);
  const token: Token = { id: nextId(run, 't'), at: wait.at, scope: host.scope };
  run.tokens.set(token.id, token);
  enterNode(run, token);
  return token;
}

function fail(run: Run, wait: OpenWait, { code, message }: Extract<Trigger, { type: 'error' }>): void {
  if (throwBpmnError(run, tokenOf(run, wait.token), { code, message })) return;
  const text = `Nessun evento di errore cattura «${code}» sollevato da ${wait.at}: ${message}.`;
  throw new ExecutionProblem('error.not-caught', text, { elementId: wait.at, value: code });
}
