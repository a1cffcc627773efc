import { branchTo, emptyScope } from './flow.ts';
import { mapInputs, mapOutputs } from './mappings.ts';
import type { FlowNode } from '../program.ts';
import { nextId, nodeAt, placeToken, putScope, scopeOf } from './run.ts';
import type { Run } from './run.ts';
import { listen, openBlock } from './scopes.ts';
import type { Variables } from '../types.ts';
import { setOwnVariables } from './variables.ts';

/** An event sub-process that is to run in a scope. */
export interface EventStart {
  readonly scopeId: string;
  /** Its start event. */
  readonly start: FlowNode;
  readonly payload: Variables;
}

/** Starts an event sub-process; an interrupting one first takes away everything else in the scope. */
export function startEventSubProcess(run: Run, { scopeId, start, payload }: EventStart): void {
  if (start.interrupting !== false) {
    emptyScope(run, scopeId);
    const { offered: _, ...scope } = scopeOf(run, scopeId);
    putScope(run, { ...scope, isInterrupted: true });
  }
  runEventSubProcess(run, { scopeId, start, payload });
}

/**
 * Runs an event sub-process beside whatever is going on in a scope. What set it off is seen by its mappings. Where it
 * may run several times side by side, each keeps what it was given to itself; one that interrupts gives it to what is
 * around.
 */
export function runEventSubProcess(run: Run, { scopeId, start, payload }: EventStart): void {
  const token = branchTo(run, scopeId, start.parent ?? '');
  const inputs = mapInputs(run, { ...token, vars: payload }, nodeAt(run, token.at));
  const scope = openBlock(run, token, inputs);
  listen(run, scope);
  const first = { id: nextId(run, 't'), at: start.id, scope: scope.id };
  if (start.outputs.length > 0 || start.dataOut !== undefined) mapOutputs(run, first, { node: start, payload });
  else if (!isCaught(start) && start.interrupting === false) setOwnVariables(run, scope.id, payload);
  else if (!isCaught(start)) mapOutputs(run, first, { node: start, payload });
  placeToken(run, first);
}

// What a thrown error or escalation says is seen by output mappings only.
function isCaught({ event }: FlowNode): boolean {
  return event?.type === 'error' || event?.type === 'escalation';
}
