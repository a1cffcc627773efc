import type { Decisions } from '../../rules/decision.ts';
import { idOf, textOf } from '../../rules/moddle.ts';
import type { ModdleElement } from '../../rules/moddle.ts';
import type { Flow, FlowNode, Program } from '../program.ts';
import type { ProcessGraph } from './read-process.ts';
import { readVersionTag } from './read-work.ts';

/** Joins what was read of a process into a program: flows at their elements, links, and where each block begins. */
export function link(process: ModdleElement, graph: ProcessGraph, decisions: Decisions): Program {
  const incoming = groupIds(graph.flows, ({ target }) => target);
  const outgoing = groupIds(graph.flows, ({ source }) => source);
  const nodes = graph.nodes.map((node) => {
    const linkTarget = linkTargetOf(node, graph.nodes);
    return {
      ...node,
      incoming: incoming.get(node.id) ?? [],
      outgoing: outgoing.get(node.id) ?? [],
      ...(linkTarget !== undefined && { linkTarget }),
    };
  });
  const versionTag = readVersionTag(process);
  return {
    processId: idOf(process),
    name: textOf(process, 'name') ?? idOf(process),
    ...(versionTag !== undefined && { versionTag }),
    nodes: Object.fromEntries(nodes.map((node) => [node.id, node])),
    flows: Object.fromEntries(graph.flows.map((flow) => [flow.id, flow])),
    starts: startsOf(nodes),
    eventSubProcesses: groupNodes(nodes.filter(({ isEventSubProcess }) => isEventSubProcess === true)),
    declared: graph.declared,
    decisions,
  };
}

function linkTargetOf(node: FlowNode, nodes: readonly FlowNode[]): string | undefined {
  if (node.type !== 'bpmn:IntermediateThrowEvent' || node.event?.type !== 'link') return undefined;
  const { name } = node.event;
  const isTarget = ({ type, event, parent }: FlowNode) =>
    type === 'bpmn:IntermediateCatchEvent' && event?.type === 'link' && event.name === name && parent === node.parent;
  return nodes.find(isTarget)?.id;
}

function groupIds(flows: readonly Flow[], keyOf: (flow: Flow) => string): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const flow of flows) {
    const group = groups.get(keyOf(flow));
    if (group) group.push(flow.id);
    else groups.set(keyOf(flow), [flow.id]);
  }
  return groups;
}

function groupNodes(nodes: readonly FlowNode[]): Readonly<Record<string, readonly string[]>> {
  const groups: Record<string, string[]> = {};
  for (const { parent = '', id } of nodes) (groups[parent] ??= []).push(id);
  return groups;
}

// A none start event comes before one that something outside sets off; without any start event, the process begins
// wherever no flow enters (BPMN 2.0.2, 13.2).
function startsOf(nodes: readonly FlowNode[]): Readonly<Record<string, readonly string[]>> {
  const blocks = new Set(nodes.map(({ parent = '' }) => parent));
  const entries = [...blocks].map(
    (block) => [block, startsIn(nodes.filter(({ parent = '' }) => parent === block))] as const,
  );
  return Object.fromEntries(entries);
}

function startsIn(nodes: readonly FlowNode[]): readonly string[] {
  const events = nodes.filter(({ type }) => type === 'bpmn:StartEvent');
  const first = events.find(({ event }) => event?.type === 'none') ?? events[0];
  return first === undefined ? nodes.filter(isBeginning).map(({ id }) => id) : [first.id];
}

// What something else sets off is no beginning: events on a border or of a link, what undoes, event sub-processes.
function isBeginning({ type, incoming, event, isForCompensation, isEventSubProcess, instantiates }: FlowNode): boolean {
  const isSetOff = isForCompensation === true || isEventSubProcess === true || instantiates === true;
  const isLink = type === 'bpmn:IntermediateCatchEvent' && event?.type === 'link';
  return incoming.length === 0 && type !== 'bpmn:BoundaryEvent' && !isSetOff && !isLink;
}
