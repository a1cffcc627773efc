import { elementOf, elementsOf, idOf, textOf } from '../rules/moddle.ts';
import type { ModdleElement } from '../rules/moddle.ts';
import { errorAt, notExecutable } from './findings.ts';
import type { EventDefinition, Flow, FlowNode, FlowNodeType, Work } from './program.ts';
import { readEvent } from './read-event.ts';
import { readJob, readMappings, readWork } from './read-work.ts';
import type { Finding } from './types.ts';

/** The graph of a process, with the sub-processes laid flat: every node names the one that holds it. */
export interface ProcessGraph {
  readonly nodes: readonly FlowNode[];
  readonly flows: readonly Flow[];
  readonly findings: readonly Finding[];
}

/** A process or sub-process whose elements are still to be read. */
interface Block {
  readonly element: ModdleElement;
  readonly parent?: string;
  readonly laneName?: string;
}

/** Reads the elements of a process; what the kernel cannot run becomes a finding and is left out. */
export function readProcess(process: ModdleElement): ProcessGraph {
  const lanes = lanesOf(process);
  const nodes: FlowNode[] = [];
  const flows: Flow[] = [];
  const findings: Finding[] = [];
  const blocks: Block[] = [{ element: process }];
  for (let block = blocks.shift(); block !== undefined; block = blocks.shift()) {
    const elements = elementsOf(block.element, 'flowElements');
    const attached = boundaryIdsByHost(elements);
    for (const element of elements) {
      if (element.$type === 'bpmn:SequenceFlow') flows.push(readFlow(element));
      if (element.$type === 'bpmn:SequenceFlow' || isPassive(element)) continue;
      const reading = readNode(element, block, { lanes, attached });
      findings.push(...reading.findings);
      if (reading.node === undefined) continue;
      nodes.push(reading.node);
      if (reading.node.type === 'bpmn:SubProcess') blocks.push(innerBlock(element, reading.node));
    }
  }
  return { nodes, flows, findings };
}

function innerBlock(element: ModdleElement, { id, laneName }: FlowNode): Block {
  return { element, parent: id, ...(laneName !== undefined && { laneName }) };
}

const passiveTypes = new Set(['bpmn:DataObject', 'bpmn:DataObjectReference', 'bpmn:DataStoreReference']);

function isPassive(element: ModdleElement): boolean {
  return passiveTypes.has(element.$type);
}

const taskTypes: ReadonlySet<string> = new Set([
  'bpmn:Task',
  'bpmn:ManualTask',
  'bpmn:UserTask',
  'bpmn:ServiceTask',
  'bpmn:SendTask',
  'bpmn:ReceiveTask',
  'bpmn:ScriptTask',
  'bpmn:BusinessRuleTask',
] satisfies FlowNodeType[]);

const eventTypes: ReadonlySet<string> = new Set([
  'bpmn:StartEvent',
  'bpmn:EndEvent',
  'bpmn:IntermediateCatchEvent',
  'bpmn:IntermediateThrowEvent',
  'bpmn:BoundaryEvent',
] satisfies FlowNodeType[]);

const otherTypes: ReadonlySet<string> = new Set([
  'bpmn:SubProcess',
  'bpmn:ExclusiveGateway',
  'bpmn:ParallelGateway',
  'bpmn:EventBasedGateway',
] satisfies FlowNodeType[]);

function isFlowNodeType(type: string): type is FlowNodeType {
  return taskTypes.has(type) || eventTypes.has(type) || otherTypes.has(type);
}

interface Surroundings {
  readonly lanes: ReadonlyMap<string, string>;
  readonly attached: ReadonlyMap<string, readonly string[]>;
}

interface NodeReading {
  readonly node?: FlowNode;
  readonly findings: readonly Finding[];
}

function readNode(element: ModdleElement, block: Block, around: Surroundings): NodeReading {
  const id = idOf(element);
  const type = element.$type;
  if (id === '') {
    const message = `Un elemento di tipo ${type} non ha identificativo.`;
    return { findings: [errorAt(undefined, 'element.id-missing', message)] };
  }
  const obstacle = obstacleOf(element);
  if (obstacle !== undefined || !isFlowNodeType(type)) return { findings: [notExecutable(id, obstacle ?? type)] };
  const { event, work, findings } = readSubstance(element);
  const laneName = around.lanes.get(id) ?? block.laneName;
  const defaultFlow = idOf(elementOf(element, 'default'));
  const node: FlowNode = {
    id,
    type,
    name: textOf(element, 'name') ?? '',
    ...(block.parent !== undefined && { parent: block.parent }),
    ...(laneName !== undefined && { laneName }),
    incoming: [],
    outgoing: [],
    ...(defaultFlow !== '' && { defaultFlow }),
    boundary: around.attached.get(id) ?? [],
    inputs: readMappings(element, 'inputParameters'),
    outputs: readMappings(element, 'outputParameters'),
    ...(event !== undefined && { event }),
    ...(work !== undefined && { work }),
    ...(type === 'bpmn:BoundaryEvent' && attachmentOf(element)),
  };
  return { node, findings };
}

function attachmentOf(element: ModdleElement): Pick<FlowNode, 'attachedTo' | 'interrupting'> {
  const attachedTo = idOf(elementOf(element, 'attachedToRef'));
  return { interrupting: element.cancelActivity !== false, ...(attachedTo !== '' && { attachedTo }) };
}

// What a known type of element asks for that the kernel does not do yet.
function obstacleOf(element: ModdleElement): string | undefined {
  if (elementOf(element, 'loopCharacteristics')) return 'attività ripetuta';
  if (element.triggeredByEvent === true) return 'sottoprocesso a evento';
  if (element.isForCompensation === true) return 'compensazione';
  if (element.instantiate === true) return 'avvio del processo da un elemento intermedio';
  if (quantityOf(element, 'startQuantity') !== 1) return 'startQuantity diverso da 1';
  if (quantityOf(element, 'completionQuantity') !== 1) return 'completionQuantity diverso da 1';
  return undefined;
}

function quantityOf(element: ModdleElement, property: string): number {
  const quantity = element[property];
  return typeof quantity === 'number' ? quantity : 1;
}

interface Substance {
  readonly event?: EventDefinition;
  readonly work?: Work;
  readonly findings: readonly Finding[];
}

function readSubstance(element: ModdleElement): Substance {
  if (taskTypes.has(element.$type)) {
    const work = readWork(element);
    return 'finding' in work ? { findings: [work.finding] } : { work: work.value, findings: [] };
  }
  if (!eventTypes.has(element.$type)) return { findings: [] };
  const event = readEvent(element);
  if ('finding' in event) return { findings: [event.finding] };
  const job = isThrown(element) && event.value.type === 'message' ? readJob(element) : undefined;
  return { event: event.value, ...(job !== undefined && { work: job }), findings: [] };
}

function isThrown(element: ModdleElement): boolean {
  return element.$type === 'bpmn:EndEvent' || element.$type === 'bpmn:IntermediateThrowEvent';
}

function readFlow(element: ModdleElement): Flow {
  const condition = textOf(elementOf(element, 'conditionExpression'), 'body')?.replace(/^=\s*/, '');
  const source = idOf(elementOf(element, 'sourceRef'));
  const target = idOf(elementOf(element, 'targetRef'));
  return {
    id: idOf(element) || `${source}_${target}`,
    source,
    target,
    ...(condition !== undefined && { condition }),
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
function lanesOf(process: ModdleElement): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const sets = [...elementsOf(process, 'laneSets')];
  for (let set = sets.shift(); set !== undefined; set = sets.shift()) {
    for (const lane of elementsOf(set, 'lanes')) {
      const name = textOf(lane, 'name') ?? idOf(lane);
      for (const node of elementsOf(lane, 'flowNodeRef')) names.set(idOf(node), name);
      const inner = elementOf(lane, 'childLaneSet');
      if (inner) sets.push(inner);
    }
  }
  return names;
}
