import { conditionAt, countAt, evaluateAt, listAt } from './expressions.ts';
import type { Place } from './expressions.ts';
import { collectedBy } from '../node.ts';
import type { FlowNode, MultiInstance, StandardLoop } from '../node.ts';
import { nextId, placeToken, putScope } from './run.ts';
import type { Run } from './run.ts';
import type { Repetition, Scope, Token } from './state.ts';
import type { Json, Variables } from '../types.ts';
import { visibleIn, visibleTo } from './variables.ts';
import { openBoundary } from './waits.ts';

/**
 * Opens the scope of a repeated activity for the token that has arrived at it, and starts the first instance, or all.
 * @returns the scope, and whether there is nothing to repeat
 */
export function beginRepetition(
  run: Run,
  token: Token,
  node: FlowNode,
): { readonly scope: Scope; readonly isOver: boolean } {
  const place = { elementId: node.id, variables: visibleTo(run, token), now: run.now };
  const repetition = planned(node, place);
  const scope: Scope = {
    id: nextId(run, 's'),
    parent: token.scope,
    token: token.id,
    vars: { ...token.vars, ...counters(node, repetition) },
    repetition,
  };
  putScope(run, scope);
  openBoundary(run, token, node);
  const begun =
    node.loop?.type === 'multi' && !node.loop.sequential ? startAll(run, node, scope) : startNext(run, node, scope);
  return { scope: begun, isOver: begun.repetition?.started === 0 };
}

function planned({ loop }: FlowNode, place: Place): Repetition {
  if (loop?.type !== 'multi') {
    const maximum = loop?.maximum === undefined ? undefined : countAt(loop.maximum, place);
    return { started: 0, ...(maximum !== undefined && { total: maximum }) };
  }
  if (loop.collection !== undefined) {
    const items = listAt(loop.collection, place);
    return { started: 0, total: items.length, items };
  }
  return { started: 0, total: countAt(`=${loop.cardinality ?? '1'}`, place) };
}

// What expressions see beside loopCounter, which each instance has for itself.
function counters({ loop }: FlowNode, { total = 0 }: Repetition): Variables {
  if (loop?.type !== 'multi') return {};
  return { nrOfInstances: total, nrOfActiveInstances: 0, nrOfCompletedInstances: 0 };
}

/** What an instance of a repeated activity ended with. */
export interface InstanceResult {
  readonly node: FlowNode;
  readonly scope: Scope;
  readonly token: Token;
  /** What it gave, and what its output mappings made of that. */
  readonly results: Variables;
}

/**
 * Counts a completed instance, and starts the next one where they come one after the other.
 * @returns the scope as it is now, and whether the whole activity is over
 */
export function completeInstance(
  run: Run,
  result: InstanceResult,
): { readonly scope: Scope; readonly isOver: boolean } {
  const { loop } = result.node;
  if (loop?.type !== 'multi') return nextPass(run, result);
  const scope = counted(run, result, loop);
  throwInstanceEvents(run, result, loop);
  const place = { elementId: result.node.id, variables: visibleIn(run, scope.id), now: run.now };
  if (loop.completionCondition !== undefined && conditionAt(loop.completionCondition, place))
    return { scope, isOver: true };
  const next = loop.sequential ? startNext(run, result.node, scope) : scope;
  return { scope: next, isOver: next.vars.nrOfActiveInstances === 0 };
}

function nextPass(run: Run, { node, scope }: InstanceResult) {
  const next = startNext(run, node, scope);
  return { scope: next, isOver: next.repetition?.started === scope.repetition?.started };
}

function counted(run: Run, { node, scope, token, results: given }: InstanceResult, loop: MultiInstance): Scope {
  const { nrOfActiveInstances, nrOfCompletedInstances } = scope.vars;
  const variables = { ...visibleTo(run, token), ...given };
  const place = { elementId: node.id, variables, now: run.now };
  const result = loop.outputElement === undefined ? null : evaluateAt(loop.outputElement, place);
  const { repetition = { started: 0 } } = scope;
  const results = loop.outputCollection === undefined ? undefined : withResult(repetition, token.nth ?? 1, result);
  const now: Scope = {
    ...scope,
    vars: {
      ...scope.vars,
      nrOfActiveInstances: plus(nrOfActiveInstances, -1),
      nrOfCompletedInstances: plus(nrOfCompletedInstances, 1),
    },
    repetition: results === undefined ? repetition : { ...repetition, results },
  };
  putScope(run, now);
  run.hasChanged = true;
  return now;
}

function withResult({ results, total = 0 }: Repetition, nth: number, result: Json): readonly Json[] {
  const all = results === undefined ? new Array<Json>(total).fill(null) : [...results];
  all[nth - 1] = result;
  return all;
}

// BPMN 2.0.2, 10.3.8: behavior none throws at each completion, one at the first, complex where a condition holds.
function throwInstanceEvents(run: Run, { node, scope, token }: InstanceResult, { events }: MultiInstance): void {
  const owner = scope.token;
  const isFirst = scope.vars.nrOfCompletedInstances === 0;
  const place = { elementId: node.id, variables: { ...visibleIn(run, scope.id), ...token.vars }, now: run.now };
  for (const { event, condition, once } of events) {
    if (owner === undefined || (once && !isFirst)) continue;
    if (condition === undefined || conditionAt(condition, place))
      run.queue.push({ type: 'throw', token: owner, event });
  }
}

function startAll(run: Run, node: FlowNode, scope: Scope): Scope {
  const { total = 0, items } = scope.repetition ?? {};
  for (let nth = 1; nth <= total; nth += 1) placeInstance(run, { node, scope, nth, item: items?.[nth - 1] });
  return withStarted(run, scope, { started: total, total });
}

// One after the other: a further pass where there is one to come.
function startNext(run: Run, node: FlowNode, scope: Scope): Scope {
  const { started = 0, total, items } = scope.repetition ?? {};
  if (total !== undefined && started >= total) return scope;
  if (node.loop?.type === 'standard' && !isPassDue(run, { node, scope, loop: node.loop })) return scope;
  placeInstance(run, { node, scope, nth: started + 1, item: items?.[started] });
  return withStarted(run, scope, { ...scope.repetition, started: started + 1 });
}

function isPassDue(
  run: Run,
  { node, scope, loop }: { readonly node: FlowNode; readonly scope: Scope; readonly loop: StandardLoop },
): boolean {
  const passes = scope.repetition?.started ?? 0;
  if (passes === 0 && !loop.testBefore) return true;
  if (loop.condition === undefined) return true;
  const variables = { ...visibleIn(run, scope.id), loopCounter: passes };
  return conditionAt(loop.condition, { elementId: node.id, variables, now: run.now });
}

function withStarted(run: Run, scope: Scope, repetition: Repetition): Scope {
  const running = repetition.started - (scope.repetition?.started ?? 0);
  const isCounted = scope.vars.nrOfActiveInstances !== undefined;
  const vars = isCounted
    ? { ...scope.vars, nrOfActiveInstances: plus(scope.vars.nrOfActiveInstances, running) }
    : scope.vars;
  const now: Scope = { ...scope, vars, repetition };
  putScope(run, now);
  return now;
}

interface Instance {
  readonly node: FlowNode;
  readonly scope: Scope;
  readonly nth: number;
  readonly item: Json | undefined;
}

function placeInstance(run: Run, { node, scope, nth, item }: Instance): void {
  const name = node.loop?.type === 'multi' ? node.loop.item : undefined;
  const collected = collectedBy(node);
  const vars = {
    ...(collected !== undefined && { [collected]: null }),
    loopCounter: nth,
    ...(name !== undefined && item !== undefined && { [name]: item }),
  };
  placeToken(run, { id: nextId(run, 't'), at: node.id, scope: scope.id, nth, vars });
}

function plus(value: Json | undefined, change: number): number {
  return (typeof value === 'number' ? value : 0) + change;
}
