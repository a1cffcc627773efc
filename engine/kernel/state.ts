import { ExecutionProblem } from './types.ts';
import type { ExecutionState, Variables, Wait, WaitId } from './types.ts';

/*
 * Between two steps an instance is: scopes, which form a tree and hold variables; tokens, each in a scope and at an
 * element; and waits, each of a token. A token at a user task has that task's wait and those of its boundary events.
 * A token at a sub-process owns the scope inside it. A token at a parallel gateway has arrived and waits for the
 * others. When no token is left the instance has ended. Ids come from one counter and are never used again.
 */

/** Where variables live: the process (no parent) or one sub-process, owned by the token that is at it. */
export interface Scope {
  readonly id: string;
  readonly parent?: string;
  readonly token?: string;
  readonly vars: Variables;
}

/** A place where execution stands. */
export interface Token {
  readonly id: string;
  /** The element's id. */
  readonly at: string;
  readonly scope: string;
  /** The flow by which it came, kept where a join needs it. */
  readonly via?: string;
  /** What the input mappings of the activity gave: variables that only this activity sees. */
  readonly vars?: Variables;
}

/** What an instance remembers of a wait; the rest was told to the caller when it opened. */
export interface OpenWait {
  readonly id: WaitId;
  readonly type: Wait['type'];
  /** The waiting element: the token's own, an event on its border, or one behind its event-based gateway. */
  readonly at: string;
  readonly token: string;
  readonly message?: string;
  readonly key?: string;
}

/** The whole record of an instance between two steps. */
export interface State {
  readonly counter: number;
  readonly scopes: readonly Scope[];
  readonly tokens: readonly Token[];
  readonly waits: readonly OpenWait[];
  /** The last end event of the process that was reached. */
  readonly end?: string;
}

/** The id of the scope of the process itself. */
export const rootScopeId = 's0';

/**
 * The record inside an opaque execution state.
 * @throws ExecutionProblem `state.foreign` when it was not made by this kernel
 */
export function readState(state: ExecutionState): State {
  const { counter, scopes, tokens, waits } = state;
  if (typeof counter === 'number' && Array.isArray(scopes) && Array.isArray(tokens) && Array.isArray(waits)) {
    return state as unknown as State;
  }
  throw new ExecutionProblem('state.foreign', 'Lo stato dell’esecuzione non proviene da questo esecutore.');
}
