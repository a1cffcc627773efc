import type { ProcedureFiles } from '../core/procedure.ts';
import { hasErrors } from '../kernel/findings.ts';
import type { Finding } from '../findings/finding.ts';
import type { ModdleElement } from '../rules/moddle.ts';
import { compileForKernel, type CompiledProcedure, type HowToCompile } from './compile.ts';
import { soundnessFindings } from './sound.ts';

/**
 * Checks the files of a package as they have to be for publishing: each by itself, how they fit together, and whether
 * every dossier can come to its end. What only an installation knows (its offices, its other procedures) is not looked
 * at here. Runs in the browser as well as on the server.
 */
export function checkFiles(files: ProcedureFiles, version = 0): Promise<CompiledProcedure> {
  return checkSoundly(files, version, {});
}

/** A diagram on the canvas, with the other files of its package. */
export interface LiveModel {
  /**
   * The `bpmn:Definitions` of bpmn-js or bpmn-moddle, made with the moddle descriptors of Zeebe and of our dialect.
   */
  readonly definitions: ModdleElement;
  /** Their `procedure.bpmn` is not looked at. */
  readonly files: ProcedureFiles;
}

/** Checks the same of a diagram while it is drawn. Nothing is written as XML or parsed. */
export async function checkModel({ definitions, files }: LiveModel): Promise<readonly Finding[]> {
  const { 'procedure.bpmn': _drawn, ...others } = files.files;
  return (await checkSoundly({ ...files, files: others }, 0, { model: definitions })).findings;
}

async function checkSoundly(
  files: ProcedureFiles,
  version: number,
  how: Pick<HowToCompile, 'model'>,
): Promise<CompiledProcedure> {
  const { procedure, findings } = await compileForKernel(files, version, { ...how, isStrict: true });
  if (procedure === undefined) return { findings };
  const all = [...findings, ...soundnessFindings(procedure)];
  return hasErrors(all) ? { findings: all } : { procedure, findings: all };
}
