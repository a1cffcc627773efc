import { textsAt } from '../expressions.ts';
import { enterNode } from '../flow.ts';
import { mapInputs } from '../mappings.ts';
import type { FlowNode } from '../../program.ts';
import { nextId, placeToken, putScope, scopeOf } from '../run.ts';
import type { Run } from '../run.ts';
import { listen, openBlock } from '../scopes.ts';
import type { Scope, Token } from '../state.ts';
import { visibleIn } from '../variables.ts';
import { openBoundary } from '../waits.ts';
import type { Behaviour } from './behaviour.ts';

/**
 * An embedded sub-process opens a scope, with its input mappings as variables, and tokens where it begins; empty, it is
 * over.
 */
export const subProcess: Behaviour = (run, token, node) => {
  const scope = enterBlock(run, token, node);
  const starts = run.program.starts[node.id] ?? [];
  for (const at of starts) placeInside(run, scope, at);
  if (starts.length === 0) run.queue.push({ type: 'settle', scope: scope.id });
};

/** An ad-hoc sub-process offers its activities all at once, or one after the other. */
export const adHocSubProcess: Behaviour = (run, token, node) => {
  const scope = enterBlock(run, token, node);
  const ids = offeredIn(run, scope, node);
  if (node.adHoc?.sequential !== true) for (const at of ids) placeInside(run, scope, at);
  else putScope(run, { ...scopeOf(run, scope.id), offered: ids });
  if (ids.length === 0 || node.adHoc?.sequential === true) run.queue.push({ type: 'settle', scope: scope.id });
};

function enterBlock(run: Run, token: Token, node: FlowNode): Scope {
  enterNode(run, token);
  const scope = openBlock(run, token, mapInputs(run, token, node));
  if (token.nth === undefined) openBoundary(run, token, node);
  listen(run, scope);
  return scope;
}

function placeInside(run: Run, { id }: Scope, at: string): void {
  placeToken(run, { id: nextId(run, 't'), at, scope: id });
}

function offeredIn(run: Run, scope: Scope, { id, adHoc }: FlowNode): readonly string[] {
  const all = run.program.starts[id] ?? [];
  if (adHoc?.activeElements === undefined) return all;
  const place = { elementId: id, variables: visibleIn(run, scope.id), now: run.now };
  const chosen = textsAt(`=${adHoc.activeElements}`, place);
  return all.filter((each) => chosen.includes(each));
}
