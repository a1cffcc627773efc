import { emptyScope, interrupt, leave } from './flow.ts';
import { mapOutputs } from './mappings.ts';
import type { FlowNode } from './program.ts';
import { nodeAt, scopeOf, tokenOf } from './run.ts';
import type { Run } from './run.ts';
import { rootScopeId } from './state.ts';
import type { Token } from './state.ts';

/** A BPMN error: its code is matched by the events that catch it. */
export interface BpmnError {
  readonly code: string;
  readonly message: string;
}

/**
 * Throws a BPMN error where a token is. The nearest boundary event for its code, else for any error, catches it, from
 * the token's own activity outwards; the output mappings of that event see `errorCode` and `errorMessage`.
 *
 * @returns whether anything caught it; if not, nothing has changed
 */
export function throwBpmnError(run: Run, from: Token, error: BpmnError): boolean {
  for (let token: Token | undefined = from; token; token = ownerOf(run, token)) {
    const catcher = catcherOn(run, token, error.code);
    if (catcher === undefined) continue;
    const caught = interrupt(run, token, catcher.id);
    if (catcher.outputs.length > 0) {
      mapOutputs(run, caught, { node: catcher, payload: { errorCode: error.code, errorMessage: error.message } });
    }
    leave(run, caught);
    return true;
  }
  return false;
}

/** Ends the instance because of an error that nothing caught. */
export function endByError(run: Run): void {
  emptyScope(run, rootScopeId);
  run.ended = 'error';
}

function catcherOn(run: Run, token: Token, code: string): FlowNode | undefined {
  const events = nodeAt(run, token.at)
    .boundary.map((id) => nodeAt(run, id))
    .filter(({ event }) => event?.type === 'error');
  const exact = events.find(({ event }) => event?.type === 'error' && event.code === code);
  return exact ?? events.find(({ event }) => event?.type === 'error' && event.code === undefined);
}

function ownerOf(run: Run, token: Token): Token | undefined {
  const owner = scopeOf(run, token.scope).token;
  return owner === undefined ? undefined : tokenOf(run, owner);
}
