import { conditionAt } from './expressions.ts';
import { depart, enterNode, flowsOf, holds, leave, leaveBy } from './flow.ts';
import type { FlowNode, Program } from '../program.ts';
import { reachOf } from './reach.ts';
import { dropToken, nodeAt, putScope, scopeOf, tokensIn } from './run.ts';
import type { Run } from './run.ts';
import type { Token } from './state.ts';
import { visibleIn } from './variables.ts';

/**
 * Lets inclusive joins go on to which no further token can come (BPMN 2.0.2, 13.4.3), and complex ones that wait for
 * the rest (13.4.5). Asked only when every token that can move has moved.
 *
 * @returns whether any of them did
 */
export function releaseJoins(run: Run): boolean {
  if (waitingTypes(run.program).size === 0) return false;
  const waiting = [...run.tokens.values()].filter(
    ({ at, via }) => via !== undefined && waitingTypes(run.program).has(at),
  );
  return waiting.some((token) => run.tokens.has(token.id) && tryRelease(run, token));
}

const known = new WeakMap<Program, ReadonlySet<string>>();

// The ids of the gateways that wait for what may still come.
function waitingTypes(program: Program): ReadonlySet<string> {
  const found = known.get(program);
  if (found !== undefined) return found;
  const nodes = Object.values(program.nodes).filter(({ type, incoming }) => isWaitingType(type) && incoming.length > 1);
  const ids = new Set(nodes.map(({ id }) => id));
  known.set(program, ids);
  return ids;
}

function isWaitingType(type: FlowNode['type']): boolean {
  return type === 'bpmn:InclusiveGateway' || type === 'bpmn:ComplexGateway';
}

function tryRelease(run: Run, { at, scope }: Token): boolean {
  const node = nodeAt(run, at);
  const arrived = arrivedAt(run, node, scope);
  const fired = scopeOf(run, scope).resets?.[at];
  if (node.type === 'bpmn:ComplexGateway' && node.activation !== undefined && fired === undefined) return false;
  const filled = new Set([...arrived.map(({ via = '' }) => via), ...(fired ?? [])]);
  if (mayStillCome(run, { node, scope, filled })) return false;
  const [first, ...others] = oneByEachFlow(arrived);
  if (first === undefined) return false;
  for (const other of others) dropToken(run, other);
  if (fired !== undefined) return reset(run, first);
  enterNode(run, first);
  leave(run, first);
  return true;
}

/**
 * A complex gateway examines its activation condition whenever a token comes; `activationCount` is the number of
 * tokens that have come. After that it waits for the rest, which it takes away.
 */
export function tryActivate(run: Run, token: Token, node: FlowNode): void {
  const scope = scopeOf(run, token.scope);
  if (node.activation === undefined || scope.resets?.[node.id] !== undefined) return;
  const arrived = arrivedAt(run, node, scope.id);
  const variables = { ...visibleIn(run, scope.id), activationCount: arrived.length };
  if (!conditionAt(node.activation, { elementId: node.id, variables, now: run.now })) return;
  const [first, ...others] = oneByEachFlow(arrived);
  if (first === undefined) return;
  for (const other of others) dropToken(run, other);
  const flows = [first, ...others].map(({ via = '' }) => via);
  if (flows.length < node.incoming.length) putScope(run, { ...scope, resets: { ...scope.resets, [node.id]: flows } });
  enterNode(run, first);
  leave(run, first);
}

// The rest has come: flows with a condition that holds now are taken, no default (BPMN 2.0.2, table 13.5).
function reset(run: Run, token: Token): boolean {
  const { resets: { [token.at]: _, ...resets } = {}, ...rest } = scopeOf(run, token.scope);
  putScope(run, Object.keys(resets).length === 0 ? rest : { ...rest, resets });
  const node = nodeAt(run, token.at);
  const flows = flowsOf(run, node).filter((flow) => flow.condition !== undefined && flow.id !== node.defaultFlow);
  const taken = flows.filter((flow) => holds(run, token, flow));
  if (taken.length > 0) leaveBy(run, token, taken);
  else depart(run, token, []);
  return true;
}

/** The tokens that have come to a join and wait there, the oldest first. */
export function arrivedAt(run: Run, { id }: FlowNode, scopeId: string): readonly Token[] {
  return tokensIn(run, scopeId).filter(({ at, via }) => at === id && via !== undefined);
}

function oneByEachFlow(arrived: readonly Token[]): readonly Token[] {
  return arrived.filter((token, index) => arrived.findIndex(({ via }) => via === token.via) === index);
}

interface Waiting {
  readonly node: FlowNode;
  readonly scope: string;
  /** The flows by which a token has come. */
  readonly filled: ReadonlySet<string>;
}

// A token elsewhere that can come by an empty flow, and by none that is filled, is waited for.
function mayStillCome(run: Run, { node, scope, filled }: Waiting): boolean {
  const reach = reachOf(run.program, node);
  const canCome = (token: Token, isFilled: boolean) =>
    node.incoming.some((id) => filled.has(id) === isFilled && reach.get(id)?.has(token.at) === true);
  const elsewhere = tokensIn(run, scope).filter(({ at }) => at !== node.id);
  return elsewhere.some((token) => canCome(token, false) && !canCome(token, true));
}
