import { nextOfCycle } from '../time/cycle.ts';
import { startEventSubProcess } from './event-sub-process.ts';
import { finishActivity } from './finish.ts';
import { branchTo, enterNode, interrupt, leave } from './flow.ts';
import { mapOutputs } from './mappings.ts';
import { isActivity } from '../node.ts';
import type { FlowNode } from '../program.ts';
import { closeWait, closeWaitsOf, nodeAt, putToken, tokenOf, waitsOf } from './run.ts';
import type { Run } from './run.ts';
import type { OpenWait, Token } from './state.ts';
import type { Variables } from '../types.ts';
import { openEvent, openWait, ownerOf, partOf } from './waits.ts';

/** Lets what a wait was opened for happen: the element goes on with what it has been given. */
export function resolveWait(run: Run, wait: OpenWait, payload: Variables): void {
  const node = nodeAt(run, wait.at);
  if (isFirstOfAll(run, wait, node)) return receivePart(run, wait, { node, payload });
  if (wait.scope !== undefined) return resolveStart(run, wait, { node, payload });
  if (node.type === 'bpmn:BoundaryEvent') return resolveBoundary(run, wait, { node, payload });
  const token = tokenOf(run, wait.token ?? '');
  const here = token.at === wait.at ? token : passGateway(run, token, wait.at);
  if (isActivity(node)) return finishActivity(run, here, { payload: taken(node, payload) });
  closeWaitsOf(run, here);
  mapOutputs(run, here, { node, payload });
  leave(run, here);
}

// A call that does not take all gives its mappings something to see, and otherwise keeps nothing.
function taken({ work, outputs, dataOut = [] }: FlowNode, payload: Variables): Variables {
  if (work?.type !== 'call' || work.takesAll || outputs.length > 0) return payload;
  return Object.fromEntries(Object.entries(payload).filter(([name]) => dataOut.some(({ source }) => source === name)));
}

interface Received {
  readonly node: FlowNode;
  readonly payload: Variables;
}

// An event that needs all of its definitions has others that are still open.
function isFirstOfAll(run: Run, wait: OpenWait, { event }: FlowNode): boolean {
  if (event?.type !== 'multiple' || !event.needsAll) return false;
  const own = waitsOf(run, wait.token ?? wait.scope ?? '');
  return own.some((other) => other.at === wait.at && other.id !== wait.id);
}

function receivePart(run: Run, wait: OpenWait, { node, payload }: Received): void {
  const owner = ownerOf(run, wait);
  const scope = 'scope' in owner ? owner.scope.id : owner.token.scope;
  closeWait(run, wait.id);
  mapOutputs(run, { id: '', at: node.id, scope }, { node, payload });
}

// The event behind an event-based gateway has happened: the token goes there.
function passGateway(run: Run, token: Token, eventId: string): Token {
  closeWaitsOf(run, token);
  const flowId = nodeAt(run, token.at).outgoing.find((id) => run.program.flows[id]?.target === eventId);
  run.trail.push({ type: 'left', elementId: token.at });
  if (flowId !== undefined) run.trail.push({ type: 'taken', flowId });
  const moved: Token = { id: token.id, at: eventId, scope: token.scope };
  putToken(run, moved);
  enterNode(run, moved);
  return moved;
}

function resolveBoundary(run: Run, wait: OpenWait, { node, payload }: Received): void {
  const host = tokenOf(run, wait.token ?? '');
  if (node.interrupting !== false) return goOnFrom(run, interrupt(run, host, node.id), { node, payload });
  renew(run, wait, node);
  goOnFrom(run, branchTo(run, host.scope, node.id), { node, payload });
}

function resolveStart(run: Run, wait: OpenWait, { node, payload }: Received): void {
  if (node.interrupting === false) renew(run, wait, node);
  startEventSubProcess(run, { scopeId: wait.scope ?? '', start: node, payload });
}

function goOnFrom(run: Run, token: Token, result: Received): void {
  mapOutputs(run, token, result);
  leave(run, token);
}

// A timer fires once, or as its cycle says; anything else may come again as long as the activity lasts.
function renew(run: Run, wait: OpenWait, node: FlowNode): void {
  const owner = ownerOf(run, wait);
  if (node.event?.type === 'multiple' && node.event.needsAll) {
    closeWait(run, wait.id);
    return openEvent(run, owner, node);
  }
  if (wait.type !== 'timer') return;
  const cycle = wait.cycle && nextOfCycle(wait.cycle, run.now);
  closeWait(run, wait.id);
  if (cycle === undefined) return;
  const memory = { cycle, ...partOf(wait.part) };
  openWait(run, owner, { type: 'timer', elementId: node.id, name: node.name, dueAt: cycle.dueAt, memory });
}
