import { isBlock, type FlowNode } from '../kernel/node.ts';
import type { Program } from '../kernel/program.ts';

/** What is asked of a process: whether an application is decided where a token enters an element. */
export interface Asked {
  readonly program: Program;
  readonly decides: (node: FlowNode) => boolean;
}

/**
 * The elements that an application may reach before it is decided. Ways that a non-interrupting event opens beside the
 * main one are left out: where the application stands, the main one says.
 */
export function beforeDecision({ program, decides }: Asked): readonly FlowNode[] {
  const seen = new Set<FlowNode>();
  const next = startsOf(program, '');
  for (let node = next.pop(); node !== undefined; node = next.pop()) {
    if (seen.has(node)) continue;
    seen.add(node);
    if (decides(node)) continue;
    next.push(...further(program, node));
  }
  return [...seen];
}

/**
 * The ends at which an application may arrive without having been decided. Of ways that are gone side by side one that
 * decides is enough, because the process does not end without it.
 */
export function undecidedEnds(asked: Asked): readonly FlowNode[] {
  const { program } = asked;
  const open = openNodes(asked);
  const seen = new Set<FlowNode>();
  const next = startsOf(program, '').filter((node) => open.has(node));
  for (let node = next.pop(); node !== undefined; node = next.pop()) {
    if (seen.has(node)) continue;
    seen.add(node);
    next.push(...further(program, node).filter((each) => open.has(each)));
  }
  return [...seen].filter((node) => isLeaf(node) && isEnding(node) && scopeAfter(program, node) === undefined);
}

/** The elements from which the process may end undecided: the least set that follows from its ends. */
function openNodes(asked: Asked): ReadonlySet<FlowNode> {
  const nodes = Object.values(asked.program.nodes);
  const open = new Set<FlowNode>();
  for (let before = -1; before < open.size;) {
    before = open.size;
    for (const node of nodes) if (!open.has(node) && isOpen(asked, node, open)) open.add(node);
  }
  return open;
}

function isOpen({ program, decides }: Asked, node: FlowNode, open: ReadonlySet<FlowNode>): boolean {
  if (decides(node)) return false;
  const isIn = (each: FlowNode): boolean => open.has(each);
  if (interruptionsOf(program, node).some(isIn)) return true;
  if (isBlock(node)) {
    const inside = startsOf(program, node.id);
    return inside.length > 0 ? inside.every(isIn) : leadsOn(program, node, isIn);
  }
  return leadsOn(program, node, isIn);
}

/** Whether the process may end undecided once an element is left. */
function leadsOn(program: Program, node: FlowNode, isIn: (node: FlowNode) => boolean): boolean {
  if (isLeaf(node)) {
    if (!isEnding(node)) return false;
    const scope = scopeAfter(program, node);
    return scope === undefined || leadsOn(program, scope, isIn);
  }
  const after = targetsOf(program, node);
  return isFork(program, node) ? after.every(isIn) : after.some(isIn);
}

const isFork = (program: Program, { type, outgoing, defaultFlow }: FlowNode): boolean =>
  type === 'bpmn:ParallelGateway' ||
  (!type.endsWith('Gateway') &&
    outgoing.every((id) => id !== defaultFlow && program.flows[id]?.condition === undefined));

const isLeaf = ({ outgoing, linkTarget }: FlowNode): boolean => outgoing.length === 0 && linkTarget === undefined;

/** An error or a cancellation does not end its process: whoever catches it goes on. */
const isEnding = ({ event }: FlowNode): boolean => event?.type !== 'error' && event?.type !== 'cancel';

/** The sub-process that is left when an element is the last in it; an event sub-process ends what holds it. */
function scopeAfter(program: Program, { parent }: FlowNode): FlowNode | undefined {
  const scope = parent === undefined ? undefined : program.nodes[parent];
  return scope?.isEventSubProcess === true ? scopeAfter(program, scope) : scope;
}

const nodesIn = (program: Program, ids: readonly string[]): FlowNode[] => ids.flatMap((id) => program.nodes[id] ?? []);

const startsOf = (program: Program, scope: string): FlowNode[] => nodesIn(program, program.starts[scope] ?? []);

const insideOf = (program: Program, node: FlowNode): readonly FlowNode[] =>
  isBlock(node) ? startsOf(program, node.id) : [];

/** Where a token goes when something interrupts what an element does. */
function interruptionsOf(program: Program, { id, boundary }: FlowNode): readonly FlowNode[] {
  const within = (program.eventSubProcesses[id] ?? []).flatMap((each) =>
    Object.values(program.nodes).filter(({ parent, type }) => parent === each && type === 'bpmn:StartEvent'),
  );
  return [...nodesIn(program, boundary), ...within].filter(({ interrupting }) => interrupting === true);
}

const targetsOf = (program: Program, { outgoing, linkTarget }: FlowNode): readonly FlowNode[] =>
  nodesIn(program, [
    ...outgoing.flatMap((id) => program.flows[id]?.target ?? []),
    ...(linkTarget === undefined ? [] : [linkTarget]),
  ]);

/** Where a token may be next: inside a block, at what interrupts it, or behind it. */
export const further = (program: Program, node: FlowNode): readonly FlowNode[] => [
  ...insideOf(program, node),
  ...interruptionsOf(program, node),
  ...afterwards(program, node),
];

/** Where a token is once an element has ended: behind it, or behind the sub-process that ends with it. */
export function afterwards(program: Program, node: FlowNode): readonly FlowNode[] {
  if (isBlock(node)) return [];
  if (!isLeaf(node)) return targetsOf(program, node);
  return isEnding(node) ? behind(program, node) : [];
}

function behind(program: Program, node: FlowNode): readonly FlowNode[] {
  const scope = scopeAfter(program, node);
  if (scope === undefined) return [];
  return isLeaf(scope) ? behind(program, scope) : targetsOf(program, scope);
}
