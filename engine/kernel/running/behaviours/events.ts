import { definitionsOf } from '../../event-definition.ts';
import { emptyScope, enterNode, leave, leaveBy, moveTo } from '../flow.ts';
import { mapInputs, mapOutputs } from '../mappings.ts';
import type { FlowNode } from '../../program.ts';
import { dropToken, putScope, scopeOf } from '../run.ts';
import type { Run } from '../run.ts';
import { rootScopeId } from '../state.ts';
import type { Token } from '../state.ts';
import { endByError, throwBpmnError, throwEvent as throwOut } from '../throwing.ts';
import { cancelTransaction, compensate } from '../undo.ts';
import { visibleTo } from '../variables.ts';
import { openEvent } from '../waits.ts';
import type { Behaviour } from './behaviour.ts';
import { task } from './tasks.ts';

/**
 * A start event does its mappings and lets its token pass; whoever started the instance has placed it there. Those of
 * an event sub-process have been done by what set it off.
 */
export const startEvent: Behaviour = (run, token, node) => {
  enterNode(run, token);
  if (run.program.nodes[node.parent ?? '']?.isEventSubProcess !== true) mapOutputs(run, token, { node, payload: {} });
  leave(run, token);
};

/** A catching event waits for what it is defined by; one side of a link is only passed. */
export const catchEvent: Behaviour = (run, token, node) => {
  enterNode(run, token);
  if (node.event?.type === 'link') return leave(run, token);
  openEvent(run, { token }, node);
};

/** A throwing event throws and passes, unless its message has to be sent outside: then it is a job. */
export const throwEvent: Behaviour = (run, token, node) => {
  if (node.work !== undefined) return task(run, token, node);
  if (token.part === undefined) enterNode(run, token);
  if (!throwAll(run, token, node)) return;
  mapOutputs(run, token, { node, payload: {} });
  if (node.linkTarget !== undefined) return follow(run, token, node.linkTarget);
  leave(run, token);
};

/** An end event ends its token, after throwing what it is defined by. */
export const endEvent: Behaviour = (run, token, node) => {
  if (token.scope === rootScopeId) run.endEventId = node.id;
  if (node.work !== undefined) return task(run, token, node);
  if (token.part === undefined) enterNode(run, token);
  if (!throwAll(run, token, node)) return;
  mapOutputs(run, token, { node, payload: {} });
  leaveBy(run, token, []);
};

// One definition after the other, from where it waited for an undoing. Whether the token is still there and may go on.
function throwAll(run: Run, token: Token, node: FlowNode): boolean {
  const payload = mapInputs(run, token, node);
  for (const [part, event] of definitionsOf(node.event).entries()) {
    if (part < (token.part ?? 0)) continue;
    if (event.type === 'terminate') terminate(run, token);
    else if (event.type === 'cancel') return cancel(run, token);
    else if (event.type === 'error')
      return fail(run, token, {
        code: event.code ?? '',
        message: node.name,
        payload: { ...visibleTo(run, token), ...payload },
      });
    else if (event.type === 'compensation' && !compensate(run, { ...token, part: part + 1 }, event)) return false;
    else throwOut(run, token, { event, payload });
    if (event.type !== 'terminate' && !run.tokens.has(token.id)) return false;
  }
  return true;
}

// All that stands in the scope ends, and nothing more is offered there.
function terminate(run: Run, token: Token): void {
  dropToken(run, token);
  emptyScope(run, token.scope);
  const { offered: _, ...scope } = scopeOf(run, token.scope);
  putScope(run, scope);
  if (token.scope === rootScopeId) run.ended = { reason: 'terminated' };
}

function cancel(run: Run, token: Token): false {
  run.trail.push({ type: 'left', elementId: token.at });
  cancelTransaction(run, token);
  return false;
}

function fail(run: Run, token: Token, error: Parameters<typeof endByError>[1]): false {
  run.trail.push({ type: 'left', elementId: token.at });
  dropToken(run, token);
  if (!throwBpmnError(run, token, error)) endByError(run, error);
  return false;
}

function follow(run: Run, token: Token, target: string): void {
  run.trail.push({ type: 'left', elementId: token.at });
  leave(run, moveTo(run, token, target));
}
