import { enterNode, leave } from '../flow.ts';
import { mapInputs, mapOutputs } from '../mappings.ts';
import { closeWaitsOf, nextId, nodeAt, placeToken, tokenOf } from '../run.ts';
import type { Run } from '../run.ts';
import type { Scope } from '../state.ts';
import { visibleIn } from '../variables.ts';
import type { Behaviour } from './behaviour.ts';
import { openBoundary } from './catching.ts';

/** An embedded sub-process opens a scope, with its input mappings as variables, and a token at its start event. */
export const subProcess: Behaviour = (run, token, node) => {
  enterNode(run, token);
  const scope: Scope = {
    id: nextId(run, 's'),
    parent: token.scope,
    token: token.id,
    vars: mapInputs(run, token, node),
  };
  run.scopes.set(scope.id, scope);
  openBoundary(run, token, node);
  placeToken(run, { id: nextId(run, 't'), at: run.program.starts[node.id] ?? '', scope: scope.id });
};

/**
 * Ends the scope of a sub-process when no token is left in it; the token at the sub-process goes on. Output mappings
 * see the variables inside; without them nothing of the scope's own is kept.
 */
export function settleScope(run: Run, scopeId: string): void {
  const scope = run.scopes.get(scopeId);
  if (scope?.token === undefined || hasTokens(run, scopeId)) return;
  const token = tokenOf(run, scope.token);
  const node = nodeAt(run, token.at);
  const inside = node.outputs.length === 0 ? {} : visibleIn(run, scopeId);
  run.scopes.delete(scopeId);
  closeWaitsOf(run, token);
  mapOutputs(run, token, { node, payload: inside });
  leave(run, token);
}

function hasTokens(run: Run, scopeId: string): boolean {
  for (const token of run.tokens.values()) if (token.scope === scopeId) return true;
  return false;
}
