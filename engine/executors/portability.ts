import { addDuration, isDuration } from '../kernel/time/instants.ts';
import { definitionsOf } from '../kernel/event-definition.ts';
import type { EventDefinition } from '../kernel/event-definition.ts';
import { messageOf } from '../kernel/node.ts';
import type { FlowNode, FlowNodeType, Program } from '../kernel/program.ts';
import type { UntriedType } from '../findings/executors.ts';
import { errorAt, warningAt } from '../findings/finding.ts';
import type { Finding } from '../findings/finding.ts';
import { catcherOf } from './bpmn-engine/mirror.ts';
import { pathFindings } from './bpmn-engine/paths.ts';

/**
 * What of a process is outside of the subset that bpmn-engine (25.0.1, with bpmn-elements 17.3.0) executes as BPMN
 * asks, each with the element. An error keeps the process from being run there; a warning says
 * what holds only because Iter keeps the clock, or what depends on the data. A rule either names a difference that has
 * been seen, or says that the element has not been tried there.
 */
export function portabilityFindings(program: Program): readonly Finding[] {
  const nodes = Object.values(program.nodes);
  return [...nodes.flatMap((node) => rules.flatMap((rule) => rule(node, program))), ...pathFindings(program)];
}

type Rule = (node: FlowNode, program: Program) => readonly Finding[];

const rules: readonly Rule[] = [
  elementType,
  repetition,
  quantity,
  compensation,
  inclusiveJoin,
  eventGateway,
  eventDefinition,
  sideEvent,
  longTimer,
  errorEnd,
  defaultFlow,
  ownMessage,
  sentEvent,
];

const untriedTypes: ReadonlySet<FlowNodeType> = new Set<UntriedType>([
  'bpmn:ComplexGateway',
  'bpmn:Transaction',
  'bpmn:AdHocSubProcess',
  'bpmn:CallActivity',
]);

const isUntried = (type: FlowNodeType): type is UntriedType => untriedTypes.has(type);

function elementType({ id, type, isEventSubProcess, work }: FlowNode): readonly Finding[] {
  if (isEventSubProcess === true) return [errorAt(id, 'portability.event-sub-process')];
  if (!isUntried(type) || (type === 'bpmn:CallActivity' && work?.type !== 'call')) return [];
  return [errorAt(id, 'portability.element-type', { type })];
}

function repetition({ id, loop }: FlowNode): readonly Finding[] {
  return loop === undefined ? [] : [errorAt(id, 'portability.repetition')];
}

function quantity({ id, startQuantity, completionQuantity }: FlowNode): readonly Finding[] {
  if (startQuantity === undefined && completionQuantity === undefined) return [];
  return [errorAt(id, 'portability.quantity')];
}

function compensation({ id, isForCompensation }: FlowNode): readonly Finding[] {
  return isForCompensation === true ? [errorAt(id, 'portability.compensation')] : [];
}

function inclusiveJoin({ id, type, incoming }: FlowNode): readonly Finding[] {
  if (type !== 'bpmn:InclusiveGateway' || incoming.length < 2) return [];
  return [errorAt(id, 'portability.inclusive-join')];
}

function eventGateway({ id, type, instantiates, needsAllEvents }: FlowNode): readonly Finding[] {
  if (instantiates === true) return [errorAt(id, 'portability.beginning', { because: 'instantiates' })];
  if (type !== 'bpmn:EventBasedGateway' || needsAllEvents !== true) return [];
  return [errorAt(id, 'portability.event-gateway')];
}

const knownEvents: ReadonlySet<EventDefinition['type']> = new Set([
  'none',
  'message',
  'timer',
  'error',
  'terminate',
  'link',
]);

function eventDefinition({ id, type, event }: FlowNode): readonly Finding[] {
  if (event === undefined) return [];
  if (type === 'bpmn:StartEvent' && event.type !== 'none') {
    return [errorAt(id, 'portability.beginning', { because: 'event' })];
  }
  if (!knownEvents.has(event.type)) return [errorAt(id, 'portability.event', { type: event.type })];
  if (event.type !== 'timer' || event.kind !== 'cycle') return [];
  return [errorAt(id, 'portability.timer-cycle')];
}

function sideEvent({ id, interrupting, event }: FlowNode): readonly Finding[] {
  if (interrupting !== false || event?.type === 'timer') return [];
  return [errorAt(id, 'portability.side-event')];
}

/** The longest delay of a timer of bpmn-engine: that of `setTimeout`, in milliseconds. */
const longestDelay = 2_147_483_647;

function longTimer({ id, event }: FlowNode): readonly Finding[] {
  const isLong = definitionsOf(event).some(
    (each) => each.type === 'timer' && each.kind === 'duration' && lengthOf(each.expression) >= longestDelay,
  );
  return isLong ? [warningAt(id, 'portability.long-timer')] : [];
}

function lengthOf(duration: string): number {
  const end = isDuration(duration) ? addDuration('1970-01-01T00:00:00.000Z', duration) : undefined;
  return end === undefined ? 0 : Date.parse(end);
}

function errorEnd({ id, type, event }: FlowNode, program: Program): readonly Finding[] {
  if (type !== 'bpmn:EndEvent' || event?.type !== 'error') return [];
  if (catcherOf(program, id, event.code ?? '') !== undefined) return [];
  return [errorAt(id, 'portability.error-not-caught')];
}

function defaultFlow({ id, type, outgoing, defaultFlow: byDefault }: FlowNode, { flows }: Program): readonly Finding[] {
  if (byDefault === undefined || type === 'bpmn:ExclusiveGateway') return [];
  const isFree = outgoing.some((each) => each !== byDefault && flows[each]?.condition === undefined);
  return isFree ? [errorAt(id, 'portability.default-flow')] : [];
}

function ownMessage(node: FlowNode, { nodes }: Program): readonly Finding[] {
  const thrown = isThrowing(node) && node.event?.type === 'message' ? node.event.message?.name : undefined;
  if (thrown === undefined) return [];
  const isAwaited = Object.values(nodes).some((other) => !isThrowing(other) && messageOf(other)?.name === thrown);
  return isAwaited ? [errorAt(node.id, 'portability.own-message', { message: thrown })] : [];
}

function sentEvent(node: FlowNode): readonly Finding[] {
  if (!isThrowing(node) || node.work === undefined) return [];
  return [errorAt(node.id, 'portability.sent-event')];
}

function isThrowing({ type }: FlowNode): boolean {
  return type === 'bpmn:IntermediateThrowEvent' || type === 'bpmn:EndEvent';
}
