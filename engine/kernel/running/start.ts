import { finishActivity } from './finish.ts';
import { enterNode, flowsOf, leave } from './flow.ts';
import { isActivity } from '../node.ts';
import type { FlowNode } from '../program.ts';
import { closeWait, nextId, nodeAt, placeToken, putToken, scopeOf, waitsOf } from './run.ts';
import type { Run } from './run.ts';
import { listen } from './scopes.ts';
import { rootScopeId } from './state.ts';
import type { Token } from './state.ts';
import { ExecutionProblem } from '../types.ts';
import type { Instant, Variables } from '../types.ts';
import { openEvent } from './waits.ts';

/** How an instance begins. */
export interface Start {
  readonly variables: Variables;
  readonly now: Instant;
  /** What set it off: an event or receive task that opens the process; absent, the process simply begins. */
  readonly elementId?: string;
  /** Which of several definitions of that event it was; absent for the first. */
  readonly part?: number;
}

/** Puts the first tokens where an instance begins. */
export function placeStart(run: Run, { elementId, part = 0 }: Start): void {
  const opening = elementId === undefined ? undefined : openingOf(run, elementId);
  listen(run, scopeOf(run, rootScopeId));
  if (opening === undefined) return placeAll(run, run.program.starts[''] ?? []);
  const { element, gateway } = opening;
  const others =
    gateway?.needsAllEvents === true ? eventsBehind(run, gateway).filter(({ id }) => id !== element.id) : [];
  if (gateway !== undefined) {
    run.trail.push({ type: 'entered', elementId: gateway.id }, { type: 'left', elementId: gateway.id });
  }
  receive(run, element, part);
  placeAll(
    run,
    others.map(({ id }) => id),
  );
}

function placeAll(run: Run, elementIds: readonly string[]): void {
  for (const at of elementIds) placeToken(run, { id: nextId(run, 't'), at, scope: rootScopeId });
}

// What has happened is not waited for again; other definitions of the same event may have to follow.
function receive(run: Run, element: FlowNode, part: number): void {
  const token: Token = { id: nextId(run, 't'), at: element.id, scope: rootScopeId };
  if (element.type === 'bpmn:StartEvent' && element.event?.type !== 'multiple') return placeToken(run, token);
  putToken(run, token);
  enterNode(run, token);
  if (isActivity(element)) return finishActivity(run, token, { payload: {} });
  if (element.event?.type !== 'multiple' || !element.event.needsAll) return leave(run, token);
  openEvent(run, { token }, element);
  const own = waitsOf(run, token.id);
  const happened = own.find((wait) => (wait.part ?? 0) === part);
  if (happened !== undefined) closeWait(run, happened.id);
  if (own.length < 2) leave(run, token);
}

interface Opening {
  readonly element: FlowNode;
  /** The event-based gateway behind which the event stands. */
  readonly gateway?: FlowNode;
}

function openingOf(run: Run, elementId: string): Opening {
  const element = run.program.nodes[elementId];
  if (element !== undefined && element.parent === undefined) {
    if (element.type === 'bpmn:StartEvent' || element.instantiates === true) return { element };
    const gateway = element.incoming
      .map((id) => run.program.flows[id]?.source ?? '')
      .map((id) => run.program.nodes[id]);
    const opening = gateway.find((node) => node?.instantiates === true);
    if (opening !== undefined) return { element, gateway: opening };
  }
  throw new ExecutionProblem({ code: 'start.unknown', params: { process: run.program.processId, elementId } });
}

function eventsBehind(run: Run, gateway: FlowNode): readonly FlowNode[] {
  return flowsOf(run, gateway).map(({ target }) => nodeAt(run, target));
}
