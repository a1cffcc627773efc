import { enterNode, flowsOf, holds, isJoin, leave, leaveBy, noFlow } from '../flow.ts';
import { arrivedAt, tryActivate } from '../joins.ts';
import { dropToken, nodeAt } from '../run.ts';
import type { Behaviour } from './behaviour.ts';
import { openEvent } from '../waits.ts';

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
  const arrived = isJoin(node) ? arrivedAt(run, node, token.scope) : [token];
  const chosen = isJoin(node) ? node.incoming.map((id) => arrived.find(({ via }) => via === id)) : arrived;
  if (!chosen.every((each) => each !== undefined)) return;
  const [first, ...others] = chosen;
  if (first === undefined) return;
  for (const other of others) dropToken(run, other);
  enterNode(run, first);
  leaveBy(run, first, flowsOf(run, node));
};

/**
 * An inclusive gateway takes all flows whose condition holds. With several incoming flows it first waits for
 * every token that can still come, which is found out when nothing else moves.
 */
export const inclusiveGateway: Behaviour = (run, token, node) => {
  if (isJoin(node)) return;
  enterNode(run, token);
  leave(run, token);
};

/** A complex gateway splits as an inclusive one; it joins as its activation condition says, or as an inclusive one. */
export const complexGateway: Behaviour = (run, token, node) => {
  if (isJoin(node)) return tryActivate(run, token, node);
  enterNode(run, token);
  leave(run, token);
};

/** An event-based gateway waits for all events behind it; the first one to happen decides. */
export const eventGateway: Behaviour = (run, token, node) => {
  enterNode(run, token);
  for (const flow of flowsOf(run, node)) openEvent(run, { token }, nodeAt(run, flow.target));
};
