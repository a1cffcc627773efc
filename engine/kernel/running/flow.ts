import { conditionAt } from './expressions.ts';
import type { Flow, FlowNode } from '../program.ts';
import {
  closeWaitsOf,
  consumeToken,
  dropScope,
  dropToken,
  nextId,
  nodeAt,
  placeToken,
  putToken,
  scopeOf,
  tokensIn,
} from './run.ts';
import type { Run } from './run.ts';
import type { Scope, Token } from './state.ts';
import { ExecutionProblem } from '../types.ts';
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
  leaveBy(run, token, flowsToTake(run, token));
}

/** Lets a token leave its element by the given flows; by none, it ends. */
export function leaveBy(run: Run, token: Token, flows: readonly Flow[]): void {
  run.trail.push({ type: 'left', elementId: token.at });
  depart(run, token, flows);
}

/** Sends a token on its way without recording that it has left: its instances have done so. */
export function depart(run: Run, token: Token, flows: readonly Flow[]): void {
  if (flows.length === 0) return consumeToken(run, token);
  dropToken(run, token);
  const quantity = nodeAt(run, token.at).completionQuantity ?? 1;
  let id: string | undefined = token.id;
  for (const flow of flows) {
    run.trail.push({ type: 'taken', flowId: flow.id });
    for (let nth = 0; nth < quantity; nth += 1) {
      sendAlong(run, { id: id ?? nextId(run, 't'), scope: token.scope }, flow);
      id = undefined;
    }
  }
}

/** The flows by which a token is to leave its element. */
export function flowsToTake(run: Run, token: Token): readonly Flow[] {
  const node = nodeAt(run, token.at);
  const flows = flowsOf(run, node);
  const taken = flows.every(({ condition }) => condition === undefined) ? flows : chooseAll(run, token, flows);
  if (flows.length > 0 && taken.length === 0) throw noFlow(node);
  return taken;
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
  return new ExecutionProblem({ code: 'gateway.no-flow', params: { elementId: id } });
}

/** Stops whatever goes on in the activity a token is at, the innermost first; the token itself stays. */
export function cancelActivity(run: Run, token: Token): void {
  const inside = scopeInside(run, token);
  if (inside !== undefined) {
    emptyScope(run, inside.id);
    dropScope(run, inside);
  }
  stop(run, token, inside);
}

/** Takes away all tokens of a scope, what is inside them, and its event sub-processes, but leaves the scope. */
export function emptyScope(run: Run, scopeId: string): void {
  for (const token of tokensIn(run, scopeId)) {
    cancelActivity(run, token);
    dropToken(run, token);
  }
  closeWaitsOf(run, scopeOf(run, scopeId));
}

/**
 * Interrupts the activity a token is at and lets the token go on from the boundary event.
 * @returns the token, now at the boundary event and entered there
 */
export function interrupt(run: Run, token: Token, boundaryId: string): Token {
  cancelActivity(run, token);
  return moveTo(run, token, boundaryId);
}

/** Puts a token at another element of its scope and records that it has entered there. */
export function moveTo(run: Run, token: Token, elementId: string): Token {
  const moved: Token = { id: token.id, at: elementId, scope: token.scope };
  putToken(run, moved);
  enterNode(run, moved);
  return moved;
}

/** A further token, entered at an element, while others go on. */
export function branchTo(run: Run, scopeId: string, elementId: string): Token {
  const token: Token = { id: nextId(run, 't'), at: elementId, scope: scopeId };
  putToken(run, token);
  enterNode(run, token);
  return token;
}

/** The scope that a token owns, if any. */
export function scopeInside(run: Run, token: Token): Scope | undefined {
  const id = run.scopeOwnedBy.get(token.id);
  return id === undefined ? undefined : run.scopes.get(id);
}

// A token on its way, or early at a join, is at no activity: nothing of its element is cancelled. The token around
// repeated instances is silent; each instance has spoken.
function stop(run: Run, token: Token, inside: Scope | undefined): void {
  const hasWaited = closeWaitsOf(run, token);
  const isBusy = inside === undefined ? hasWaited : inside.repetition === undefined;
  if (isBusy) run.trail.push({ type: 'cancelled', elementId: token.at });
}

function sendAlong(run: Run, token: Pick<Token, 'id' | 'scope'>, flow: Flow): void {
  const joins = isJoin(nodeAt(run, flow.target));
  placeToken(run, { id: token.id, at: flow.target, scope: token.scope, ...(joins && { via: flow.id }) });
}

const joiningTypes: ReadonlySet<string> = new Set([
  'bpmn:ParallelGateway',
  'bpmn:InclusiveGateway',
  'bpmn:ComplexGateway',
]);

/** Whether an element waits for several tokens: at a gateway by several flows, at an activity by its start quantity. */
export function isJoin({ type, incoming, startQuantity }: FlowNode): boolean {
  return startQuantity !== undefined || (joiningTypes.has(type) && incoming.length > 1);
}

function chooseAll(run: Run, token: Token, flows: readonly Flow[]): readonly Flow[] {
  const defaultFlow = nodeAt(run, token.at).defaultFlow;
  const others = flows.filter(({ id }) => id !== defaultFlow);
  const taken = others.filter((flow) => holds(run, token, flow));
  if (taken.some(({ condition }) => condition !== undefined)) return taken;
  return flows.filter((flow) => flow.id === defaultFlow || taken.includes(flow));
}
