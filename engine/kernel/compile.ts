import { readDecisions } from '../rules/read-decisions.ts';
import { elementsOf, idOf, isElement, textOf } from '../rules/moddle.ts';
import type { ModdleElement } from '../rules/moddle.ts';
import type { Decisions } from '../rules/decision.ts';
import { checkExpressions } from './check-expressions.ts';
import { checkStructure } from './check-structure.ts';
import { errorAt, hasErrors } from './findings.ts';
import type { Flow, FlowNode, Program } from './program.ts';
import { readProcess } from './read-process.ts';
import type { ProcessGraph } from './read-process.ts';
import { readXml } from './read-xml.ts';
import type { Finding } from './types.ts';

/** A DMN file beside the diagram. */
export interface DecisionFile {
  readonly file: string;
  readonly xml: string;
}

/** What the diagram needs beside itself. */
export interface CompileOptions {
  readonly decisions: readonly DecisionFile[];
  /** The process to run when the file holds several; else its only, or its first executable, one. */
  readonly processId?: string;
}

/** The program, unless a finding of level `error` keeps the diagram from being run; and all findings. */
export interface Compiled {
  readonly program?: Program;
  readonly findings: readonly Finding[];
}

/**
 * Makes a program of a BPMN diagram (2.0.2) and its decision tables. Never throws for a bad diagram: everything that
 * keeps it from being run is a finding with the element's id and an Italian sentence.
 */
export async function compile(xml: string, options: CompileOptions): Promise<Compiled> {
  const { definitions, findings: reading } = await readXml(xml);
  if (definitions === undefined) return { findings: reading };
  const process = chooseProcess(definitions, options.processId);
  if (!isElement(process)) return { findings: [...reading, process] };
  const { decisions, findings: deciding } = await readAllDecisions(options.decisions);
  const graph = readProcess(process);
  const program = link(process, graph, decisions);
  const checks = [...checkStructure(program, graph), ...checkExpressions(program), ...checkDecisions(program)];
  const findings = [...reading, ...deciding, ...graph.findings, ...checks];
  return hasErrors(findings) ? { findings } : { program, findings };
}

function chooseProcess(definitions: ModdleElement, processId: string | undefined): ModdleElement | Finding {
  const processes = elementsOf(definitions, 'rootElements').filter(({ $type }) => $type === 'bpmn:Process');
  const executable = processes.filter((process) => process.isExecutable === true);
  if (processId === undefined) return executable[0] ?? noProcess('nessun processo eseguibile (isExecutable="true")');
  const chosen = processes.find((process) => idOf(process) === processId);
  return chosen ?? noProcess(`il processo ${processId} manca`);
}

function noProcess(what: string): Finding {
  return errorAt(undefined, 'process.missing', `Nel diagramma non c’è niente da eseguire: ${what}.`);
}

async function readAllDecisions(files: readonly DecisionFile[]) {
  const read = await Promise.all(files.map(({ file, xml }) => readDecisions(xml, file)));
  const decisions: Decisions = Object.assign({}, ...read.map((each) => each.decisions));
  return { decisions, findings: read.flatMap(({ findings }) => findings) };
}

function link(process: ModdleElement, graph: ProcessGraph, decisions: Decisions): Program {
  const incoming = groupIds(graph.flows, ({ target }) => target);
  const outgoing = groupIds(graph.flows, ({ source }) => source);
  const nodes = graph.nodes.map((node) => ({
    ...node,
    incoming: incoming.get(node.id) ?? [],
    outgoing: outgoing.get(node.id) ?? [],
  }));
  return {
    processId: idOf(process),
    name: textOf(process, 'name') ?? idOf(process),
    nodes: Object.fromEntries(nodes.map((node) => [node.id, node])),
    flows: Object.fromEntries(graph.flows.map((flow) => [flow.id, flow])),
    starts: startsOf(nodes),
    decisions,
  };
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

// A none start event comes before one that something outside sets off.
function startsOf(nodes: readonly FlowNode[]): Readonly<Record<string, string>> {
  const starts = nodes.filter(({ type }) => type === 'bpmn:StartEvent');
  const none = starts.filter(({ event }) => event?.type === 'none');
  return Object.fromEntries([...starts, ...none].map(({ parent, id }) => [parent ?? '', id]));
}

function checkDecisions(program: Program): readonly Finding[] {
  return Object.values(program.nodes).flatMap(({ id, work }) => {
    if (work?.type !== 'decision' || program.decisions[work.decisionId]) return [];
    const message = `L’attività ${id} applica la decisione ${work.decisionId}, che in nessun file DMN esiste.`;
    return [errorAt(id, 'decision.unknown', message)];
  });
}
