import { readState } from '../state.ts';
import type { Scope, State, Token } from '../state.ts';
import type { ExecutionState } from '../types.ts';

/** What two states have in common that can go on in the same ways: where tokens stand, without ids and variables. */
export function stateKey(state: ExecutionState): string {
  const read = readState(state);
  return scopeKey(read, read.scopes[0]);
}

function scopeKey(state: State, scope: Scope | undefined): string {
  if (scope === undefined) return '';
  const tokens = state.tokens.filter((token) => token.scope === scope.id).map((token) => tokenKey(state, token));
  const { repetition, done = [], undo, offered = [], resets = {}, isInterrupted } = scope;
  const rest = [
    repetition && [repetition.started, repetition.total ?? '', repetition.items?.length ?? ''],
    done.map(({ at }) => at),
    undo?.map(({ at }) => at),
    offered,
    Object.keys(resets),
    isInterrupted,
  ];
  return `{${tokens.sort().join(',')}|${waitsOf(state, scope.id)}|${JSON.stringify(rest)}}`;
}

function tokenKey(state: State, { id, at, via }: Token): string {
  const inside = state.scopes.find(({ token }) => token === id);
  return `${at}<${via ?? ''}:${waitsOf(state, id)}${scopeKey(state, inside)}`;
}

function waitsOf({ waits }: State, ownerId: string): string {
  const own = waits.filter(({ token, scope }) => (token ?? scope) === ownerId);
  return own
    .map(({ type, at, part = 0 }) => `${type}@${at}.${part}`)
    .sort()
    .join('+');
}
