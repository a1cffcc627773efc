import { conditionAt } from './expressions.ts';
import { keepFinished, remember } from './finished.ts';
import { depart, emptyScope, flowsToTake } from './flow.ts';
import { mapOutputs } from './mappings.ts';
import type { FlowNode } from '../program.ts';
import { beginRepetition, completeInstance } from './repetition.ts';
import { closeWaitsOf, dropScope, dropToken, nodeAt, putScope, scopeOf, tokenOf } from './run.ts';
import type { Run } from './run.ts';
import type { Scope, Token } from './state.ts';
import type { Variables } from '../types.ts';
import { setVariables, visibleIn } from './variables.ts';

/** What an activity ended with. */
export interface Completion {
  readonly payload: Variables;
  /** Of a sub-process: its scope, which has been taken away already. */
  readonly inside?: Scope;
}

/** Ends the activity a token is at: its results go where they belong and the token goes on. */
export function finishActivity(run: Run, token: Token, { payload, inside }: Completion): void {
  const node = nodeAt(run, token.at);
  const isUndone = scopeOf(run, token.scope).undo !== undefined;
  const made = !isUndone || node.isForCompensation === true ? mapOutputs(run, token, { node, payload }) : {};
  remember(run, token, { node, inside });
  if (token.nth !== undefined)
    return finishInstance(run, token, { node, results: { ...inside?.vars, ...payload, ...made } });
  closeWaitsOf(run, token);
  run.trail.push({ type: 'left', elementId: node.id });
  goOn(run, token);
}

/** Begins the repetition of an activity; where there is nothing to repeat, the token goes on at once. */
export function repeat(run: Run, token: Token, node: FlowNode): void {
  const { scope, isOver } = beginRepetition(run, token, node);
  if (isOver) finishRepetition(run, node, scope);
}

function finishInstance(
  run: Run,
  token: Token,
  { node, results }: { readonly node: FlowNode; readonly results: Variables },
): void {
  closeWaitsOf(run, token);
  run.trail.push({ type: 'left', elementId: node.id });
  dropToken(run, token);
  const { scope, isOver } = completeInstance(run, { node, scope: scopeOf(run, token.scope), token, results });
  if (isOver) finishRepetition(run, node, scope);
}

function finishRepetition(run: Run, node: FlowNode, { id }: Scope): void {
  emptyScope(run, id);
  const scope = scopeOf(run, id);
  const token = tokenOf(run, scope.token ?? '');
  dropScope(run, scope);
  closeWaitsOf(run, token);
  keepFinished(run, scopeOf(run, token.scope), scope.done ?? []);
  const { outputCollection } = node.loop?.type === 'multi' ? node.loop : {};
  if (outputCollection !== undefined) {
    setVariables(run, token.scope, { [outputCollection]: scope.repetition?.results ?? [] });
  }
  goOn(run, token);
}

// An activity that undoes, or is undone, leads nowhere.
function goOn(run: Run, token: Token): void {
  const around = scopeOf(run, token.scope);
  depart(run, token, around.undo === undefined ? flowsToTake(run, token) : []);
  examineCompletion(run, around);
}

// An ad-hoc sub-process may have enough whenever something inside is completed (BPMN 2.0.2, 13.3.5).
function examineCompletion(run: Run, { id, node: blockId }: Scope): void {
  const block = blockId === undefined ? undefined : nodeAt(run, blockId);
  const condition = block?.adHoc?.completionCondition;
  if (block?.adHoc === undefined || condition === undefined) return;
  const place = { elementId: block.id, variables: visibleIn(run, id), now: run.now };
  if (!conditionAt(condition, place)) return;
  if (block.adHoc.cancelRemaining) emptyScope(run, id);
  const { offered: _, ...scope } = scopeOf(run, id);
  putScope(run, scope);
  run.queue.push({ type: 'settle', scope: id });
}
