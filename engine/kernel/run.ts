import type { FlowNode, Program } from './program.ts';
import { rootScopeId } from './state.ts';
import type { OpenWait, Scope, State, Token } from './state.ts';
import { ExecutionProblem } from './types.ts';
import type { ExecutionState, Instant, Json, Move, TrailEntry, Wait, WaitId } from './types.ts';

/** Something still to be done in this step: a token enters its element, or a scope may have come to its end. */
export type Work =
  { readonly type: 'enter'; readonly token: string } | { readonly type: 'settle'; readonly scope: string };

/** One step under way: the instance unpacked, what is still to be done, and what has happened so far. */
export interface Run {
  readonly program: Program;
  readonly now: Instant;
  readonly scopes: Map<string, Scope>;
  readonly tokens: Map<string, Token>;
  readonly waits: Map<WaitId, OpenWait>;
  readonly queue: Work[];
  readonly opened: Map<WaitId, Wait>;
  readonly closed: WaitId[];
  readonly trail: TrailEntry[];
  counter: number;
  endEventId: string | undefined;
  ended: 'completed' | 'terminated' | 'error' | undefined;
}

/** Begins a step of an instance. The state is not changed. */
export function beginRun(program: Program, state: State, now: Instant): Run {
  return {
    program,
    now,
    scopes: new Map(state.scopes.map((scope) => [scope.id, scope])),
    tokens: new Map(state.tokens.map((token) => [token.id, token])),
    waits: new Map(state.waits.map((wait) => [wait.id, wait])),
    queue: [],
    opened: new Map(),
    closed: [],
    trail: [],
    counter: state.counter,
    endEventId: state.end,
    ended: undefined,
  };
}

/** What the step has led to. */
export function endRun(run: Run): Move {
  const { endEventId, ended } = run;
  return {
    state: packState(run),
    opened: [...run.opened.values()],
    closed: run.closed,
    trail: run.trail,
    variables: scopeOf(run, rootScopeId).vars,
    ...(ended !== undefined && { ended: { reason: ended, ...(endEventId !== undefined && { endEventId }) } }),
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
  return run.program.nodes[id] ?? lost('L’elemento', id);
}

/** A scope that is known to exist. */
export function scopeOf(run: Run, id: string): Scope {
  return run.scopes.get(id) ?? lost('L’ambito', id);
}

/** A token that is known to exist. */
export function tokenOf(run: Run, id: string): Token {
  return run.tokens.get(id) ?? lost('Il token', id);
}

// A state kept for another version of the diagram is the only way here.
function lost(what: string, id: string): never {
  throw new ExecutionProblem('state.foreign', `${what} ${id} non esiste in questo diagramma o in questa istanza.`);
}

/** Puts a token at an element and lets it enter there. */
export function placeToken(run: Run, token: Token): void {
  run.tokens.set(token.id, token);
  run.queue.push({ type: 'enter', token: token.id });
}

/** Takes a token away; its scope may thereby have come to its end. */
export function consumeToken(run: Run, token: Token): void {
  run.tokens.delete(token.id);
  run.queue.push({ type: 'settle', scope: token.scope });
}

/** A wait as its element describes it, before it has an id. */
export type Opening = Wait extends infer W ? (W extends Wait ? Omit<W, 'id'> : never) : never;

/** Opens a wait for a token and remembers it. */
export function openWait(run: Run, token: Token, opening: Opening): void {
  const wait: Wait = { ...opening, id: nextId(run, 'w') };
  const isMessage = wait.type === 'message';
  run.opened.set(wait.id, wait);
  run.waits.set(wait.id, {
    id: wait.id,
    type: wait.type,
    at: wait.elementId,
    token: token.id,
    ...(isMessage && { message: wait.message }),
    ...(isMessage && wait.correlationKey !== undefined && { key: wait.correlationKey }),
  });
}

/** Closes a wait. One that opened in this very step was never told to anybody and simply disappears. */
export function closeWait(run: Run, waitId: WaitId): void {
  run.waits.delete(waitId);
  if (!run.opened.delete(waitId)) run.closed.push(waitId);
}

/** Closes whatever a token waits for, the events on its border included; tells whether there was anything. */
export function closeWaitsOf(run: Run, token: Token): boolean {
  const own = [...run.waits.values()].filter((wait) => wait.token === token.id);
  for (const wait of own) closeWait(run, wait.id);
  return own.length > 0;
}
