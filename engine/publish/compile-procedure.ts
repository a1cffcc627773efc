import { checkFiles } from '../catalogue/check.ts';
import { compileForKernel } from '../catalogue/compile.ts';
import type { CompiledProcedure } from '../catalogue/compile.ts';
import { apiFindings } from './api-findings.ts';
import { portabilityOf } from './portability.ts';
import { portProcedure } from './port-procedure.ts';
import type { ProcedureFiles } from '../core/procedure.ts';
import { portedProgram } from '../executors/chosen.ts';

/**
 * Reads, checks and cross-checks all files of a procedure and makes a version of them for the executor that its card
 * chooses. Never throws for a bad file: every defect is a finding that names file, place and what was expected. What
 * keeps a diagram from running on the chosen executor is looked for when everything else is right.
 */
export async function compileProcedure(files: ProcedureFiles, version: number): Promise<CompiledProcedure> {
  return ported(await compileForKernel(files, version));
}

async function ported(compiled: CompiledProcedure): Promise<CompiledProcedure> {
  const { procedure } = compiled;
  if (procedure?.service.executor !== 'bpmn-engine') return compiled;
  const { program, findings } = await portProcedure(procedure);
  const all = [...compiled.findings, ...findings];
  if (program === undefined) return { findings: all };
  return { procedure: { ...procedure, program: portedProgram(program) }, findings: all };
}

/**
 * Compiles a procedure that is to be published: strictly, while what was published once is still run, and only when
 * every dossier of it can come to its end. One that chooses bpmn-engine has to prove that each of its scenarios goes
 * there as it goes on the kernel; where one does not, the elements at fault are findings of level `error`.
 */
export async function compileForPublishing(files: ProcedureFiles, version: number): Promise<CompiledProcedure> {
  const compiled = await ported(await withApis(files, await checkFiles(files, version)));
  if (compiled.procedure?.service.executor !== 'bpmn-engine') return compiled;
  const { isPortable, findings } = await portabilityOf(files);
  return isPortable ? compiled : { findings };
}

async function withApis({ files }: ProcedureFiles, compiled: CompiledProcedure): Promise<CompiledProcedure> {
  if (compiled.procedure === undefined) return compiled;
  const invalid = await apiFindings(files);
  return invalid.length === 0 ? compiled : { findings: [...compiled.findings, ...invalid] };
}
