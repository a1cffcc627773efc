import type { Trigger, Variables } from '../../kernel/types.ts';
import { calledAt, executionOf, ownExecution, withProcess } from '../called.ts';
import type { CalledProcess, Dossier } from '../dossier.ts';
import type { Step } from '../effects.ts';
import { parametersOn } from '../parameters.ts';
import { Problem } from '../problem.ts';
import { recordError } from './ending.ts';
import { sceneIn } from './executions.ts';
import type { EffectOf, Following, Moving } from './executions.ts';
import { change, record } from './progress.ts';
import type { Scene } from './progress.ts';

/** Begins the process that a call activity names, as a part of the same dossier. */
export async function call(
  moving: Moving,
  { executionId, wait }: EffectOf<'call'>,
  { scene, begin }: Following,
): Promise<Moving> {
  const { step } = moving;
  if (!isAwaited(step.dossier, wait.id)) return moving;
  const here = await sceneIn(scene, step.dossier, executionId);
  const callee = await calleeOf(wait, here);
  const { procedureId, version: procedureVersion } = callee;
  const { processId } = callee.program;
  const shared = wait.binding === 'deployment';
  const parameters: Variables = shared ? {} : { parameters: parametersOn(callee.parameters, scene.day) };
  const variables = { ...settingOf(step.dossier), ...wait.input, ...parameters };
  const process: CalledProcess = { procedureId, procedureVersion, processId, variables, state: {} };
  const called = change(step, { called: { ...step.dossier.called, [wait.id]: process } });
  const told = record(called, scene, {
    type: 'process.called',
    data: { elementId: wait.elementId, name: wait.name, waitId: wait.id, procedureId, procedureVersion, processId },
  });
  return begin({ ...moving, step: told }, { executionId: wait.id, scene });
}

async function calleeOf(
  { elementId, calledElement: processId, binding }: EffectOf<'call'>['wait'],
  { context }: Scene,
) {
  const { procedure, calls } = context;
  if (binding === 'deployment' || calls === undefined) return withProcess(procedure, processId);
  const versionTag = binding === 'latest' ? null : binding.versionTag;
  const found = await calls.find({ processId, versionTag });
  if (found !== undefined) return withProcess(await calls.load(found.procedureId, found.version), processId);
  throw new Problem('step.failed', { elementId, processId, versionTag, expected: 'a process that is published' });
}

// What every process of a dossier can name, whatever the call hands over.
const settingNames = ['applicant', 'submittedOn', 'officeCode', 'bodyId', 'bodyName', 'registration'];

function settingOf({ variables }: Dossier): Variables {
  return Object.fromEntries(Object.entries(variables).filter(([name]) => settingNames.includes(name)));
}

// The rules of a called process are its own, and who applied does not change by a call.
function resultOf({ variables }: CalledProcess): Variables {
  const kept = [...settingNames, 'parameters'];
  return Object.fromEntries(Object.entries(variables).filter(([name]) => !kept.includes(name)));
}

/** Cancels a called process for which nobody waits any more. */
export async function abandon(moving: Moving, executionId: string, { scene, advance }: Following): Promise<Moving> {
  const process = calledAt(moving.step.dossier, executionId);
  if (process === undefined) return moving;
  const cancelled = await advance(moving, { trigger: { type: 'cancel' }, executionId }, scene);
  const { effects } = cancelled;
  // The cancelled process has ended for nobody; only what it had called itself is still to be abandoned.
  const rest = effects.filter((effect) => effect.type !== 'return' || effect.executionId !== executionId);
  const forgotten = forget(cancelled.step, executionId);
  return { effects: rest, step: recordCall(forgotten, { type: 'process.cancelled', executionId, process, scene }) };
}

/** Lets the caller of a process that has ended go on, or have the error that nothing caught inside. */
export async function giveBack(
  moving: Moving,
  { executionId, ended }: EffectOf<'return'>,
  following: Following,
): Promise<Moving> {
  const { dossier } = moving.step;
  const process = calledAt(dossier, executionId);
  if (process === undefined) return moving;
  const { scene } = following;
  const failed = ended.error === undefined ? moving.step : recordError(moving.step, ended.error, scene);
  const told = recordCall(failed, { type: 'process.returned', executionId, process, scene });
  const step = forget(told, executionId);
  const { code = '', message = '' } = ended.error ?? {};
  const trigger: Trigger =
    ended.reason === 'error'
      ? { type: 'error', waitId: executionId, code, message }
      : { type: 'complete', waitId: executionId, output: resultOf(process) };
  return tellCaller({ ...moving, step }, executionId, { ...following, trigger });
}

/** Gives a trigger to the caller of a process, when it still waits for it. */
export async function tellCaller(
  moving: Moving,
  executionId: string,
  { trigger, scene, advance }: Following & { readonly trigger: Trigger },
): Promise<Moving> {
  return isAwaited(moving.step.dossier, executionId) ? advance(moving, { trigger }, scene) : moving;
}

function isAwaited(dossier: Dossier, callId: string): boolean {
  return dossier.waits.some(({ wait }) => wait.type === 'child' && wait.id === callId);
}

function forget(step: Step, executionId: string): Step {
  const { [executionId]: _, ...others } = step.dossier.called ?? {};
  return change(step, { called: others });
}

interface CallEvent {
  readonly type: 'process.returned' | 'process.cancelled';
  readonly executionId: string;
  readonly process: CalledProcess;
  readonly scene: Scene;
}

function recordCall(step: Step, { type, executionId, process, scene }: CallEvent): Step {
  const { processId, procedureId, procedureVersion } = process;
  const caller = executionOf(executionId);
  return record(step, scene, {
    type,
    data: { waitId: executionId, processId, procedureId, procedureVersion, byProcess: caller !== ownExecution },
  });
}
