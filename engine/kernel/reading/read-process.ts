import { feelText } from '../../rules/feel.ts';
import { elementOf, elementsOf, idOf, textOf } from '../../rules/moddle.ts';
import type { ModdleElement } from '../../rules/moddle.ts';
import { isBlock } from '../node.ts';
import type { FlowNode } from '../node.ts';
import type { Flow } from '../program.ts';
import { readDeclared } from './read-data.ts';
import { readNode } from './read-node.ts';
import type { Surroundings } from './surroundings.ts';
import type { Finding } from '../../findings/finding.ts';

/** The graph of a process, with the sub-processes laid flat: every node names the one that holds it. */
export interface ProcessGraph {
  readonly nodes: readonly FlowNode[];
  readonly flows: readonly Flow[];
  /** The variables that the process (key empty) and each sub-process declare. */
  readonly declared: Readonly<Record<string, readonly string[]>>;
  readonly findings: readonly Finding[];
}

/** A process or sub-process whose elements are still to be read. */
interface Block {
  readonly element: ModdleElement;
  readonly parent?: string;
  readonly laneName?: string;
}

/** Reads the elements of a process; what the kernel cannot run becomes a finding and is left out. */
export function readProcess(process: ModdleElement, around: Surroundings): ProcessGraph {
  const lanes = new Map<string, string>();
  const nodes: FlowNode[] = [];
  const flows: Flow[] = [];
  const findings: Finding[] = [];
  const blocks: Block[] = [{ element: process }];
  for (const block of blocks) {
    const elements = elementsOf(block.element, 'flowElements');
    for (const [id, name] of lanesOf(block.element)) lanes.set(id, name);
    const attached = boundaryIdsByHost(elements);
    for (const element of elements.filter(isSequenceFlow)) flows.push(readFlow(element, flows));
    for (const element of elements.filter((each) => !isSequenceFlow(each) && !isPassive(each))) {
      const id = idOf(element);
      const laneName = lanes.get(id) ?? block.laneName;
      const standing = { ...placeOf(block.parent, laneName), boundary: attached.get(id) ?? [], around };
      const reading = readNode(element, standing);
      findings.push(...reading.findings);
      if (reading.node === undefined) continue;
      nodes.push(reading.node);
      if (isBlock(reading.node)) blocks.push({ element, ...placeOf(id, laneName) });
    }
  }
  return { nodes, flows, declared: declaredIn(blocks, nodes), findings };
}

function placeOf(parent: string | undefined, laneName: string | undefined) {
  return { ...(parent !== undefined && { parent }), ...(laneName !== undefined && { laneName }) };
}

const passiveTypes = new Set(['bpmn:DataObject', 'bpmn:DataObjectReference', 'bpmn:DataStoreReference']);

function isPassive(element: ModdleElement): boolean {
  return passiveTypes.has(element.$type);
}

function isSequenceFlow(element: ModdleElement): boolean {
  return element.$type === 'bpmn:SequenceFlow';
}

function declaredIn(blocks: readonly Block[], nodes: readonly FlowNode[]): Readonly<Record<string, readonly string[]>> {
  const used = new Set(
    nodes.flatMap(({ dataIn = [], dataOut = [] }) => [
      ...dataIn.map(({ source }) => source),
      ...dataOut.map(({ target }) => target),
    ]),
  );
  const entries = blocks.map(({ element, parent = '' }) => [parent, readDeclared(element, used)] as const);
  return Object.fromEntries(entries.filter(([, names]) => names.length > 0));
}

// A flow without id is called after what it joins; a further one between the same elements is counted.
function readFlow(element: ModdleElement, others: readonly Flow[]): Flow {
  const condition = textOf(elementOf(element, 'conditionExpression'), 'body');
  const source = idOf(elementOf(element, 'sourceRef'));
  const target = idOf(elementOf(element, 'targetRef'));
  const same = others.filter((other) => other.source === source && other.target === target).length;
  const made = same === 0 ? `${source}_${target}` : `${source}_${target}_${same + 1}`;
  return {
    id: idOf(element) || made,
    source,
    target,
    ...(condition !== undefined && { condition: feelText(condition) }),
  };
}

function boundaryIdsByHost(elements: readonly ModdleElement[]): ReadonlyMap<string, readonly string[]> {
  const byHost = new Map<string, readonly string[]>();
  for (const element of elements) {
    const host = idOf(elementOf(element, 'attachedToRef'));
    if (host !== '') byHost.set(host, [...(byHost.get(host) ?? []), idOf(element)]);
  }
  return byHost;
}

// The innermost lane gives the name.
function lanesOf(block: ModdleElement): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const sets = [...elementsOf(block, 'laneSets')];
  for (const set of sets) {
    for (const lane of elementsOf(set, 'lanes')) {
      const name = textOf(lane, 'name') ?? idOf(lane);
      for (const node of elementsOf(lane, 'flowNodeRef')) names.set(idOf(node), name);
      const inner = elementOf(lane, 'childLaneSet');
      if (inner) sets.push(inner);
    }
  }
  return names;
}
