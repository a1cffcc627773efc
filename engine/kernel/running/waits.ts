import { definitionsOf } from '../event-definition.ts';
import type { EventDefinition } from '../event-definition.ts';
import { cycleAt, evaluateLeniently, instantAfter, instantAt, textAt } from './expressions.ts';
import type { Place } from './expressions.ts';
import type { FlowNode, MessageDefinition } from '../program.ts';
import { nextId, nodeAt, putWait, tokenOf } from './run.ts';
import type { Run } from './run.ts';
import type { OpenWait, Scope, Token } from './state.ts';
import type { Wait } from '../types.ts';
import { visibleIn, visibleTo } from './variables.ts';

/** On whose behalf something waits: a token, or a scope for its event sub-processes. */
export type Owner = { readonly token: Token } | { readonly scope: Scope };

/** A wait as its element describes it, before it has an id. */
export type Opening = Wait extends infer W ? (W extends Wait ? Omit<W, 'id'> : never) : never;

/** What the instance itself has to remember of a wait beside what it shows. */
type Memory = Pick<OpenWait, 'part' | 'isMet' | 'cycle'>;

/** Opens a wait and remembers it. */
export function openWait(run: Run, owner: Owner, { memory, ...opening }: Opening & { readonly memory?: Memory }): Wait {
  const wait: Wait = { ...opening, id: nextId(run, 'w') };
  run.opened.set(wait.id, wait);
  putWait(run, {
    id: wait.id,
    type: wait.type,
    at: wait.elementId,
    ...('token' in owner ? { token: owner.token.id } : { scope: owner.scope.id }),
    ...(wait.type === 'message' && { message: wait.message }),
    ...(wait.type === 'message' && wait.correlationKey !== undefined && { key: wait.correlationKey }),
    ...(wait.type === 'signal' && { signal: wait.signal }),
    ...memory,
  });
  return wait;
}

/** Opens what an event waits for: all of its definitions that something outside, or a condition, makes happen. */
export function openEvent(run: Run, owner: Owner, node: FlowNode): void {
  if (node.work?.type === 'message') return openMessage(run, owner, { node, message: node.work.message });
  definitionsOf(node.event).forEach((event, part) => openDefinition(run, owner, { node, event, part }));
}

/** Opens the waits of the events on the border of the activity a token is at. */
export function openBoundary(run: Run, token: Token, node: FlowNode): void {
  for (const id of node.boundary) openEvent(run, { token }, nodeAt(run, id));
}

/** Opens the wait for a message. */
export function openMessage(
  run: Run,
  owner: Owner,
  { node, message, part }: { readonly node: FlowNode; readonly message: MessageDefinition; readonly part?: number },
): void {
  const place = placeOf(run, owner, node);
  openWait(run, owner, {
    type: 'message',
    elementId: node.id,
    name: node.name,
    message: textAt(message.name, place),
    ...(message.correlationKey !== undefined && { correlationKey: textAt(message.correlationKey, place) }),
    memory: partOf(part),
  });
}

interface Part {
  readonly node: FlowNode;
  readonly event: EventDefinition;
  readonly part: number;
}

function openDefinition(run: Run, owner: Owner, { node, event, part }: Part): void {
  const base = { elementId: node.id, name: node.name, memory: partOf(part) };
  // A diagram that is still being drawn may not name the message yet; it then is called as its event.
  if (event.type === 'message')
    return openMessage(run, owner, { node, message: event.message ?? { name: node.id }, part });
  if (event.type === 'timer') return openTimer(run, owner, { node, event, part });
  if (event.type === 'condition') return openCondition(run, owner, { node, event, part });
  if (event.type !== 'signal') return;
  openWait(run, owner, { ...base, type: 'signal', signal: textAt(event.signal, placeOf(run, owner, node)) });
}

function openTimer(run: Run, owner: Owner, { node, event, part }: Part): void {
  if (event.type !== 'timer') return;
  const { kind, expression } = event;
  const place = placeOf(run, owner, node);
  const base = { type: 'timer', elementId: node.id, name: node.name } as const;
  if (kind === 'cycle') {
    const cycle = cycleAt(expression, place);
    openWait(run, owner, { ...base, dueAt: cycle.dueAt, memory: { ...partOf(part), cycle } });
    return;
  }
  const dueAt = kind === 'date' ? instantAt(expression, place) : instantAfter(expression, place);
  openWait(run, owner, { ...base, dueAt, memory: partOf(part) });
}

// A condition that holds from the beginning happens at once.
function openCondition(run: Run, owner: Owner, { node, event, part }: Part): void {
  if (event.type !== 'condition') return;
  const isMet = evaluateLeniently(event.condition, placeOf(run, owner, node)) === true;
  const memory = { ...partOf(part), ...(isMet && { isMet }) };
  const base = { type: 'condition', elementId: node.id, name: node.name } as const;
  const wait = openWait(run, owner, { ...base, expression: event.condition, memory });
  if (isMet) run.queue.push({ type: 'met', wait: wait.id });
}

/** Examines all conditions again: those that have become true happen, those no longer true can happen again. */
export function examineConditions(run: Run): void {
  run.hasChanged = false;
  for (const wait of run.waits.values()) {
    if (wait.type !== 'condition') continue;
    const node = nodeAt(run, wait.at);
    const event = definitionsOf(node.event)[wait.part ?? 0];
    if (event?.type !== 'condition') continue;
    const holds = evaluateLeniently(event.condition, placeOf(run, ownerOf(run, wait), node)) === true;
    if (holds === (wait.isMet === true)) continue;
    const { isMet: _, ...rest } = wait;
    putWait(run, holds ? { ...rest, isMet: true } : rest);
    if (holds) run.queue.push({ type: 'met', wait: wait.id });
  }
}

/** The token or scope that a wait belongs to. */
export function ownerOf(run: Run, wait: OpenWait): Owner {
  const scope = run.scopes.get(wait.scope ?? '');
  return scope === undefined ? { token: tokenOf(run, wait.token ?? '') } : { scope };
}

function placeOf(run: Run, owner: Owner, { id }: FlowNode): Place {
  const variables = 'token' in owner ? visibleTo(run, owner.token) : visibleIn(run, owner.scope.id);
  return { elementId: id, variables, now: run.now };
}

/** Which of the definitions of its element a wait is for, to be kept with it; the first is not named. */
export function partOf(part: number | undefined): Memory {
  return part === undefined || part === 0 ? {} : { part };
}
