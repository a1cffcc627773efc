import { definitionsOf } from '../../event-definition.ts';
import { isActivity } from '../../node.ts';
import type { FlowNode, Program } from '../../program.ts';
import { errorAt } from '../../../findings/finding.ts';
import type { Finding } from '../../../findings/finding.ts';

type LeftOut = ReadonlySet<string | undefined>;

/** Findings about an event, or a gateway that waits for events; elements that were left out are not asked for. */
export function checkEventNode(node: FlowNode, program: Program, leftOut: LeftOut): readonly Finding[] {
  return [...checkEventGateway(node, program, leftOut), ...checkBoundary(node, program, leftOut), ...checkEvent(node)];
}

function checkEventGateway(node: FlowNode, { nodes, flows }: Program, leftOut: LeftOut): readonly Finding[] {
  if (node.type !== 'bpmn:EventBasedGateway') return [];
  if (node.outgoing.length === 0) return [errorAt(node.id, 'gateway.events-missing')];
  return node.outgoing
    .map((id) => flows[id]?.target ?? '')
    .filter((id) => !leftOut.has(id) && !waits(nodes[id]))
    .map((id) => errorAt(id, 'gateway.event-expected', { gateway: node.id }));
}

function waits(node: FlowNode | undefined): boolean {
  if (node?.type === 'bpmn:ReceiveTask') return node.boundary.length === 0;
  return node?.type === 'bpmn:IntermediateCatchEvent';
}

function checkBoundary(node: FlowNode, { nodes }: Program, leftOut: LeftOut): readonly Finding[] {
  if (node.type !== 'bpmn:BoundaryEvent') return [];
  const host = nodes[node.attachedTo ?? ''];
  if (host === undefined) return leftOut.has(node.attachedTo) ? [] : [errorAt(node.id, 'boundary.host-missing')];
  if (!isActivity(host) || host.parent !== node.parent) {
    return [errorAt(node.id, 'boundary.host-wrong', { host: host.id })];
  }
  if (node.event?.type !== 'error' || node.interrupting === true) return [];
  return [errorAt(node.id, 'boundary.error-must-interrupt')];
}

const allowedEvents: Readonly<Partial<Record<FlowNode['type'], readonly string[]>>> = {
  'bpmn:StartEvent': ['none', 'message', 'timer', 'signal', 'condition', 'error', 'escalation', 'compensation'],
  'bpmn:EndEvent': ['none', 'message', 'signal', 'error', 'escalation', 'compensation', 'cancel', 'terminate'],
  'bpmn:IntermediateCatchEvent': ['message', 'timer', 'signal', 'condition', 'link'],
  'bpmn:IntermediateThrowEvent': ['none', 'message', 'signal', 'escalation', 'compensation', 'link'],
  'bpmn:BoundaryEvent': ['message', 'timer', 'signal', 'condition', 'error', 'escalation', 'compensation', 'cancel'],
};

function checkEvent({ id, type, event }: FlowNode): readonly Finding[] {
  const allowed = allowedEvents[type];
  if (event === undefined || allowed === undefined) return [];
  const wrong = definitionsOf(event).find((definition) => !allowed.includes(definition.type));
  if (wrong !== undefined) return [errorAt(id, 'event.definition-wrong', { type: wrong.type })];
  const catches = type === 'bpmn:IntermediateCatchEvent' || type === 'bpmn:BoundaryEvent';
  if (!catches || event.type !== 'message' || event.message !== undefined) return [];
  return [errorAt(id, 'message.missing', { by: 'event' })];
}
