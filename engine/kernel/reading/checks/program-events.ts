import { definitionsOf } from '../../event-definition.ts';
import { errorAt } from '../../findings.ts';
import { isActivity } from '../../node.ts';
import type { FlowNode, Program } from '../../program.ts';
import type { Finding } from '../../../findings/finding.ts';

type LeftOut = ReadonlySet<string | undefined>;

/** Findings about an event, or a gateway that waits for events; elements that were left out are not asked for. */
export function checkEventNode(node: FlowNode, program: Program, leftOut: LeftOut): readonly Finding[] {
  return [...checkEventGateway(node, program, leftOut), ...checkBoundary(node, program, leftOut), ...checkEvent(node)];
}

function checkEventGateway(node: FlowNode, { nodes, flows }: Program, leftOut: LeftOut): readonly Finding[] {
  if (node.type !== 'bpmn:EventBasedGateway') return [];
  if (node.outgoing.length === 0) {
    return [errorAt(node.id, 'gateway.events-missing', `Al gateway ${node.id} non segue alcun evento.`)];
  }
  return node.outgoing
    .map((id) => flows[id]?.target ?? '')
    .filter((id) => !leftOut.has(id) && !waits(nodes[id]))
    .map((id) => {
      const message = `A ${node.id} può seguire soltanto un evento intermedio o un’attività di ricezione, non ${id}.`;
      return errorAt(id, 'gateway.event-expected', message);
    });
}

function waits(node: FlowNode | undefined): boolean {
  if (node?.type === 'bpmn:ReceiveTask') return node.boundary.length === 0;
  return node?.type === 'bpmn:IntermediateCatchEvent';
}

function checkBoundary(node: FlowNode, { nodes }: Program, leftOut: LeftOut): readonly Finding[] {
  if (node.type !== 'bpmn:BoundaryEvent') return [];
  const host = nodes[node.attachedTo ?? ''];
  if (host === undefined) {
    if (leftOut.has(node.attachedTo)) return [];
    const message = `L’evento ${node.id} non è collocato sul bordo di alcuna attività (attachedToRef).`;
    return [errorAt(node.id, 'boundary.host-missing', message)];
  }
  if (!isActivity(host) || host.parent !== node.parent) {
    const message = `L’evento ${node.id} sta sul bordo di ${host.id}, che non è un’attività dello stesso livello.`;
    return [errorAt(node.id, 'boundary.host-wrong', message)];
  }
  if (node.event?.type !== 'error' || node.interrupting === true) return [];
  return [errorAt(node.id, 'boundary.error-must-interrupt', `L’evento di errore ${node.id} deve interrompere.`)];
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
  if (wrong !== undefined) {
    return [errorAt(id, 'event.definition-wrong', `L’evento ${id} non può essere di tipo «${wrong.type}».`)];
  }
  const catches = type === 'bpmn:IntermediateCatchEvent' || type === 'bpmn:BoundaryEvent';
  if (!catches || event.type !== 'message' || event.message !== undefined) return [];
  return [errorAt(id, 'message.missing', `L’evento ${id} aspetta un messaggio, ma non dice quale (messageRef).`)];
}
