import { endEvent, throwEvent } from '../../kernel/running/behaviours/events.ts';
import { task } from '../../kernel/running/behaviours/tasks.ts';
import { finishActivity } from '../../kernel/running/finish.ts';
import { branchTo, cancelActivity, enterNode, leave, scopeInside } from '../../kernel/running/flow.ts';
import { mapInputs, mapOutputs } from '../../kernel/running/mappings.ts';
import { isActivity, isBlock } from '../../kernel/node.ts';
import type { FlowNode, Program } from '../../kernel/program.ts';
import { closeWait, closeWaitsOf, dropToken, nextId, nodeAt, putToken, waitsOf } from '../../kernel/running/run.ts';
import type { Run } from '../../kernel/running/run.ts';
import { openBlock } from '../../kernel/running/scopes.ts';
import { settleScope } from '../../kernel/running/settle.ts';
import { rootScopeId } from '../../kernel/running/state.ts';
import type { Scope, Token } from '../../kernel/running/state.ts';
import type { Variables } from '../../kernel/types.ts';
import { openBoundary, openEvent } from '../../kernel/running/waits.ts';

/*
 * The mirror follows what bpmn-engine does: for each element that bpmn-engine reports as entered there is a token, for
 * each sub-process a scope, and on them the variables and waits of the kernel. Which element comes next, what a join
 * waits for, what is interrupted and when a scope is over is bpmn-engine's alone; what an element means by its
 * extensions (mappings, forms, jobs, scripts, decisions, times) is worked out by the kernel's own functions, on a
 * program without flows. In bpmn-engine an element is active once at a time, so that its id names its token.
 */

/** A step of an instance, as it is followed. */
export interface Mirror {
  /** The records of the instance; its program has no flows. */
  readonly run: Run;
  /** The process with its flows. */
  readonly process: Program;
  /** What elements are going to end with, by their ids. */
  readonly results: Map<string, Variables>;
}

/** The token at an element. */
export function tokenAt({ run }: Mirror, elementId: string): Token | undefined {
  for (const token of run.tokens.values()) if (token.at === elementId) return token;
  return undefined;
}

/** The scope in which an element runs: that of the sub-process around it, else that of the process. */
export function scopeAround({ run, process }: Mirror, elementId: string): Scope | undefined {
  const block = process.nodes[elementId]?.parent;
  for (const scope of run.scopes.values()) {
    if (block === undefined ? scope.id === rootScopeId : scope.node === block) return scope;
  }
  return undefined;
}

/** Follows that bpmn-engine has entered an element: its work begins, or is done where nobody has to be waited for. */
export function follow(mirror: Mirror, elementId: string): void {
  const { run, process } = mirror;
  const scope = scopeAround(mirror, elementId);
  const node = process.nodes[elementId];
  if (node === undefined || scope === undefined) return;
  if (node.type === 'bpmn:BoundaryEvent' || gatewayBefore(process, node) !== undefined) return;
  const token: Token = { id: nextId(run, 't'), at: elementId, scope: scope.id };
  putToken(run, token);
  if (isBlock(node)) return enterBlock(run, token, node);
  if (isActivity(node)) return task(run, token, nodeAt(run, elementId));
  if (node.event?.type === 'error') return throwError(mirror, token, node);
  if (node.type === 'bpmn:EndEvent') return endEvent(run, token, nodeAt(run, elementId));
  if (node.type === 'bpmn:IntermediateThrowEvent' && node.event?.type !== 'link') {
    return throwEvent(run, token, nodeAt(run, elementId));
  }
  enterNode(run, token);
  if (node.type === 'bpmn:IntermediateCatchEvent') openEvent(run, { token }, node);
  if (node.type === 'bpmn:EventBasedGateway') openBehind(mirror, token, node);
}

/** Follows that bpmn-engine has carried an element out. */
export function finish(mirror: Mirror, elementId: string): void {
  const { run, process } = mirror;
  const node = process.nodes[elementId];
  if (node === undefined) return;
  const payload = mirror.results.get(elementId) ?? {};
  if (node.type === 'bpmn:BoundaryEvent') return finishBoundary(mirror, node, payload);
  const token = tokenAt(mirror, elementId) ?? passGateway(mirror, node);
  if (token === undefined) return;
  const inside = scopeInside(run, token);
  if (inside !== undefined) return settleScope(run, inside.id);
  if (isActivity(node)) return finishActivity(run, token, { payload });
  closeWaitsOf(run, token);
  mapOutputs(run, token, { node, payload });
  leave(run, token);
}

/**
 * Where an error goes: the event on the border of an activity, or of a sub-process around it, that catches its code,
 * else any error; the innermost first.
 */
export function catcherOf({ nodes }: Program, elementId: string, code: string): string | undefined {
  for (let host = nodes[elementId]; host !== undefined; host = nodes[host.parent ?? '']) {
    const events = host.boundary.flatMap((id) => {
      const event = nodes[id]?.event;
      return event?.type === 'error' ? [{ id, code: event.code }] : [];
    });
    const found = events.find((event) => event.code === code) ?? events.find((event) => event.code === undefined);
    if (found !== undefined) return found.id;
  }
  return undefined;
}

/** Follows that bpmn-engine has left an element; one that it has not carried out was interrupted. */
export function abandon(mirror: Mirror, elementId: string): void {
  const token = tokenAt(mirror, elementId);
  if (token === undefined) return;
  cancelActivity(mirror.run, token);
  dropToken(mirror.run, token);
}

/** Follows that bpmn-engine takes a flow; those behind an event-based gateway count when their event happens. */
export function take({ run, process }: Mirror, flowId: string): void {
  const source = process.nodes[process.flows[flowId]?.source ?? ''];
  if (source !== undefined && source.type !== 'bpmn:EventBasedGateway') run.trail.push({ type: 'taken', flowId });
}

function enterBlock(run: Run, token: Token, node: FlowNode): void {
  enterNode(run, token);
  openBlock(run, token, mapInputs(run, token, node));
  openBoundary(run, token, node);
}

function throwError(mirror: Mirror, token: Token, { id, name, event }: FlowNode): void {
  const code = event?.type === 'error' ? (event.code ?? '') : '';
  const catcher = catcherOf(mirror.process, id, code);
  if (catcher !== undefined) mirror.results.set(catcher, { errorCode: code, errorMessage: name });
  enterNode(mirror.run, token);
  leave(mirror.run, token);
}

function openBehind({ run, process }: Mirror, token: Token, gateway: FlowNode): void {
  for (const id of gateway.outgoing) {
    const event = process.nodes[process.flows[id]?.target ?? ''];
    if (event !== undefined) openEvent(run, { token }, event);
  }
}

function gatewayBefore(process: Program, { incoming }: FlowNode): FlowNode | undefined {
  const sources = incoming.map((id) => process.nodes[process.flows[id]?.source ?? '']);
  return sources.find((source) => source?.type === 'bpmn:EventBasedGateway');
}

// What stands behind an event-based gateway has happened: the token goes there.
function passGateway(mirror: Mirror, node: FlowNode): Token | undefined {
  const { run, process } = mirror;
  const gateway = gatewayBefore(process, node);
  const token = gateway && tokenAt(mirror, gateway.id);
  if (gateway === undefined || token === undefined) return undefined;
  const flowId = gateway.outgoing.find((id) => process.flows[id]?.target === node.id);
  closeWaitsOf(run, token);
  run.trail.push({ type: 'left', elementId: gateway.id });
  if (flowId !== undefined) run.trail.push({ type: 'taken', flowId });
  dropToken(run, token);
  return branchTo(run, token.scope, node.id);
}

// The activity has been left before when the event interrupts it; else only this event's own wait is over.
function finishBoundary(mirror: Mirror, node: FlowNode, payload: Variables): void {
  const { run } = mirror;
  const scope = scopeAround(mirror, node.id);
  if (scope === undefined) return;
  const host = node.interrupting === false ? tokenAt(mirror, node.attachedTo ?? '') : undefined;
  const own = host === undefined ? [] : waitsOf(run, host.id).filter(({ at }) => at === node.id);
  for (const wait of own) closeWait(run, wait.id);
  const token = branchTo(run, scope.id, node.id);
  if (node.event?.type !== 'error' || node.outputs.length > 0) mapOutputs(run, token, { node, payload });
  leave(run, token);
}
