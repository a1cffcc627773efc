import type { FlowNode } from '../program.ts';
import { nodeAt, putScope, scopeOf, tokenOf } from './run.ts';
import type { Run } from './run.ts';
import { rootScopeId } from './state.ts';
import type { Scope, Token } from './state.ts';
import type { Variables } from '../types.ts';
import { nextId } from './run.ts';
import { openEvent } from './waits.ts';

/** The id of the sub-process that a scope runs, empty for the process; absent for repetitions and undoing. */
export function blockOf(scope: Scope): string | undefined {
  return scope.id === rootScopeId ? '' : scope.node;
}

/** The token that owns the scope a token is in, if any. */
export function ownerOfScope(run: Run, { scope }: Pick<Token, 'scope'>): Token | undefined {
  const owner = scopeOf(run, scope).token;
  return owner === undefined ? undefined : tokenOf(run, owner);
}

/** Opens the scope of a sub-process for the token that is at it, with what is declared inside and its own variables. */
export function openBlock(run: Run, token: Token, vars: Variables): Scope {
  const declared = run.program.declared[token.at] ?? [];
  const scope: Scope = {
    id: nextId(run, 's'),
    parent: token.scope,
    token: token.id,
    node: token.at,
    vars: { ...Object.fromEntries(declared.map((name) => [name, null])), ...token.vars, ...vars },
  };
  putScope(run, scope);
  return scope;
}

/** Opens the waits of a scope's event sub-processes. */
export function listen(run: Run, scope: Scope): void {
  for (const start of startsOfEvents(run, scope)) openEvent(run, { scope }, start);
}

/** The start events of the event sub-processes of a scope. */
export function startsOfEvents(run: Run, scope: Scope): readonly FlowNode[] {
  const ids = run.program.eventSubProcesses[blockOf(scope) ?? ' '] ?? [];
  return ids.flatMap((id) => run.program.starts[id] ?? []).map((id) => nodeAt(run, id));
}
