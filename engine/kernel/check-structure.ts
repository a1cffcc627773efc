import { errorAt, warningAt } from './findings.ts';
import { definitionsOf, hasDefinition } from './event-definition.ts';
import { isActivity, isBlock } from './node.ts';
import type { Flow, FlowNode, Program } from './program.ts';
import type { ProcessGraph } from './read-process.ts';
import type { Finding } from './types.ts';

/** Findings about how the elements of a process are joined, after BPMN 2.0.2, chapters 10 and 13. */
export function checkStructure(program: Program, graph: ProcessGraph): readonly Finding[] {
  const leftOut = new Set(graph.findings.map(({ elementId }) => elementId));
  const nodes = Object.values(program.nodes);
  return [
    ...checkIds(graph),
    ...checkStarts(nodes, leftOut),
    ...checkLooseEnds(nodes),
    ...graph.flows.flatMap((flow) => checkFlow(flow, program, leftOut)),
    ...nodes.flatMap((node) => nodeChecks.flatMap((check) => check(node, program, leftOut))),
  ];
}

type LeftOut = ReadonlySet<string | undefined>;
type NodeCheck = (node: FlowNode, program: Program, leftOut: LeftOut) => readonly Finding[];

const nodeChecks: readonly NodeCheck[] = [
  checkIncoming,
  checkOutgoing,
  checkDefault,
  checkExclusive,
  checkEventGateway,
  checkBoundary,
  checkEvent,
  checkQuantities,
];

function checkIds({ nodes, flows }: ProcessGraph): readonly Finding[] {
  const seen = new Set<string>();
  return [...nodes, ...flows].flatMap(({ id }) => {
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    return [errorAt(id, 'bpmn.duplicate-id', `L’identificativo ${id} compare più volte.`)];
  });
}

// Without start and end events a block begins wherever no flow enters; with an end it needs a start (10.5.2).
function checkStarts(nodes: readonly FlowNode[], leftOut: LeftOut): readonly Finding[] {
  const blocks = [undefined, ...nodes.filter(({ type }) => isBlock({ type }) && type !== 'bpmn:AdHocSubProcess')];
  return blocks.flatMap((block) => {
    const inside = nodes.filter(({ parent }) => parent === block?.id);
    const starts = inside.filter(({ type, instantiates }) => type === 'bpmn:StartEvent' || instantiates === true);
    const none = starts.filter(({ event }) => event?.type === 'none');
    const where = block === undefined ? 'Il processo' : `Il sottoprocesso ${block.id}`;
    if (none.length > 1) {
      return [errorAt(none[1]?.id, 'start.several', `${where} ha più di un evento iniziale semplice: ne serve uno.`)];
    }
    const isNeeded = inside.some(({ type }) => type === 'bpmn:EndEvent');
    if (starts.length > 0 || !isNeeded || inside.some(({ id }) => leftOut.has(id))) return [];
    return [errorAt(block?.id, 'start.missing', `${where} non ha un evento iniziale.`)];
  });
}

function checkFlow(flow: Flow, { nodes }: Program, leftOut: LeftOut): readonly Finding[] {
  const source = nodes[flow.source];
  const target = nodes[flow.target];
  const findings: Finding[] = [];
  if (!source && !leftOut.has(flow.source)) {
    findings.push(errorAt(flow.id, 'flow.source-missing', `Il flusso ${flow.id} non parte da alcun elemento.`));
  }
  if (!target && !leftOut.has(flow.target)) {
    findings.push(errorAt(flow.id, 'flow.target-missing', `Il flusso ${flow.id} non arriva ad alcun elemento.`));
  }
  if (source && target && source.parent !== target.parent) {
    const message = `Il flusso ${flow.id} attraversa il confine di un sottoprocesso, da ${source.id} a ${target.id}.`;
    findings.push(errorAt(flow.id, 'flow.crosses-border', message));
  }
  return findings;
}

function checkIncoming(
  { id, type, incoming, event, isForCompensation, ...node }: FlowNode,
  { nodes }: Program,
): readonly Finding[] {
  if (type === 'bpmn:StartEvent' || type === 'bpmn:BoundaryEvent') {
    if (incoming.length === 0) return [];
    return [errorAt(id, 'flow.incoming-forbidden', `Nell’evento ${id} non può entrare alcun flusso.`)];
  }
  const isSetOff = isForCompensation === true || node.isEventSubProcess === true || node.instantiates === true;
  if (incoming.length > 0 || isSetOff || event?.type === 'link') return [];
  if (nodes[node.parent ?? '']?.type === 'bpmn:AdHocSubProcess') return [];
  return [warningAt(id, 'flow.incoming-missing', `L’elemento ${id} non è raggiungibile: nessun flusso vi entra.`)];
}

function checkOutgoing({ id, type, outgoing }: FlowNode): readonly Finding[] {
  if (type !== 'bpmn:EndEvent' || outgoing.length === 0) return [];
  return [errorAt(id, 'flow.outgoing-forbidden', `Dall’evento finale ${id} non può uscire alcun flusso.`)];
}

// Where ends are drawn, a path that reaches none looks forgotten; without any, every last element is an end.
function checkLooseEnds(nodes: readonly FlowNode[]): readonly Finding[] {
  const withEnds = new Set(nodes.filter(({ type }) => type === 'bpmn:EndEvent').map(({ parent }) => parent));
  const loose = nodes.filter(({ type, outgoing }) => type !== 'bpmn:EndEvent' && outgoing.length === 0).filter(goesOn);
  return loose
    .filter(({ parent }) => withEnds.has(parent))
    .map(({ id }) => {
      const message = `Dopo l’elemento ${id} il percorso si interrompe: nessun flusso porta a un evento finale.`;
      return warningAt(id, 'flow.outgoing-missing', message);
    });
}

// What undoes, starts by an event or jumps by a link leads nowhere by itself.
function goesOn({ type, event, isForCompensation, isEventSubProcess }: FlowNode): boolean {
  if (isForCompensation === true || isEventSubProcess === true) return false;
  if (type === 'bpmn:BoundaryEvent' && hasDefinition(event, 'compensation')) return false;
  return !(type === 'bpmn:IntermediateThrowEvent' && event?.type === 'link');
}

function checkDefault({ id, defaultFlow, outgoing }: FlowNode, { flows }: Program): readonly Finding[] {
  if (defaultFlow === undefined) return [];
  if (!outgoing.includes(defaultFlow)) {
    const message = `Il flusso predefinito ${defaultFlow} non esce dall’elemento ${id}.`;
    return [errorAt(id, 'flow.default-foreign', message)];
  }
  if (flows[defaultFlow]?.condition === undefined) return [];
  const message = `Il flusso ${defaultFlow} è predefinito: la sua condizione non viene mai esaminata.`;
  return [warningAt(defaultFlow, 'flow.default-conditional', message)];
}

function checkQuantities({ id, startQuantity = 1, completionQuantity = 1 }: FlowNode): readonly Finding[] {
  if (startQuantity >= 1 && completionQuantity >= 1) return [];
  const message = `L’attività ${id} deve ricevere e dare almeno un token (startQuantity, completionQuantity).`;
  return [errorAt(id, 'activity.quantity-wrong', message)];
}

function checkExclusive(node: FlowNode, { flows }: Program): readonly Finding[] {
  if (node.type !== 'bpmn:ExclusiveGateway' || node.outgoing.length < 2) return [];
  return node.outgoing
    .filter((id) => id !== node.defaultFlow && flows[id]?.condition === undefined)
    .map((id) => errorAt(id, 'flow.condition-missing', `Il flusso ${id} esce da ${node.id} senza condizione.`));
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
