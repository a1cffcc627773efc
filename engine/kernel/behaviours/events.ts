import { endByError, throwBpmnError } from '../bpmn-error.ts';
import { emptyScope, enterNode, leave, leaveBy } from '../flow.ts';
import { rootScopeId } from '../state.ts';
import type { Behaviour } from './behaviour.ts';
import { openEvent } from './catching.ts';
import { task } from './tasks.ts';

/** A start event only lets its token pass; whoever started the instance has placed it there. */
export const startEvent: Behaviour = (run, token) => {
  enterNode(run, token);
  leave(run, token);
};

/** A catching event waits for its timer or message. */
export const catchEvent: Behaviour = (run, token, node) => {
  enterNode(run, token);
  openEvent(run, token, node);
};

/** A throwing event passes, unless its message has to be sent outside: then it is a job. */
export const throwEvent: Behaviour = (run, token, node) => {
  if (node.work !== undefined) return task(run, token, node);
  enterNode(run, token);
  leave(run, token);
};

/** An end event ends its token, with its scope (terminate) or by an error where it is of that kind. */
export const endEvent: Behaviour = (run, token, node) => {
  if (token.scope === rootScopeId) run.endEventId = node.id;
  if (node.work !== undefined) return task(run, token, node);
  enterNode(run, token);
  if (node.event?.type === 'terminate') {
    run.tokens.delete(token.id);
    emptyScope(run, token.scope);
    if (token.scope === rootScopeId) run.ended = 'terminated';
  }
  if (node.event?.type !== 'error') return leaveBy(run, token, []);
  const error = { code: node.event.code ?? '', message: node.name };
  run.trail.push({ type: 'left', elementId: node.id });
  run.tokens.delete(token.id);
  if (!throwBpmnError(run, token, error)) endByError(run);
};
