import { hasDefinition } from '../../event-definition.ts';
import { errorAt, warningAt } from '../../../findings/finding.ts';
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

function checkStarts(nodes: readonly FlowNode[]): readonly Finding[] {
  const blocks = [undefined, ...nodes.filter((node) => isBlock(node))];
  return blocks.flatMap((block) => {
    const none = nodes.filter(({ type, parent, event }) => {
      return parent === block?.id && type === 'bpmn:StartEvent' && event?.type === 'none';
    });
    const params = block === undefined ? {} : { block: block.id };
    return none.length > 1 ? [errorAt(none[1]?.id, 'start.several', params)] : [];
  });
}

function checkFlow(flow: Flow, { nodes }: Program, leftOut: LeftOut): readonly Finding[] {
  const source = nodes[flow.source];
  const target = nodes[flow.target];
  const findings: Finding[] = [];
  if (!source && !leftOut.has(flow.source)) {
    findings.push(errorAt(flow.id, 'flow.source-missing'));
  }
  if (!target && !leftOut.has(flow.target)) {
    findings.push(errorAt(flow.id, 'flow.target-missing'));
  }
  if (source && target && source.parent !== target.parent) {
    findings.push(errorAt(flow.id, 'flow.crosses-border', { source: source.id, target: target.id }));
  }
  return findings;
}

function checkIncoming(
  { id, type, incoming, event, isForCompensation, ...node }: FlowNode,
  { nodes }: Program,
): readonly Finding[] {
  if (type === 'bpmn:StartEvent' || type === 'bpmn:BoundaryEvent') {
    if (incoming.length === 0) return [];
    return [errorAt(id, 'flow.incoming-forbidden')];
  }
  const isSetOff = isForCompensation === true || node.isEventSubProcess === true || node.instantiates === true;
  if (incoming.length > 0 || isSetOff || event?.type === 'link') return [];
  if (nodes[node.parent ?? '']?.type === 'bpmn:AdHocSubProcess') return [];
  return [warningAt(id, 'flow.incoming-missing')];
}

function checkOutgoing({ id, type, outgoing }: FlowNode): readonly Finding[] {
  if (type !== 'bpmn:EndEvent' || outgoing.length === 0) return [];
  return [errorAt(id, 'flow.outgoing-forbidden')];
}

// Where ends are drawn, a path that reaches none looks forgotten; without any, every last element is an end.
function checkLooseEnds(nodes: readonly FlowNode[]): readonly Finding[] {
  const withEnds = new Set(nodes.filter(({ type }) => type === 'bpmn:EndEvent').map(({ parent }) => parent));
  const loose = nodes.filter(({ type, outgoing }) => type !== 'bpmn:EndEvent' && outgoing.length === 0).filter(goesOn);
  return loose
    .filter(({ parent }) => withEnds.has(parent))
    .map(({ id }) => warningAt(id, 'flow.outgoing-missing', { element: id, because: 'loose-end' }));
}

// What undoes, starts by an event or jumps by a link leads nowhere by itself.
function goesOn({ type, event, isForCompensation, isEventSubProcess }: FlowNode): boolean {
  if (isForCompensation === true || isEventSubProcess === true) return false;
  if (type === 'bpmn:BoundaryEvent' && hasDefinition(event, 'compensation')) return false;
  return !(type === 'bpmn:IntermediateThrowEvent' && event?.type === 'link');
}

function checkDefault({ id, defaultFlow, outgoing }: FlowNode, { flows }: Program): readonly Finding[] {
  if (defaultFlow === undefined) return [];
  if (!outgoing.includes(defaultFlow)) return [errorAt(id, 'flow.default-foreign', { flow: defaultFlow })];
  return flows[defaultFlow]?.condition === undefined ? [] : [warningAt(defaultFlow, 'flow.default-conditional')];
}

// Inputs are done where something is given: at activities and at what throws. Gateways hand tokens on and nothing else.
function checkMappings({ id, type, inputs, outputs }: FlowNode): readonly Finding[] {
  const catches = ['bpmn:StartEvent', 'bpmn:IntermediateCatchEvent', 'bpmn:BoundaryEvent'].includes(type);
  const ignored = type.endsWith('Gateway') ? [...inputs, ...outputs] : catches ? inputs : [];
  const [first] = ignored;
  return first === undefined ? [] : [warningAt(id, 'mapping.ignored', { target: first.target })];
}

function checkExclusive(node: FlowNode, { flows }: Program): readonly Finding[] {
  if (node.type !== 'bpmn:ExclusiveGateway' || node.outgoing.length < 2) return [];
  return node.outgoing
    .filter((id) => id !== node.defaultFlow && flows[id]?.condition === undefined)
    .map((id) => errorAt(id, 'flow.condition-missing', { source: node.id }));
}
