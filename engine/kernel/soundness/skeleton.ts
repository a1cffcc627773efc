import type { EventDefinition } from '../event-definition.ts';
import type { Flow, FlowNode, Program, Work } from '../program.ts';

/** The variable of a skeleton that holds, by element or flow id, what each condition is taken to be. */
export const choicesVariable = 'choices';

/**
 * The process without its data: conditions are free choices, tasks compute nothing, timers take a day, lists have two
 * items, and a condition that is waited for is a signal by the name of its event. What goes wrong in the skeleton for
 * some choices can go wrong in the process for some data. It runs with the same `start` and `advance`.
 */
export function skeletonOf(program: Program): Program {
  const nodes = Object.entries(program.nodes).map(([id, node]) => [id, bare(node)] as const);
  const flows = Object.entries(program.flows).map(([id, flow]) => [id, bareFlow(flow, program)] as const);
  return {
    ...program,
    nodes: Object.fromEntries(nodes),
    flows: Object.fromEntries(flows),
    declared: {},
    decisions: {},
  };
}

function choice(id: string): string {
  return `get value(${choicesVariable}, ${JSON.stringify(id)})`;
}

// In a drawing conditions may not be filled in yet: out of an exclusive gateway they are needed, and are choices, too.
function bareFlow(flow: Flow, { nodes }: Program): Flow {
  const source = nodes[flow.source];
  const isOpen =
    source?.type === 'bpmn:ExclusiveGateway' && source.outgoing.length > 1 && source.defaultFlow !== flow.id;
  return flow.condition === undefined && !isOpen ? flow : { ...flow, condition: choice(flow.id) };
}

function bare({ dataIn: _in, dataOut: _out, ...node }: FlowNode): FlowNode {
  return {
    ...node,
    inputs: [],
    outputs: [],
    ...(node.work && { work: bareWork(node, node.work) }),
    ...(node.event && { event: bareEvent(node, node.event) }),
    ...(node.loop && { loop: bareLoop(node.loop) }),
    ...(node.activation !== undefined && { activation: choice(node.id) }),
    ...(node.adHoc && { adHoc: { sequential: node.adHoc.sequential, cancelRemaining: node.adHoc.cancelRemaining } }),
  };
}

function bareWork({ id }: FlowNode, work: Work): Work {
  switch (work.type) {
    case 'script':
    case 'decision':
    case 'pass':
      return { type: 'pass' };
    case 'task':
      return { type: 'task' };
    case 'job':
      return { type: 'job', jobType: work.jobType, headers: {} };
    case 'message':
    case 'send':
      return { type: work.type, message: { name: literal(work.message.name, id) } };
    case 'call':
      return { ...work, processId: literal(work.processId, id), givesAll: false, takesAll: false };
  }
}

function bareEvent(node: FlowNode, event: EventDefinition): EventDefinition {
  switch (event.type) {
    case 'message':
      return { type: 'message', message: { name: literal(event.message?.name ?? node.id, node.id) } };
    case 'signal':
      return { type: 'signal', signal: literal(event.signal, node.id) };
    case 'condition':
      return { type: 'signal', signal: node.id };
    case 'timer':
      return event.kind === 'cycle'
        ? { ...event, expression: 'R/P1D' }
        : { type: 'timer', kind: 'duration', expression: 'P1D' };
    case 'multiple':
      return { ...event, events: event.events.map((each) => bareEvent(node, each)) };
    default:
      return event;
  }
}

function bareLoop(loop: NonNullable<FlowNode['loop']>): NonNullable<FlowNode['loop']> {
  if (loop.type === 'standard') return { type: 'standard', testBefore: false, maximum: '2' };
  return { type: 'multi', sequential: loop.sequential, cardinality: '2', events: loop.events.filter(isPlain) };
}

function isPlain({ condition }: { readonly condition?: string }): boolean {
  return condition === undefined;
}

// What is computed at run time stands for itself.
function literal(text: string, id: string): string {
  return text.startsWith('=') ? id : text;
}
