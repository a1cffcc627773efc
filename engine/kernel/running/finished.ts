import { hasDefinition } from '../event-definition.ts';
import type { FlowNode } from '../program.ts';
import { nodeAt, putScope, scopeOf } from './run.ts';
import type { Run } from './run.ts';
import type { Finished, Scope, Token } from './state.ts';

/** Notes that an activity has completed, when there is something by which it could be undone. */
export function remember(
  run: Run,
  token: Token,
  { node, inside }: { readonly node: FlowNode; readonly inside?: Scope | undefined },
) {
  const around = scopeOf(run, token.scope);
  if (around.undo !== undefined || node.isForCompensation === true) return;
  const handler = handlerOf(run, node);
  const done = inside?.done ?? [];
  if (handler === undefined && done.length === 0 && undoingStart(run, node.id) === undefined) return;
  const vars = inside?.vars ?? (token.nth === undefined ? {} : token.vars) ?? {};
  const finished: Finished = {
    at: node.id,
    ...(handler !== undefined && { handler }),
    ...(Object.keys(vars).length > 0 && { vars }),
    ...(done.length > 0 && { done }),
  };
  keepFinished(run, around, [finished]);
}

/** Notes activities that have completed in a scope. */
export function keepFinished(run: Run, scope: Scope, finished: readonly Finished[]): void {
  if (finished.length > 0) putScope(run, { ...scope, done: [...(scope.done ?? []), ...finished] });
}

/** The start event of the compensation event sub-process of a sub-process, if it has one. */
export function undoingStart(run: Run, blockId: string): FlowNode | undefined {
  return run.program.eventSubProcesses[blockId]
    ?.flatMap((id) => run.program.starts[id] ?? [])
    .map((id) => nodeAt(run, id))
    .find(({ event }) => hasDefinition(event, 'compensation'));
}

function handlerOf(run: Run, node: FlowNode): string | undefined {
  return node.boundary.map((id) => nodeAt(run, id).handler).find((handler) => handler !== undefined);
}
