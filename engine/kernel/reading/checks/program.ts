import { hasDefinition } from '../../event-definition.ts';
import { errorAt, warningAt } from '../../findings.ts';
import { isBlock } from '../../node.ts';
import type { Flow, FlowNode, Program } from '../../program.ts';
import type { ProcessGraph } from '../read-process.ts';
import type { Finding } from '../../../findings/finding.ts';
import { checkEventNode } from './program-events.ts';

/**
 * Findings about how the elements of a process are joined, as far as the kernel needs it beyond what the standard asks
 * of any diagram.
 */
export function checkProgram(program: Program, graph: ProcessGraph): readonly Finding[] {
  const leftOut = new Set(graph.findings.map(({ elementId }) => elementId));
  const nodes = Object.values(program.nodes);
  return [
    ...checkIds(graph),
    ...checkStarts(nodes),
    ...checkLooseEnds(nodes),
    ...graph.flows.flatMap((flow) => checkFlow(flow, program, leftOut)),
    ...nodes.flatMap((node) => nodeChecks.flatMap((check) => check(node, program))),
    ...nodes.flatMap((node) => checkEventNode(node, program, leftOut)),
  ];
}

type LeftOut = ReadonlySet<string | undefined>;
type NodeCheck = (node: FlowNode, program: Program) => readonly Finding[];

const nodeChecks: readonly NodeCheck[] = [checkIncoming, checkOutgoing, checkDefault, checkExclusive, checkMappings];

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

function checkStarts(nodes: readonly FlowNode[]): readonly Finding[] {
  const blocks = [undefined, ...nodes.filter((node) => isBlock(node))];
  return blocks.flatMap((block) => {
    const none = nodes.filter(({ type, parent, event }) => {
      return parent === block?.id && type === 'bpmn:StartEvent' && event?.type === 'none';
    });
    const where = block === undefined ? 'Il processo' : `Il sottoprocesso ${block.id}`;
    const message = `${where} ha più di un evento iniziale semplice: ne serve uno.`;
    return none.length > 1 ? [errorAt(none[1]?.id, 'start.several', message)] : [];
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

// Inputs are done where something is given: at activities and at what throws. Gateways hand tokens on and nothing else.
function checkMappings({ id, type, inputs, outputs }: FlowNode): readonly Finding[] {
  const catches = ['bpmn:StartEvent', 'bpmn:IntermediateCatchEvent', 'bpmn:BoundaryEvent'].includes(type);
  const ignored = type.endsWith('Gateway') ? [...inputs, ...outputs] : catches ? inputs : [];
  const [first] = ignored;
  if (first === undefined) return [];
  const message = `L’elemento ${id} non esegue l’assegnazione a «${first.target}»: qui non ha effetto.`;
  return [warningAt(id, 'mapping.ignored', message)];
}

function checkExclusive(node: FlowNode, { flows }: Program): readonly Finding[] {
  if (node.type !== 'bpmn:ExclusiveGateway' || node.outgoing.length < 2) return [];
  return node.outgoing
    .filter((id) => id !== node.defaultFlow && flows[id]?.condition === undefined)
    .map((id) => errorAt(id, 'flow.condition-missing', `Il flusso ${id} esce da ${node.id} senza condizione.`));
}
