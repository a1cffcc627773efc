import { definitionsOf } from '../event-definition.ts';
import type { EventDefinition } from '../event-definition.ts';
import { startEventSubProcess } from './event-sub-process.ts';
import { textAt } from './expressions.ts';
import { branchTo, emptyScope, interrupt, leave } from './flow.ts';
import { mapOutputs } from './mappings.ts';
import type { FlowNode } from '../program.ts';
import { resolveWait } from './resolve.ts';
import { nodeAt, scopeOf } from './run.ts';
import type { Run } from './run.ts';
import { ownerOfScope, startsOfEvents } from './scopes.ts';
import { rootScopeId } from './state.ts';
import type { Scope, Token } from './state.ts';
import type { Variables } from '../types.ts';
import { visibleTo } from './variables.ts';

/** A BPMN error: its code is matched by the events that catch it. */
export interface BpmnError {
  readonly code: string;
  readonly message: string;
  /** What was known where it was thrown. */
  readonly payload?: Variables;
}

/**
 * Throws a BPMN error where a token is. From the token's own activity outwards the first that catches its code, else
 * any error, catches it: an event on the border, or an event sub-process. Its output mappings see `errorCode`,
 * `errorMessage`, and what was known where the error was thrown.
 *
 * @returns whether anything caught it; if not, nothing has changed
 */
export function throwBpmnError(run: Run, from: Token, { code, message, payload = {} }: BpmnError): boolean {
  const catcher = findCatcher(run, from, { type: 'error', code });
  if (catcher === undefined) return false;
  deliver(run, catcher, { ...payload, errorCode: code, errorMessage: message });
  return true;
}

/** Ends the instance because of an error that nothing caught. */
export function endByError(run: Run, { code, message }: BpmnError): void {
  emptyScope(run, rootScopeId);
  run.ended = { reason: 'error', error: { code, message } };
}

/** An escalation, and what was known where it was thrown. */
export interface Escalation {
  readonly code: string;
  readonly payload: Variables;
}

/**
 * Throws an escalation where a token is; the innermost catcher reacts, and without any it goes outside. The catcher's
 * output mappings see `escalationCode` and what was known where it was thrown.
 */
export function throwEscalation(run: Run, from: Token, { code, payload }: Escalation): void {
  const catcher = findCatcher(run, from, { type: 'escalation', code });
  if (catcher !== undefined) return deliver(run, catcher, { ...payload, escalationCode: code });
  run.emitted.push({ type: 'escalation', elementId: from.at, code, payload });
}

/** Lets a signal happen wherever this instance waits for it. */
export function receiveSignal(run: Run, signal: string, payload: Variables): void {
  const waiting = [...run.waits.values()].filter((wait) => wait.type === 'signal' && wait.signal === signal);
  for (const wait of waiting) if (run.waits.has(wait.id)) resolveWait(run, wait, payload);
}

/** Throws a message, a signal or an escalation where a token is. Other events are not thrown this way. */
export function throwEvent(
  run: Run,
  token: Token,
  { event, payload }: { readonly event: EventDefinition; readonly payload: Variables },
) {
  const place = { elementId: token.at, variables: { ...visibleTo(run, token), ...payload }, now: run.now };
  const elementId = token.at;
  if (event.type === 'signal') {
    const signal = textAt(event.signal, place);
    run.emitted.push({ type: 'signal', elementId, signal, payload });
    receiveSignal(run, signal, payload);
  }
  if (event.type === 'message' && event.message !== undefined) {
    const { name, correlationKey } = event.message;
    const key = correlationKey === undefined ? {} : { correlationKey: textAt(correlationKey, place) };
    run.emitted.push({ type: 'message', elementId, message: textAt(name, place), ...key, payload });
  }
  if (event.type === 'escalation') throwEscalation(run, token, { code: event.code ?? '', payload: place.variables });
  if (event.type === 'error') {
    const error = { code: event.code ?? '', message: nodeAt(run, token.at).name, payload: place.variables };
    if (!throwBpmnError(run, token, error)) endByError(run, error);
  }
}

interface Thrown {
  readonly type: 'error' | 'escalation';
  readonly code: string;
}

/** What catches: an event on the border of what a token is at, or the start of an event sub-process of a scope. */
type Catcher = { readonly host: Token; readonly event: FlowNode } | { readonly scope: Scope; readonly event: FlowNode };

// What an event sub-process throws is not for its siblings: it goes to whoever is around all of them.
function findCatcher(run: Run, from: Token, thrown: Thrown): Catcher | undefined {
  for (let token: Token | undefined = from; token; token = ownerOfScope(run, token)) {
    const node = nodeAt(run, token.at);
    const onBorder =
      token.nth === undefined
        ? matching(
            node.boundary.map((id) => nodeAt(run, id)),
            thrown,
          )
        : undefined;
    if (onBorder !== undefined) return { host: token, event: onBorder };
    const scope = scopeOf(run, token.scope);
    if (node.isEventSubProcess === true || scope.isInterrupted === true) continue;
    const start = matching(startsOfEvents(run, scope), thrown);
    if (start !== undefined) return { scope, event: start };
  }
  return undefined;
}

// An exact code goes before an event for all codes.
function matching(events: readonly FlowNode[], { type, code }: Thrown): FlowNode | undefined {
  const codesOf = ({ event }: FlowNode) =>
    definitionsOf(event).flatMap((definition) => (definition.type === type ? [definition.code] : []));
  return (
    events.find((event) => codesOf(event).includes(code)) ?? events.find((event) => codesOf(event).includes(undefined))
  );
}

function deliver(run: Run, catcher: Catcher, payload: Variables): void {
  const { event } = catcher;
  if ('scope' in catcher) return startEventSubProcess(run, { scopeId: catcher.scope.id, start: event, payload });
  const { host } = catcher;
  const token = event.interrupting === false ? branchTo(run, host.scope, event.id) : interrupt(run, host, event.id);
  if (event.outputs.length > 0) mapOutputs(run, token, { node: event, payload });
  leave(run, token);
}
