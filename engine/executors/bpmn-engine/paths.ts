import type { FlowNode, Program } from '../../kernel/program.ts';
import { errorAt, warningAt } from '../../findings/finding.ts';
import type { Finding } from '../../findings/finding.ts';

/*
 * What is not portable because of how elements follow each other. bpmn-engine does not move tokens: it tells all
 * elements behind a flow that is not taken that they are discarded, counts what is discarded as arrived at a parallel
 * join, keeps an element busy with one token at a time, and goes from one automatic element into the next by recursion.
 */

/** The findings about the paths of a process. */
export function pathFindings(program: Program): readonly Finding[] {
  return [
    ...blocksOf(program).flatMap((block) => beginnings(program, block)),
    ...twinFlows(program),
    ...joinsAfterChoices(program),
    ...joinsInLoops(program),
    ...secondTokens(program),
    ...chains(program),
  ];
}

function blocksOf({ nodes }: Program): readonly string[] {
  return ['', ...new Set(Object.values(nodes).flatMap(({ parent }) => parent ?? []))];
}

// Everything that no flow enters begins there, not only the start event.
function beginnings(program: Program, block: string): readonly Finding[] {
  const begin = Object.values(program.nodes).filter(
    ({ parent = '', type, incoming, isEventSubProcess, isForCompensation, event }) =>
      parent === block &&
      incoming.length === 0 &&
      type !== 'bpmn:BoundaryEvent' &&
      isEventSubProcess !== true &&
      isForCompensation !== true &&
      (event?.type !== 'link' || type !== 'bpmn:IntermediateCatchEvent'),
  );
  const others = begin.filter(({ id }) => program.starts[block]?.includes(id) !== true);
  return others.map(({ id }) => errorAt(id, 'portability.beginning', { because: 'no-flow' }));
}

function twinFlows({ flows }: Program): readonly Finding[] {
  const all = Object.values(flows);
  const twins = all.filter((flow, index) =>
    all.slice(0, index).some((other) => other.source === flow.source && other.target === flow.target),
  );
  return twins.map(({ id }) => errorAt(id, 'portability.twin-flow'));
}

// A choice inside one of the branches that a join waits for discards what it does not choose.
function joinsAfterChoices(program: Program): readonly Finding[] {
  const all = Object.values(program.nodes);
  const choices = all.filter((node) => mayDiscard(program, node));
  return all.filter(isParallelJoin).flatMap((join) =>
    choices.flatMap((choice) => {
      const reached = reachedFrom(program, nextOf(program, choice), (node) => node.id === join.id);
      const arrivals = join.incoming.filter((id) => {
        const source = program.flows[id]?.source ?? '';
        return reached.has(source) || source === choice.id;
      });
      if (arrivals.length === 0 || arrivals.length === join.incoming.length) return [];
      return [errorAt(join.id, 'portability.choice-before-join', { choice: choice.id })];
    }),
  );
}

// What is discarded goes round a loop until it meets itself, and may stop before one branch of a join only.
function joinsInLoops(program: Program): readonly Finding[] {
  const joins = Object.values(program.nodes).filter(isParallelJoin);
  return joins
    .filter((join) => reachedFrom(program, nextOf(program, join), () => false).has(join.id))
    .map(({ id }) => errorAt(id, 'portability.join-in-loop'));
}

function mayDiscard({ flows }: Program, { type, outgoing, boundary }: FlowNode): boolean {
  if (boundary.length > 0) return true;
  if (outgoing.length < 2) return false;
  const choosing = ['bpmn:ExclusiveGateway', 'bpmn:InclusiveGateway', 'bpmn:EventBasedGateway'].includes(type);
  return choosing || outgoing.some((id) => flows[id]?.condition !== undefined);
}

// Two tokens that are not joined would have to be at an element at the same time.
function secondTokens(program: Program): readonly Finding[] {
  const all = Object.values(program.nodes);
  const found = new Map<string, Finding>();
  for (const fork of all) {
    const isOver = (node: FlowNode) => isParallelJoin(node) || node.id === fork.id;
    const branches = branchesOf(program, fork).map((first) => reachedFrom(program, first, isOver));
    const crowded = all.filter((node) => waits(node) && branches.filter((each) => each.has(node.id)).length > 1);
    for (const { id } of crowded) found.set(id, errorAt(id, 'portability.second-token', { fork: fork.id }));
  }
  return [...found.values()];
}

// Where the tokens that come out of an element go, side by side.
function branchesOf({ nodes, flows }: Program, node: FlowNode): readonly (readonly string[])[] {
  const targets = node.outgoing.flatMap((id) => flows[id]?.target ?? []);
  const isChoice = node.type === 'bpmn:ExclusiveGateway' || node.type === 'bpmn:EventBasedGateway';
  const side = node.boundary.filter((id) => nodes[id]?.interrupting === false);
  return [...(isChoice ? [targets] : targets.map((target) => [target])), ...side.map((id) => [id])];
}

/** Of automatic elements in a row 300 have been seen to work and 600 to overflow; elsewhere stacks may be smaller. */
const longestChain = 150;

function chains(program: Program): readonly Finding[] {
  const lengths = new Map<string, number>();
  const findings: Finding[] = [];
  const open: string[] = Object.keys(program.nodes);
  const onWay = new Set<string>();
  // Depth first without recursion: an element is measured when those behind it have been.
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const node = program.nodes[id];
    if (node === undefined || lengths.has(id)) continue;
    const next = waits(node) ? [] : nextOf(program, node);
    const missing = next.filter((each) => !lengths.has(each));
    if (missing.length > 0 && !onWay.has(id)) {
      onWay.add(id);
      open.push(id, ...missing);
      continue;
    }
    if (missing.length > 0) findings.push(warningAt(id, 'portability.automatic-loop'));
    lengths.set(id, waits(node) ? 0 : 1 + Math.max(0, ...next.map((each) => lengths.get(each) ?? 0)));
  }
  const longest = [...lengths].filter(([, length]) => length === longestChain + 1);
  return [...findings, ...longest.map(([id]) => errorAt(id, 'portability.long-chain', { elements: longestChain }))];
}

function reachedFrom(
  program: Program,
  from: readonly string[],
  isOver: (node: FlowNode) => boolean,
): ReadonlySet<string> {
  const reached = new Set<string>();
  const open = [...from];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const node = program.nodes[id];
    if (node === undefined || reached.has(id) || isOver(node)) continue;
    reached.add(id);
    open.push(...nextOf(program, node));
  }
  return reached;
}

function nextOf({ flows }: Program, { outgoing, boundary, linkTarget }: FlowNode): readonly string[] {
  const targets = outgoing.flatMap((id) => flows[id]?.target ?? []);
  return [...targets, ...boundary, ...(linkTarget === undefined ? [] : [linkTarget])];
}

function isParallelJoin({ type, incoming }: FlowNode): boolean {
  return type === 'bpmn:ParallelGateway' && incoming.length > 1;
}

const waitingTypes: ReadonlySet<string> = new Set([
  'bpmn:IntermediateCatchEvent',
  'bpmn:EventBasedGateway',
  'bpmn:SubProcess',
]);

function waits({ type, work, event }: FlowNode): boolean {
  if (work !== undefined) return ['task', 'job', 'message', 'call'].includes(work.type);
  return waitingTypes.has(type) && event?.type !== 'link';
}
