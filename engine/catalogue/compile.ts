import { compile } from '../kernel/compile.ts';
import type { Compiled, CompileOptions } from '../kernel/compile.ts';
import { hasErrors } from '../kernel/findings.ts';
import type { Finding } from '../kernel/types.ts';
import type { Procedure, ProcedureFiles } from '../core/procedure.ts';
import { readFacts } from '../language/read-facts.ts';
import type { DiagramFacts } from '../language/read-facts.ts';
import { crossChecks } from './cross-checks.ts';
import { error } from './findings.ts';
import { partsIn, readForms, readParameters, readService, readTemplates } from './read-parts.ts';

/** A procedure ready to run, unless a finding of level `error` is in the way; and everything that was found. */
export interface CompiledProcedure {
  readonly procedure?: Procedure;
  readonly findings: readonly Finding[];
}

/** Whether the diagram has to keep to the letter of the standard, as whatever is published. */
export type Strictness = Pick<CompileOptions, 'isStrict'>;

/**
 * Reads, checks and cross-checks all files of a procedure and makes a version of them that runs on the kernel. Never
 * throws for a bad file: every defect is a finding that names file, place and what was expected, and all are given at
 * once. How files fit together is examined only when each of them could be read.
 */
export async function compileForKernel(
  { procedureId, files }: ProcedureFiles,
  version: number,
  { isStrict = false }: Strictness = {},
): Promise<CompiledProcedure> {
  const diagram = files['procedure.bpmn'];
  if (diagram === undefined) {
    return { findings: [error('procedure.bpmn', 'file.missing', 'Nella cartella manca il diagramma procedure.bpmn.')] };
  }
  const decisions = partsIn(files, 'decisions').map(({ file, text }) => ({ file, xml: text }));
  const [compiled, drawn] = await Promise.all([compile(diagram, { decisions, isStrict }), readFacts(diagram)]);
  const [service, forms] = [readService(files), readForms(files)];
  const [templates, parameters] = [readTemplates(files), readParameters(files)];
  const findings = [
    ...inDiagram(compiled.findings),
    ...inDiagram(drawn.findings),
    ...[service, forms, templates, parameters].flatMap((part) => part.findings),
    ...identityFindings(compiled, drawn, procedureId),
  ];
  if (hasErrors(findings) || !compiled.program || !service.value || drawn.startFormId === undefined)
    return { findings };
  const procedure: Procedure = {
    procedureId,
    version,
    program: compiled.program,
    diagram,
    service: service.value,
    forms: forms.value,
    facts: drawn.facts,
    terms: drawn.terms,
    templates: templates.value,
    parameters: parameters.value,
    startFormId: drawn.startFormId,
  };
  const all = [...findings, ...crossChecks(procedure)];
  return hasErrors(all) ? { findings: all } : { procedure, findings: all };
}

/** Findings about the diagram, with its file. */
export function inDiagram(findings: readonly Finding[]): readonly Finding[] {
  return findings.map((finding) => ({ file: 'procedure.bpmn', ...finding }));
}

function identityFindings(
  { program }: Compiled,
  { startFormId }: DiagramFacts,
  procedureId: string,
): readonly Finding[] {
  if (!program) return [];
  const { processId } = program;
  const named = `Il processo si chiama «${processId}» e la cartella «${procedureId}»: devono avere lo stesso nome.`;
  const formless = 'L’evento iniziale non dice con quale modulo si presenta la domanda: manca zeebe:formDefinition.';
  return [
    ...(processId === procedureId ? [] : [error('procedure.bpmn', 'process.id', named)]),
    ...(startFormId === undefined ? [error('procedure.bpmn', 'start.form-missing', formless)] : []),
  ];
}
