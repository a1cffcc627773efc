import type { EventDefinition, FlowNode, Program } from '../program.ts';
import { rootScopeId } from './state.ts';
import type { OpenWait, Scope, State, Token } from './state.ts';
import { ExecutionProblem } from '../types.ts';
import type { Emission, Ending, ExecutionState, Instant, Json, Move, TrailEntry, Wait, WaitId } from '../types.ts';

/** Something still to be done in this step. */
export type Work =
  /** A token enters its element. */
  | { readonly type: 'enter'; readonly token: string }
  /** A scope may have come to its end. */
  | { readonly type: 'settle'; readonly scope: string }
  /** A condition holds. */
  | { readonly type: 'met'; readonly wait: WaitId }
  /** An event is thrown where a token is, which itself stays. */
  | { readonly type: 'throw'; readonly token: string; readonly event: EventDefinition };

/** One step under way: the instance unpacked, what is still to be done, and what has happened so far. */
export interface Run {
  readonly program: Program;
  readonly now: Instant;
  readonly scopes: Map<string, Scope>;
  readonly tokens: Map<string, Token>;
  readonly waits: Map<WaitId, OpenWait>;
  /** Ids of the tokens in a scope, of the scope that a token owns, and of the waits of a token or scope. */
  readonly tokensIn: Map<string, Set<string>>;
  readonly scopeOwnedBy: Map<string, string>;
  readonly waitsOf: Map<string, Set<WaitId>>;
  readonly queue: Work[];
  readonly opened: Map<WaitId, Wait>;
  readonly closed: WaitId[];
  readonly trail: TrailEntry[];
  readonly emitted: Emission[];
  counter: number;
  /** Variables have changed since conditions were last examined. */
  hasChanged: boolean;
  endEventId: string | undefined;
  ended: Pick<Ending, 'reason' | 'error'> | undefined;
}

/** Begins a step of an instance. The state is not changed. */
export function beginRun(program: Program, state: State, now: Instant): Run {
  const run: Run = {
    program,
    now,
    scopes: new Map(),
    tokens: new Map(),
    waits: new Map(),
    tokensIn: new Map(),
    scopeOwnedBy: new Map(),
    waitsOf: new Map(),
    queue: [],
    opened: new Map(),
    closed: [],
    trail: [],
    emitted: [],
    counter: state.counter,
    hasChanged: false,
    endEventId: state.end,
    ended: undefined,
  };
  for (const scope of state.scopes) putScope(run, scope);
  for (const token of state.tokens) putToken(run, token);
  for (const wait of state.waits) putWait(run, wait);
  return run;
}

/** What the step has led to. */
export function endRun(run: Run): Move {
  const { endEventId, ended, emitted } = run;
  return {
    state: packState(run),
    opened: [...run.opened.values()],
    closed: run.closed,
    trail: run.trail,
    variables: scopeOf(run, rootScopeId).vars,
    ...(emitted.length > 0 && { emitted }),
    ...(ended !== undefined && { ended: { ...ended, ...(endEventId !== undefined && { endEventId }) } }),
  };
}

function packState(run: Run): ExecutionState {
  return {
    counter: run.counter,
    scopes: [...run.scopes.values()].map(asJson),
    tokens: [...run.tokens.values()].map(asJson),
    waits: [...run.waits.values()].map(asJson),
    ...(run.endEventId !== undefined && { end: run.endEventId }),
  };
}

// Members that are absent are never present as undefined, so the records are JSON as they stand.
function asJson(record: Scope | Token | OpenWait): Json {
  return record as unknown as Json;
}

/** A new id, unique within the instance. */
export function nextId(run: Run, letter: 's' | 't' | 'w'): string {
  run.counter += 1;
  return `${letter}${run.counter}`;
}

/** The element of an id that the program itself gave. */
export function nodeAt(run: Run, id: string): FlowNode {
  return run.program.nodes[id] ?? lost('element', id);
}

/** A scope that is known to exist. */
export function scopeOf(run: Run, id: string): Scope {
  return run.scopes.get(id) ?? lost('scope', id);
}

/** A token that is known to exist. */
export function tokenOf(run: Run, id: string): Token {
  return run.tokens.get(id) ?? lost('token', id);
}

// A state kept for another version of the diagram is the only way here.
function lost(part: 'element' | 'scope' | 'token', id: string): never {
  throw new ExecutionProblem({ code: 'state.foreign', params: { part, id } });
}

/** Adds a scope, or puts a changed one in the place of the old. */
export function putScope(run: Run, scope: Scope): void {
  run.scopes.set(scope.id, scope);
  if (scope.token !== undefined) run.scopeOwnedBy.set(scope.token, scope.id);
}

/** Removes a scope that has no tokens. */
export function dropScope(run: Run, scope: Scope): void {
  run.scopes.delete(scope.id);
  run.tokensIn.delete(scope.id);
  if (scope.token !== undefined) run.scopeOwnedBy.delete(scope.token);
}

/** Adds a token, or puts a changed one in the place of the old. It does not enter its element by that. */
export function putToken(run: Run, token: Token): void {
  run.tokens.set(token.id, token);
  addTo(run.tokensIn, token.scope, token.id);
}

/** Removes a token, and nothing else. */
export function dropToken(run: Run, token: Token): void {
  run.tokens.delete(token.id);
  run.tokensIn.get(token.scope)?.delete(token.id);
}

/** The tokens directly in a scope, the oldest first. */
export function tokensIn(run: Run, scopeId: string): readonly Token[] {
  return [...(run.tokensIn.get(scopeId) ?? [])].map((id) => tokenOf(run, id));
}

/** Whether no token is directly in a scope. */
export function isEmpty(run: Run, scopeId: string): boolean {
  return (run.tokensIn.get(scopeId)?.size ?? 0) === 0;
}

/** Puts a token at an element and lets it enter there. */
export function placeToken(run: Run, token: Token): void {
  putToken(run, token);
  run.queue.push({ type: 'enter', token: token.id });
}

/** Takes a token away; its scope may thereby have come to its end. */
export function consumeToken(run: Run, token: Token): void {
  dropToken(run, token);
  run.queue.push({ type: 'settle', scope: token.scope });
}

const ownerIdOf = ({ token, scope }: OpenWait): string => token ?? scope ?? '';

/** Adds a wait to those that are open, or puts a changed one in the place of the old. */
export function putWait(run: Run, wait: OpenWait): void {
  run.waits.set(wait.id, wait);
  addTo(run.waitsOf, ownerIdOf(wait), wait.id);
}

/** Closes a wait. One that opened in this very step was never told to anybody and simply disappears. */
export function closeWait(run: Run, waitId: WaitId): void {
  const wait = run.waits.get(waitId);
  if (wait === undefined) return;
  run.waits.delete(waitId);
  run.waitsOf.get(ownerIdOf(wait))?.delete(waitId);
  if (!run.opened.delete(waitId)) run.closed.push(waitId);
}

/** The waits of a token (the events on its border included) or of a scope, the oldest first. */
export function waitsOf(run: Run, ownerId: string): readonly OpenWait[] {
  return [...(run.waitsOf.get(ownerId) ?? [])].flatMap((id) => run.waits.get(id) ?? []);
}

/** Closes whatever a token or scope waits for; tells whether there was anything. */
export function closeWaitsOf(run: Run, { id }: Token | Scope): boolean {
  const own = waitsOf(run, id);
  for (const wait of own) closeWait(run, wait.id);
  return own.length > 0;
}

function addTo(index: Map<string, Set<string>>, key: string, id: string): void {
  const ids = index.get(key);
  if (ids === undefined) index.set(key, new Set([id]));
  else ids.add(id);
}
