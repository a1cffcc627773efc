import type { Procedure } from '../core/procedure.ts';
import { portProgram } from '../executors/bpmn-engine/program.ts';
import type { BpmnEngineCompiled } from '../executors/bpmn-engine/program.ts';
import { hasErrors } from '../kernel/findings.ts';
import { errorAt } from '../findings/finding.ts';
import type { Finding } from '../findings/finding.ts';
import { inDiagram } from '../catalogue/compile.ts';
import { programsOf } from '../catalogue/expressions.ts';

type Drawn = Pick<Procedure, 'program' | 'companions' | 'diagram'>;

/**
 * The program of a procedure for bpmn-engine, unless something keeps the procedure from being run there. There it would
 * run its first process only: other executable processes of the diagram are refused, with the activities that call
 * them.
 */
export async function portProcedure(procedure: Drawn): Promise<BpmnEngineCompiled> {
  const ported = await portProgram(procedure.program, procedure.diagram);
  const findings = inDiagram([...ported.findings, ...companionFindings(procedure)]);
  return hasErrors(findings) ? { findings } : { ...ported, findings };
}

const companionFindings = (procedure: Drawn): readonly Finding[] =>
  Object.keys(procedure.companions ?? {}).map((processId) =>
    errorAt(processId, 'portability.companion', { callers: callersOf(processId, procedure) }),
  );

function callersOf(processId: string, procedure: Drawn): readonly string[] {
  return programsOf(procedure)
    .flatMap(({ nodes }) => Object.values(nodes))
    .filter(({ work }) => work?.type === 'call' && work.processId === processId)
    .map(({ id }) => id);
}
