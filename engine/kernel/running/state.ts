import { ExecutionProblem } from '../types.ts';
import type { ExecutionState, Instant, Json, Variables, Wait, WaitId } from '../types.ts';

/*
 * Between two steps an instance is: scopes, which form a tree and hold variables; tokens, each in a scope and at an
 * element; and waits, each of a token or of a scope. A token at a user task has that task's wait and those of its
 * boundary events. A token at a sub-process owns the scope inside it. A token at a repeated activity owns a scope in
 * which each instance is a token at the same element. A token at a joining gateway has arrived and waits for others. A
 * token at a compensation event owns a scope in which the activities are undone one after the other. The waits of a
 * scope are those of its event sub-processes. When no token is left the instance has ended. Ids come from one counter
 * and are never used again.
 */

/** An activity that has completed and can be undone. */
export interface Finished {
  readonly at: string;
  /** The activity that undoes it; absent when what happened inside is undone instead. */
  readonly handler?: string;
  /** The variables of the sub-process when it completed, or those of one instance of a repeated activity. */
  readonly vars?: Variables;
  /** What completed inside the sub-process, the oldest first. */
  readonly done?: readonly Finished[];
}

/** How far a repeated activity has come. The counters that expressions see are variables of its scope. */
export interface Repetition {
  /** How many instances have been started. */
  readonly started: number;
  /** How many there are to be; absent for a loop with a condition only. */
  readonly total?: number;
  /** The items still to be handed out, one after the other. */
  readonly items?: readonly Json[];
  /** What each instance gave for the output collection, by its number. */
  readonly results?: readonly Json[];
}

/** Where variables live: the process (no parent), a sub-process, or what a token at some element owns. */
export interface Scope {
  readonly id: string;
  readonly parent?: string;
  readonly token?: string;
  /** The sub-process whose elements it runs; absent for the process and for repetitions and undoing. */
  readonly node?: string;
  readonly vars: Variables;
  readonly repetition?: Repetition;
  /** What can be undone here, the oldest first. */
  readonly done?: readonly Finished[];
  /** What is being undone here and still to come; the last one is next. */
  readonly undo?: readonly Finished[];
  /** It is undone because its transaction was cancelled. */
  readonly isCancelled?: true;
  /** Nobody waits for the undoing. */
  readonly isBeside?: true;
  /** An event sub-process has interrupted it; its other event sub-processes are out of play. */
  readonly isInterrupted?: true;
  /** The activities of a sequential ad-hoc sub-process that are still to come. */
  readonly offered?: readonly string[];
  /** Complex gateways that have fired and wait for the rest: the flows by which tokens had come. */
  readonly resets?: Readonly<Record<string, readonly string[]>>;
}

/** A place where execution stands. */
export interface Token {
  readonly id: string;
  /** The element's id. */
  readonly at: string;
  readonly scope: string;
  /** The flow by which it came, kept where a join needs it. */
  readonly via?: string;
  /** Its number, from 1, when it is one instance of a repeated activity. */
  readonly nth?: number;
  /**
   * At a throwing event that waits until something is undone: the first of its definitions that is still to be thrown.
   */
  readonly part?: number;
  /** What the input mappings of the activity gave: variables that only this activity sees. */
  readonly vars?: Variables;
}

/** What an instance remembers of a wait; the rest was told to the caller when it opened. */
export interface OpenWait {
  readonly id: WaitId;
  readonly type: Wait['type'];
  /** The waiting element: the token's own, an event on its border, or one behind its event-based gateway. */
  readonly at: string;
  /** The token or, for the start of an event sub-process, the scope that waits. */
  readonly token?: string;
  readonly scope?: string;
  /** Which of several event definitions of the element it is; absent for the first. */
  readonly part?: number;
  readonly message?: string;
  readonly key?: string;
  readonly signal?: string;
  /** A condition that holds already and has to become false before it can happen again. */
  readonly isMet?: true;
  /** The rest of a cycle: its text, when it is due, and how many times it comes back after that. */
  readonly cycle?: { readonly text: string; readonly dueAt: Instant; readonly left?: number };
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
  throw new ExecutionProblem({ code: 'state.foreign', params: {} });
}
