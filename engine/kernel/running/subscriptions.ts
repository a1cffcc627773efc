import { definitionsOf } from '../event-definition.ts';
import type { EventDefinition } from '../event-definition.ts';
import { cycleAt, instantAfter, instantAt, textAt } from './expressions.ts';
import type { Place } from './expressions.ts';
import type { FlowNode, Program } from '../program.ts';
import type { Cycle } from '../time/cycle.ts';
import type { Instant } from '../types.ts';

/** What a deployed process listens for: when it happens, an instance is opened at that element. */
export type Subscription = { readonly elementId: string; readonly part: number } & (
  | { readonly type: 'message'; readonly message: string }
  | { readonly type: 'timer'; readonly dueAt: Instant; readonly cycle?: Cycle }
  | { readonly type: 'signal'; readonly signal: string }
  /** FEEL over whatever the one who asks knows; it has to become true. */
  | { readonly type: 'condition'; readonly condition: string }
);

/**
 * What a process listens for from an instant on: its message, timer, signal and conditional start events, and receive
 * tasks and event-based gateways that open it. Expressions see no variables.
 * @throws ExecutionProblem when an expression cannot be evaluated
 */
export function subscriptionsOf(program: Program, now: Instant): readonly Subscription[] {
  return Object.values(program.nodes)
    .filter(({ parent }) => parent === undefined)
    .flatMap((node) => openingsOf(program, node))
    .flatMap((node) => listenedFor(node, now));
}

function openingsOf(program: Program, node: FlowNode): readonly FlowNode[] {
  if (node.type === 'bpmn:StartEvent') return [node];
  if (node.instantiates !== true) return [];
  if (node.type !== 'bpmn:EventBasedGateway') return [node];
  return node.outgoing
    .map((id) => program.nodes[program.flows[id]?.target ?? ''])
    .filter((event) => event !== undefined);
}

function listenedFor(node: FlowNode, now: Instant): readonly Subscription[] {
  const place = { elementId: node.id, variables: {}, now };
  if (node.work?.type === 'message') {
    return subscribe({ type: 'message', message: node.work.message }, { elementId: node.id, part: 0 }, place);
  }
  return definitionsOf(node.event).flatMap((event, part) => subscribe(event, { elementId: node.id, part }, place));
}

type Where = Pick<Subscription, 'elementId' | 'part'>;

function subscribe(event: EventDefinition, where: Where, place: Place): readonly Subscription[] {
  switch (event.type) {
    case 'message':
      return [{ ...where, type: 'message', message: textAt(event.message?.name ?? where.elementId, place) }];
    case 'signal':
      return [{ ...where, type: 'signal', signal: textAt(event.signal, place) }];
    case 'condition':
      return [{ ...where, type: 'condition', condition: event.condition }];
    case 'timer':
      return timerOf(event, where, place);
    default:
      return [];
  }
}

function timerOf(
  event: Extract<EventDefinition, { type: 'timer' }>,
  where: Where,
  place: Place,
): readonly Subscription[] {
  const { kind, expression } = event;
  if (kind === 'date') return [{ ...where, type: 'timer', dueAt: instantAt(expression, place) }];
  if (kind === 'duration') return [{ ...where, type: 'timer', dueAt: instantAfter(expression, place) }];
  const cycle = cycleAt(expression, place);
  return [{ ...where, type: 'timer', dueAt: cycle.dueAt, cycle }];
}
