import { finishActivity } from './finish.ts';
import { closeWaitsOf, dropScope, isEmpty, nextId, placeToken, putScope, tokenOf } from './run.ts';
import type { Run } from './run.ts';
import type { Scope } from './state.ts';
import { undoNext } from './undo.ts';
import { visibleIn } from './variables.ts';
import { nodeAt } from './run.ts';

/**
 * Looks at a scope in which no token may be left: what is to be undone or offered there goes on with its next part; a
 * sub-process is over, and the token at it goes on. Output mappings see the variables inside; without them nothing of
 * the scope's own is kept.
 */
export function settleScope(run: Run, scopeId: string): void {
  const scope = run.scopes.get(scopeId);
  if (scope?.token === undefined || scope.repetition !== undefined || !isEmpty(run, scopeId)) return;
  if (scope.undo !== undefined) return undoNext(run, scope);
  const [next, ...offered] = scope.offered ?? [];
  if (next !== undefined) return offer(run, { ...scope, offered }, next);
  closeWaitsOf(run, scope);
  const token = tokenOf(run, scope.token);
  const { outputs } = nodeAt(run, token.at);
  const payload = outputs.length === 0 ? {} : visibleIn(run, scopeId);
  dropScope(run, scope);
  finishActivity(run, token, { payload, inside: scope });
}

function offer(run: Run, scope: Scope, elementId: string): void {
  putScope(run, scope);
  placeToken(run, { id: nextId(run, 't'), at: elementId, scope: scope.id });
}
