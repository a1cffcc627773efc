import { runEventSubProcess } from './event-sub-process.ts';
import { finishActivity } from './finish.ts';
import { undoingStart } from './finished.ts';
import { emptyScope, interrupt, leave, leaveBy } from './flow.ts';
import { hasDefinition } from '../event-definition.ts';
import type { EventDefinition } from '../event-definition.ts';
import { consumeToken, dropScope, nextId, nodeAt, placeToken, putScope, putToken, scopeOf, tokenOf } from './run.ts';
import type { Run } from './run.ts';
import { blockOf, ownerOfScope } from './scopes.ts';
import type { Finished, Scope, Token } from './state.ts';

type Compensation = Extract<EventDefinition, { type: 'compensation' }>;

/**
 * Undoes what has completed around a throwing event, or one activity of it, in reverse order (BPMN 2.0.2, 13.5.5). The
 * token waits at its event until all is undone, unless the event does not wait, and then throws what is still to come.
 *
 * @returns whether the token may go on at once
 */
export function compensate(run: Run, token: Token, { activity, waits }: Compensation): boolean {
  const around = undoableScope(run, token, activity);
  const chosen = around?.done?.filter(({ at }) => activity === undefined || at === activity) ?? [];
  if (around === undefined || chosen.length === 0) return true;
  putScope(run, withDone(around, around.done?.filter((finished) => !chosen.includes(finished)) ?? []));
  const owner = waits ? token : { id: nextId(run, 't'), at: token.at, scope: token.scope };
  putToken(run, owner);
  beginUndo(run, {
    id: nextId(run, 's'),
    parent: around.id,
    token: owner.id,
    vars: {},
    undo: chosen,
    ...(!waits && { isBeside: true }),
  });
  return !waits;
}

/**
 * Cancels the innermost transaction around a token: everything in it stops, what has completed is undone, and then
 * the token at the transaction goes on from its cancel event.
 */
export function cancelTransaction(run: Run, from: Token): void {
  let token: Token | undefined = from;
  while (token !== undefined && nodeAt(run, token.at).type !== 'bpmn:Transaction') token = ownerOfScope(run, token);
  const scopeId = token && run.scopeOwnedBy.get(token.id);
  if (scopeId === undefined) return leaveBy(run, from, []);
  emptyScope(run, scopeId);
  const { done, ...scope } = scopeOf(run, scopeId);
  beginUndo(run, { ...scope, undo: done ?? [], isCancelled: true });
}

/** Undoes the next activity of a scope whose turn has come; when none is left, whoever waited for it goes on. */
export function undoNext(run: Run, scope: Scope): void {
  const next = scope.undo?.at(-1);
  if (next === undefined) return endUndo(run, scope);
  putScope(run, { ...scope, undo: scope.undo?.slice(0, -1) ?? [] });
  if (next.handler === undefined) return undoInside(run, scope, next);
  const vars = next.vars === undefined ? {} : { vars: next.vars };
  placeToken(run, { id: nextId(run, 't'), at: next.handler, scope: scope.id, ...vars });
}

// A sub-process without a handler: its own way to undo itself, or all that has completed in it, with its variables.
function undoInside(run: Run, { id }: Scope, { at, vars = {}, done = [] }: Finished): void {
  const token: Token = { id: nextId(run, 't'), at, scope: id };
  putToken(run, token);
  const scope: Scope = { id: nextId(run, 's'), parent: id, token: token.id, node: at, vars };
  const start = undoingStart(run, at);
  if (start === undefined) return beginUndo(run, { ...scope, undo: done });
  putScope(run, withDone(scope, done));
  runEventSubProcess(run, { scopeId: scope.id, start, payload: {} });
}

function beginUndo(run: Run, scope: Scope): void {
  putScope(run, scope);
  run.queue.push({ type: 'settle', scope: scope.id });
}

function endUndo(run: Run, scope: Scope): void {
  const token = tokenOf(run, scope.token ?? '');
  dropScope(run, scope);
  if (scope.isCancelled === true) return leaveCancelled(run, token);
  if (scope.node !== undefined || scope.isBeside === true) return consumeToken(run, token);
  run.queue.push({ type: 'enter', token: token.id });
}

function leaveCancelled(run: Run, token: Token): void {
  const catcher = nodeAt(run, token.at)
    .boundary.map((id) => nodeAt(run, id))
    .find(({ event }) => hasDefinition(event, 'cancel'));
  if (catcher === undefined) return finishActivity(run, token, { payload: {} });
  leave(run, interrupt(run, token, catcher.id));
}

// Without a named activity: the sub-process in which the event stands, for an event sub-process the one around it.
function undoableScope(run: Run, token: Token, activity: string | undefined): Scope | undefined {
  for (let scope: Scope | undefined = scopeOf(run, token.scope); scope; scope = parentOf(run, scope)) {
    const block = blockOf(scope);
    if (block === undefined) continue;
    const isEvent = run.program.nodes[block]?.isEventSubProcess === true;
    if (activity === undefined ? !isEvent : scope.done?.some(({ at }) => at === activity)) return scope;
  }
  return undefined;
}

function parentOf(run: Run, { parent }: Scope): Scope | undefined {
  return parent === undefined ? undefined : scopeOf(run, parent);
}

function withDone({ done: _, ...scope }: Scope, done: readonly Finished[]): Scope {
  return done.length === 0 ? scope : { ...scope, done };
}
