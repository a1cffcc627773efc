import type { Procedure, ProcedureFiles } from '../core/procedure.ts';
import { memoryStage } from '../core/scenario/memory-stage.ts';
import { playScenario } from '../core/scenario/play.ts';
import { readScenario } from '../core/scenario/scenario.ts';
import type { Scenario } from '../core/scenario/scenario.ts';
import { differencesBetween } from '../executors/bpmn-engine/compare.ts';
import type { Difference } from '../executors/bpmn-engine/compare.ts';
import type { BpmnEngineProgram } from '../executors/bpmn-engine/program.ts';
import { chosenExecutor, portedProgram } from '../executors/chosen.ts';
import { kernelExecutor } from '../executors/kernel.ts';
import { recordingOf } from '../executors/recording.ts';
import { hasErrors } from '../kernel/findings.ts';
import { errorIn } from '../findings/finding.ts';
import type { Finding } from '../findings/finding.ts';
import type { Moment } from '../findings/publish.ts';
import { compileForKernel } from '../catalogue/compile.ts';
import { portProcedure } from './port-procedure.ts';

/** Whether a procedure behaves the same on an independent engine, and what says so. */
export interface Portability {
  readonly procedureId: string;
  /** Whether nothing keeps it from running on bpmn-engine, and every scenario goes there as on the kernel. */
  readonly isPortable: boolean;
  /** What was found: of level `error` what makes it not portable, each with its element or file. */
  readonly findings: readonly Finding[];
  readonly scenarios: readonly ScenarioProof[];
}

/** What became of a scenario. */
export interface ScenarioProof {
  readonly file: string;
  /** Empty when the file cannot be read. */
  readonly title: string;
  /**
   * `failed`: it does not go as told on the kernel, so that it proves nothing; `not-played`: it cannot be read, or the
   * model cannot be run on bpmn-engine at all.
   */
  readonly outcome: 'same' | 'different' | 'failed' | 'not-played';
}

/**
 * Examines whether the diagram of a procedure is within the safe subset of bpmn-engine, and plays each of its scenarios
 * on the kernel and on bpmn-engine. A procedure that cannot be compiled, or has no scenario, has proved nothing.
 */
export async function portabilityOf(files: ProcedureFiles): Promise<Portability> {
  const { procedureId, scenarios = {} } = files;
  const { procedure, findings } = await compileForKernel(files, 1);
  const ported = procedure && (await portProcedure(procedure));
  const stories = Object.entries(scenarios).map(([file, text]) => ({ file, ...readScenario(file, text) }));
  const before = [...findings, ...(ported?.findings ?? []), ...stories.flatMap((story) => story.findings)];
  const proofs: Proof[] = [];
  for (const { file, scenario } of stories) {
    const canPlay = procedure !== undefined && ported?.program !== undefined && scenario !== undefined;
    proofs.push(
      canPlay
        ? await prove({ file, scenario }, { procedure, ported: ported.program })
        : { file, title: scenario?.title ?? '', outcome: 'not-played', findings: [] },
    );
  }
  const all = oncePerElement([
    ...before,
    ...(stories.length === 0 ? [errorIn('scenarios', 'portability.scenarios-missing')] : []),
    ...proofs.flatMap((proof) => proof.findings),
  ]);
  return {
    procedureId,
    isPortable: !hasErrors(all),
    findings: all,
    scenarios: proofs.map(({ file, title, outcome }) => ({ file, title, outcome })),
  };
}

interface Proof extends ScenarioProof {
  readonly findings: readonly Finding[];
}

interface Story {
  readonly file: string;
  readonly scenario: Scenario;
}

interface Model {
  readonly procedure: Procedure;
  readonly ported: BpmnEngineProgram;
}

/**
 * Plays a scenario as a whole on the kernel and on bpmn-engine, listening to both: they have to be asked the same and
 * to answer the same at every step, and the dossier has to become what the scenario tells.
 */
export async function prove({ file, scenario }: Story, { procedure, ported }: Model): Promise<Proof> {
  const proof = { file, title: scenario.title };
  const here = recordingOf(kernelExecutor);
  const failures = await playScenario(scenario, memoryStage({ procedure, executor: here.executor }));
  if (failures.length > 0) {
    const findings = failures.map((failure) => errorIn(file, 'portability.scenario-failed', { failure }));
    return { ...proof, outcome: 'failed', findings };
  }
  const there = recordingOf(chosenExecutor);
  const moved = { ...procedure, program: portedProgram(ported) };
  const surprises = await playScenario(scenario, memoryStage({ procedure: moved, executor: there.executor }));
  const differences = differencesBetween(here.calls, there.calls);
  const findings = [
    ...differences.flatMap((difference) => differenceFindings(file, difference)),
    ...surprises.map((failure) => errorIn(file, 'portability.scenario-surprise', { failure })),
  ];
  return { ...proof, outcome: findings.length > 0 ? 'different' : 'same', findings };
}

function differenceFindings(scenario: string, difference: Difference): readonly Finding[] {
  const { trigger, aspect, elementIds, onKernel, onBpmnEngine } = difference;
  const after = momentOf(trigger);
  const params = { scenario, ...(after !== undefined && { after }), aspect, onKernel, onBpmnEngine };
  if (elementIds.length === 0) return [errorIn(scenario, 'portability.scenario-differs', params)];
  return elementIds.map((elementId) => ({
    ...errorIn('procedure.bpmn', 'portability.scenario-differs', params),
    elementId,
  }));
}

function momentOf(trigger: Difference['trigger']): Moment | undefined {
  if (trigger === undefined) return undefined;
  if ('elementId' in trigger) return { type: trigger.type, elementId: trigger.elementId };
  return trigger.type === 'message' ? { type: trigger.type, message: trigger.message } : { type: trigger.type };
}

// The first time that an element goes differently says enough of it.
function oncePerElement(findings: readonly Finding[]): readonly Finding[] {
  const said = new Set<string>();
  return findings.filter((finding) => {
    if (finding.rule !== 'portability.scenario-differs' || finding.elementId === undefined) return true;
    const isNew = !said.has(finding.elementId);
    said.add(finding.elementId);
    return isNew;
  });
}
