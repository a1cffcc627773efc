import type { FlowNode, Program } from '../program.ts';

/** For each incoming flow of a gateway, the elements from which a token could still come by it. */
export type Reach = ReadonlyMap<string, ReadonlySet<string>>;

const known = new WeakMap<Program, Map<string, Reach>>();

/**
 * From where each incoming flow of a gateway can be reached without passing the gateway itself. Events on a border
 * belong to their activity; a link leads from its throwing to its catching event.
 */
export function reachOf(program: Program, gateway: FlowNode): Reach {
  const ofProgram = known.get(program) ?? new Map<string, Reach>();
  known.set(program, ofProgram);
  const found = ofProgram.get(gateway.id);
  if (found !== undefined) return found;
  const sources = sourcesOf(program);
  const reach = new Map(
    gateway.incoming.map((id) => [id, before(program.flows[id]?.source ?? '', gateway.id, sources)]),
  );
  ofProgram.set(gateway.id, reach);
  return reach;
}

function before(
  start: string,
  gatewayId: string,
  sources: ReadonlyMap<string, readonly string[]>,
): ReadonlySet<string> {
  const found = new Set<string>();
  const open = [start];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (id === gatewayId || found.has(id)) continue;
    found.add(id);
    open.push(...(sources.get(id) ?? []));
  }
  return found;
}

/** The elements to which a token may still come from some that are active; what holds them may be left, too. */
export function reachableFrom(program: Program, activeIds: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>();
  const open = [...activeIds];
  const left = new Set<string>();
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const node = program.nodes[id];
    if (node === undefined || found.has(id)) continue;
    found.add(id);
    open.push(...waysOn(program, node), ...startsIn(program, id));
    for (let around = node.parent; around !== undefined && !left.has(around); around = program.nodes[around]?.parent) {
      left.add(around);
      const holder = program.nodes[around];
      if (holder !== undefined) open.push(...waysOn(program, holder));
    }
  }
  return found;
}

/** Where a token goes on when it leaves an element, whichever way. */
function waysOn(program: Program, { outgoing, boundary, linkTarget }: FlowNode): readonly string[] {
  const targets = outgoing.flatMap((flowId) => program.flows[flowId]?.target ?? []);
  return [...targets, ...boundary, ...(linkTarget === undefined ? [] : [linkTarget])];
}

function startsIn(program: Program, id: string): readonly string[] {
  return [...(program.starts[id] ?? []), ...(program.eventSubProcesses[id] ?? [])];
}

// For each element, those from which a token comes to it.
function sourcesOf(program: Program): ReadonlyMap<string, readonly string[]> {
  const sources = new Map<string, string[]>();
  const join = (from: string, to: string) => {
    const list = sources.get(to);
    if (list) list.push(from);
    else sources.set(to, [from]);
  };
  for (const node of Object.values(program.nodes)) for (const next of waysOn(program, node)) join(node.id, next);
  return sources;
}
