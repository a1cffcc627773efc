import { enterNode, flowsOf, holds, isJoin, leave, leaveBy, noFlow } from '../flow.ts';
import type { FlowNode } from '../program.ts';
import { nodeAt } from '../run.ts';
import type { Run } from '../run.ts';
import type { Token } from '../state.ts';
import type { Behaviour } from './behaviour.ts';
import { openEvent } from './catching.ts';

/** An exclusive gateway takes the first flow whose condition holds, in the order of the file, else the default. */
export const exclusiveGateway: Behaviour = (run, token, node) => {
  enterNode(run, token);
  const flows = flowsOf(run, node);
  if (flows.length === 0) return leaveBy(run, token, []);
  const conditional = flows.filter(({ id }) => id !== node.defaultFlow);
  const taken = conditional.find((flow) => holds(run, token, flow)) ?? flows.find(({ id }) => id === node.defaultFlow);
  if (taken === undefined) throw noFlow(node);
  leaveBy(run, token, [taken]);
};

/** A parallel gateway waits until a token has come by each incoming flow, then takes all outgoing ones. */
export const parallelGateway: Behaviour = (run, token, node) => {
  const [first, ...others] = isJoin(node) ? arrivals(run, token, node) : [token];
  if (first === undefined) return;
  for (const other of others) run.tokens.delete(other.id);
  enterNode(run, first);
  leave(run, first);
};

/** An event-based gateway waits for all events behind it; the first one to happen decides. */
export const eventGateway: Behaviour = (run, token, node) => {
  enterNode(run, token);
  for (const flow of flowsOf(run, node)) openEvent(run, token, nodeAt(run, flow.target));
};

// One token for each incoming flow, the oldest of those that came by it; empty while a flow has none.
function arrivals(run: Run, { scope }: Token, node: FlowNode): readonly Token[] {
  const waiting = [...run.tokens.values()].filter((other) => other.at === node.id && other.scope === scope);
  const chosen = node.incoming.map((flowId) => waiting.find(({ via }) => via === flowId));
  return chosen.every((token) => token !== undefined) ? chosen : [];
}
