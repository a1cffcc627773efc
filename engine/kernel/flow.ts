import { conditionAt } from './expressions.ts';
import type { Flow, FlowNode } from './program.ts';
import { closeWaitsOf, consumeToken, nextId, nodeAt, placeToken } from './run.ts';
import type { Run } from './run.ts';
import type { Scope, Token } from './state.ts';
import { ExecutionProblem } from './types.ts';
import { visibleIn } from './variables.ts';

/** Records that a token has entered the element it is at. */
export function enterNode(run: Run, token: Token): void {
  run.trail.push({ type: 'entered', elementId: token.at });
}

/**
 * Lets a token leave its element by all the flows that are to be taken (BPMN 2.0.2, 13.3.1): those without a
 * condition, those whose condition holds, and the default flow when no condition holds. A token at an element without
 * outgoing flows ends here.
 *
 * @throws ExecutionProblem `gateway.no-flow` when there are flows and none is to be taken
 */
export function leave(run: Run, token: Token): void {
  const node = nodeAt(run, token.at);
  const flows = flowsOf(run, node);
  const taken = flows.every(({ condition }) => condition === undefined) ? flows : chooseAll(run, token, flows);
  if (flows.length > 0 && taken.length === 0) throw noFlow(node);
  leaveBy(run, token, taken);
}

/** Lets a token leave its element by the given flows; by none, it ends. */
export function leaveBy(run: Run, token: Token, flows: readonly Flow[]): void {
  run.trail.push({ type: 'left', elementId: token.at });
  if (flows.length === 0) return consumeToken(run, token);
  flows.forEach((flow, index) => {
    run.trail.push({ type: 'taken', flowId: flow.id });
    sendAlong(run, { id: index === 0 ? token.id : nextId(run, 't'), scope: token.scope }, flow);
  });
}

/** The outgoing flows of an element, in the order of the file. */
export function flowsOf(run: Run, node: FlowNode): readonly Flow[] {
  return node.outgoing.map((id) => run.program.flows[id]).filter((flow) => flow !== undefined);
}

/** Whether the condition of a flow holds for a token. */
export function holds(run: Run, token: Token, { id, condition }: Flow): boolean {
  if (condition === undefined) return true;
  return conditionAt(condition, { elementId: id, variables: visibleIn(run, token.scope), now: run.now });
}

/** The problem of an element none of whose flows may be taken. */
export function noFlow({ id }: FlowNode): ExecutionProblem {
  const message = `Da ${id} non si può proseguire: nessuna condizione è vera e manca un flusso predefinito.`;
  return new ExecutionProblem('gateway.no-flow', message, { elementId: id });
}

/** Stops whatever goes on in the activity a token is at, the innermost first; the token itself stays. */
export function cancelActivity(run: Run, token: Token): void {
  const inside = scopesInside(run, token);
  const owners = new Set(inside.map((scope) => scope.token));
  for (const scope of inside.toReversed()) {
    for (const each of tokensIn(run, scope.id)) {
      stop(run, each, owners.has(each.id));
      run.tokens.delete(each.id);
    }
    run.scopes.delete(scope.id);
  }
  stop(run, token, inside.length > 0);
}

/** Takes away all tokens of a scope, and what is inside them, but leaves the scope. */
export function emptyScope(run: Run, scopeId: string): void {
  for (const token of tokensIn(run, scopeId)) {
    cancelActivity(run, token);
    run.tokens.delete(token.id);
  }
}

/**
 * Interrupts the activity a token is at and lets the token go on from the boundary event.
 * @returns the token, now at the boundary event and entered there
 */
export function interrupt(run: Run, token: Token, boundaryId: string): Token {
  cancelActivity(run, token);
  const moved: Token = { id: token.id, at: boundaryId, scope: token.scope };
  run.tokens.set(moved.id, moved);
  enterNode(run, moved);
  return moved;
}

// A token on its way, or early at a join, is at no activity: nothing of its element is cancelled.
function stop(run: Run, token: Token, isBusy: boolean): void {
  const hasWaited = closeWaitsOf(run, token);
  if (hasWaited || isBusy) run.trail.push({ type: 'cancelled', elementId: token.at });
}

// The scopes opened by a token and by the tokens in them, each before what is inside it.
function scopesInside(run: Run, token: Token): readonly Scope[] {
  const owners = [token];
  const inside: Scope[] = [];
  for (let owner = owners.shift(); owner !== undefined; owner = owners.shift()) {
    for (const scope of run.scopes.values()) {
      if (scope.token !== owner.id) continue;
      inside.push(scope);
      owners.push(...tokensIn(run, scope.id));
    }
  }
  return inside;
}

function tokensIn(run: Run, scopeId: string): readonly Token[] {
  return [...run.tokens.values()].filter((token) => token.scope === scopeId);
}

function sendAlong(run: Run, token: Pick<Token, 'id' | 'scope'>, flow: Flow): void {
  const joins = isJoin(nodeAt(run, flow.target));
  placeToken(run, { id: token.id, at: flow.target, scope: token.scope, ...(joins && { via: flow.id }) });
}

/** Whether an element waits for a token on each of its incoming flows. */
export function isJoin({ type, incoming }: FlowNode): boolean {
  return type === 'bpmn:ParallelGateway' && incoming.length > 1;
}

function chooseAll(run: Run, token: Token, flows: readonly Flow[]): readonly Flow[] {
  const defaultFlow = nodeAt(run, token.at).defaultFlow;
  const others = flows.filter(({ id }) => id !== defaultFlow);
  const taken = others.filter((flow) => holds(run, token, flow));
  if (taken.some(({ condition }) => condition !== undefined)) return taken;
  return flows.filter((flow) => flow.id === defaultFlow || taken.includes(flow));
}
