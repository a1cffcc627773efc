import { readState } from '../running/state.ts';
import type { OpenWait, Scope, State, Token } from '../running/state.ts';
import type { ExecutionState, WaitId } from '../types.ts';

/** A state, and how many like tokens in it make a difference. */
interface Reading extends State {
  readonly mostAlike: number;
}

/**
 * What two states have in common that can go on in the same ways: where tokens stand, without ids and variables. Of
 * like tokens so many are counted as make a difference: what may begin again and again would else lead to ever new
 * states.
 */
export function stateKey(state: ExecutionState, mostAlike: number): string {
  const read = { ...readState(state), mostAlike };
  return scopeKey(read, read.scopes[0]);
}

/** Names the open waits of a state by where they stand: those of like tokens have one key. */
export function waitKeys(state: ExecutionState, mostAlike: number): ReadonlyMap<WaitId, string> {
  const read = { ...readState(state), mostAlike };
  return new Map(read.waits.map((wait) => [wait.id, waitKey(read, wait)]));
}

// The wait, its token or scope, and the tokens around, from the inside out.
function waitKey(state: Reading, wait: OpenWait): string {
  const parts = [`${wait.type}@${wait.at}.${wait.part ?? 0}`];
  let id = wait.token ?? tokenAround(state, wait.scope);
  for (let token = tokenOf(state, id); token !== undefined; token = tokenOf(state, id)) {
    parts.push(tokenKey(state, token));
    id = tokenAround(state, token.scope);
  }
  return parts.join(' ');
}

function tokenOf({ tokens }: State, id: string | undefined): Token | undefined {
  return tokens.find((token) => token.id === id);
}

function tokenAround({ scopes }: State, scopeId: string | undefined): string | undefined {
  return scopes.find(({ id }) => id === scopeId)?.token;
}

function scopeKey(state: Reading, scope: Scope | undefined): string {
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
  return `{${upTo(state.mostAlike, tokens.sort()).join(',')}|${waitsOf(state, scope.id)}|${JSON.stringify(rest)}}`;
}

// The keys are sorted: a key that stands so many places before is one of too many that are alike.
function upTo(most: number, keys: readonly string[]): readonly string[] {
  return keys.filter((key, index) => keys[index - most] !== key);
}

function tokenKey(state: Reading, { id, at, via }: Token): string {
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
