import { feelText } from '../../rules/feel.ts';
import { elementOf, extensionOf, idOf, textOf } from '../../rules/moddle.ts';
import type { ModdleElement } from '../../rules/moddle.ts';
import { familyOf, isFlowNodeType } from '../element-types.ts';
import type { FlowNode } from '../node.ts';
import { readAssociations } from './read-data.ts';
import { readEvent } from './read-event.ts';
import { readLoop } from './read-loop.ts';
import { readJob, readMappings, readWork } from './read-work.ts';
import type { Surroundings } from './surroundings.ts';
import { errorAt } from '../../findings/finding.ts';
import type { Finding } from '../../findings/finding.ts';

/** Where an element stands: what holds it, its lane, and what hangs on its border. */
export interface Standing {
  readonly parent?: string;
  readonly laneName?: string;
  readonly boundary: readonly string[];
  readonly around: Surroundings;
}

/** An element as the kernel knows it, unless it is of a kind that is not executed; and what is wrong with it. */
export interface NodeReading {
  readonly node?: FlowNode;
  readonly findings: readonly Finding[];
}

/** Reads one element of a process. */
export function readNode(element: ModdleElement, standing: Standing): NodeReading {
  const id = idOf(element);
  const type = element.$type;
  if (id === '') return { findings: [errorAt(undefined, 'element.id-missing', { type })] };
  if (!isFlowNodeType(type)) return { findings: [errorAt(id, 'bpmn.not-executable', { type })] };
  const { parent, laneName, boundary, around } = standing;
  const defaultFlow = idOf(elementOf(element, 'default'));
  const substance = readSubstance(element, around);
  const loop = readLoop(element, around);
  const node: FlowNode = {
    id,
    type,
    name: textOf(element, 'name') ?? '',
    ...(parent !== undefined && { parent }),
    ...(laneName !== undefined && { laneName }),
    incoming: [],
    outgoing: [],
    ...(defaultFlow !== '' && { defaultFlow }),
    boundary,
    inputs: readMappings(element, 'inputParameters'),
    outputs: readMappings(element, 'outputParameters'),
    ...readData(element),
    ...substance.part,
    ...(loop !== undefined && { loop: loop.value }),
    ...readActivity(element),
    ...readAttachment(element, around),
    ...readGateway(element),
    ...(type === 'bpmn:AdHocSubProcess' && { adHoc: readAdHoc(element) }),
  };
  const findings = [...substance.findings, ...(loop?.finding === undefined ? [] : [loop.finding])];
  return { node, findings };
}

function readSubstance(element: ModdleElement, around: Surroundings) {
  const none: readonly Finding[] = [];
  if (familyOf(element.$type) === 'task') {
    const { value, finding } = readWork(element, around);
    return { part: { work: value }, findings: finding === undefined ? none : [finding] };
  }
  if (familyOf(element.$type) !== 'event') return { part: {}, findings: none };
  const { value, finding } = readEvent(element, around);
  const job = isThrown(element) && value.type === 'message' ? readJob(element) : undefined;
  const part = { event: value, ...(job !== undefined && { work: job }) };
  return { part, findings: finding === undefined ? none : [finding] };
}

function isThrown(element: ModdleElement): boolean {
  return element.$type === 'bpmn:EndEvent' || element.$type === 'bpmn:IntermediateThrowEvent';
}

function readData(element: ModdleElement): Pick<FlowNode, 'dataIn' | 'dataOut'> {
  const dataIn = readAssociations(element, 'dataInputAssociations');
  const dataOut = readAssociations(element, 'dataOutputAssociations');
  return { ...(dataIn.length > 0 && { dataIn }), ...(dataOut.length > 0 && { dataOut }) };
}

function readActivity(element: ModdleElement): Partial<FlowNode> {
  const startQuantity = quantityOf(element, 'startQuantity');
  const completionQuantity = quantityOf(element, 'completionQuantity');
  return {
    ...(startQuantity !== 1 && { startQuantity }),
    ...(completionQuantity !== 1 && { completionQuantity }),
    ...(element.isForCompensation === true && { isForCompensation: true }),
    ...(element.triggeredByEvent === true && { isEventSubProcess: true }),
    ...(element.instantiate === true && { instantiates: true }),
  };
}

function quantityOf(element: ModdleElement, property: string): number {
  const quantity = element[property];
  return typeof quantity === 'number' ? quantity : 1;
}

function readAttachment(element: ModdleElement, around: Surroundings): Partial<FlowNode> {
  if (element.$type === 'bpmn:StartEvent') return element.isInterrupting === false ? { interrupting: false } : {};
  if (element.$type !== 'bpmn:BoundaryEvent') return {};
  const attachedTo = idOf(elementOf(element, 'attachedToRef'));
  const handler = around.handlers.get(idOf(element));
  return {
    interrupting: element.cancelActivity !== false,
    ...(attachedTo !== '' && { attachedTo }),
    ...(handler !== undefined && { handler }),
  };
}

function readGateway(element: ModdleElement): Partial<FlowNode> {
  const activation = textOf(elementOf(element, 'activationCondition'), 'body');
  return {
    ...(activation !== undefined && { activation: feelText(activation) }),
    ...(element.eventGatewayType === 'Parallel' && { needsAllEvents: true }),
  };
}

function readAdHoc(element: ModdleElement): FlowNode['adHoc'] {
  const completionCondition = textOf(elementOf(element, 'completionCondition'), 'body');
  const activeElements = textOf(extensionOf(element, 'zeebe:AdHoc'), 'activeElementsCollection');
  return {
    sequential: element.ordering === 'Sequential',
    cancelRemaining: element.cancelRemainingInstances !== false,
    ...(completionCondition !== undefined && { completionCondition: feelText(completionCondition) }),
    ...(activeElements !== undefined && { activeElements: feelText(activeElements) }),
  };
}
