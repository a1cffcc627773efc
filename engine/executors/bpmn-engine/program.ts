import { compile } from '../../kernel/reading/compile.ts';
import type { CompileOptions } from '../../kernel/reading/compile.ts';
import { hasErrors } from '../../kernel/findings.ts';
import type { Program } from '../../kernel/program.ts';
import type { Finding } from '../../findings/finding.ts';
import { portabilityFindings } from '../portability.ts';
import { adaptSource, readSource } from './source.ts';

/** A process ready to run on bpmn-engine. */
export interface BpmnEngineProgram {
  /** The process as the kernel knows it: what its elements mean. */
  readonly process: Program;
  /** The same without flows: an element of it does its own work and leads nowhere. */
  readonly elements: Program;
  /** The id of the file's definitions, by which bpmn-engine knows the source. */
  readonly definitionId: string;
  /** The diagram as bpmn-engine has read it, with what Iter means by its extensions. */
  readonly source: string;
}

/** The program, unless an error keeps the diagram from being run on bpmn-engine; and what was found. */
export interface BpmnEngineCompiled {
  readonly program?: BpmnEngineProgram;
  readonly findings: readonly Finding[];
}

/**
 * Makes a program for bpmn-engine of a BPMN diagram. Never throws for a diagram: what the kernel refuses is refused
 * with its findings, what is outside of the safe subset of bpmn-engine with those of {@link portabilityFindings}.
 */
export async function compileForBpmnEngine(xml: string, options: CompileOptions): Promise<BpmnEngineCompiled> {
  const { program: process, findings } = await compile(xml, options);
  if (process === undefined) return { findings };
  const ported = await portProgram(process, xml);
  return { ...ported, findings: [...findings, ...ported.findings] };
}

/**
 * Makes a program for bpmn-engine of what the kernel has made of a diagram; the findings are about portability only.
 */
export async function portProgram(process: Program, xml: string): Promise<BpmnEngineCompiled> {
  const reading = await readSource(xml);
  const findings = [...portabilityFindings(process), ...reading.findings];
  if (reading.source === undefined || hasErrors(findings)) return { findings };
  const { definitionId, source } = adaptSource(reading.source, process);
  return { program: { process, elements: withoutFlows(process), definitionId, source }, findings };
}

function withoutFlows(process: Program): Program {
  const nodes = Object.entries(process.nodes).map(([id, node]) => [id, { ...node, incoming: [], outgoing: [] }]);
  return { ...process, nodes: Object.fromEntries(nodes), flows: {} };
}
