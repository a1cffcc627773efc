import type { Trigger, Variables } from '../../kernel/types.ts';
import { lends } from '../../language/lends.ts';
import { groundAnew } from '../../language/term-moves.ts';
import { calledAt, executionOf, ownExecution, withProcess } from '../called.ts';
import type { CalledProcess, Dossier } from '../dossier.ts';
import type { Step } from '../effects.ts';
import { termIdOf } from '../lent-terms.ts';
import type { Procedure } from '../procedure.ts';
import { parametersOn } from '../parameters.ts';
import { Problem } from '../problem.ts';
import { recordError } from './ending.ts';
import { sceneIn, within } from './executions.ts';
import { handOf } from './facts.ts';
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
  const shared = wait.binding === 'deployment' && callee.interface === undefined;
  const parameters: Variables = shared ? {} : { parameters: parametersOn(callee.parameters, scene.day) };
  const variables = { ...settingOf(step.dossier), ...inputOf(callee, wait.input), ...parameters };
  const lent = lentTo(callee, { wait, executionId, dossier: step.dossier, facts: here.context.procedure.facts });
  const process: CalledProcess = { procedureId, procedureVersion, processId, variables, state: {}, ...lent };
  const called = change(step, { called: { ...step.dossier.called, [wait.id]: process } });
  const told = record(called, scene, {
    type: 'process.called',
    data: { elementId: wait.elementId, name: wait.name, waitId: wait.id, procedureId, procedureVersion, processId },
  });
  return begin({ ...moving, step: told }, { executionId: wait.id, scene });
}

// What a part is not given has its default. Its letters and forms may be those of its caller, so it can read what that
// knows.
function inputOf({ interface: part }: Procedure, given: Variables): Variables {
  const usual = Object.entries(part?.inputs ?? {}).map(([name, input]) => [name, input.default ?? null] as const);
  return { ...Object.fromEntries(usual), ...given };
}

interface Lending {
  readonly wait: EffectOf<'call'>['wait'];
  readonly executionId: string;
  readonly dossier: Dossier;
  readonly facts: Procedure['facts'];
}

/**
 * The terms of the dossier that a call lends to a part: by a mark, else the one of the same name; `main` is the main
 * term.
 */
function lentTo(
  { interface: part }: Procedure,
  { wait, executionId, dossier, facts }: Lending,
): Pick<CalledProcess, 'lent'> {
  if (part === undefined) return {};
  const marks = lends.allOf(facts[wait.elementId]);
  const main = Object.keys(dossier.terms).find((id) => dossier.terms[id]?.main);
  const idIn = (name: string): string => termIdOf(name, { executionId, lent: calledAt(dossier, executionId)?.lent });
  const idFor = (name: string): string => {
    const mark = marks.find((each) => each.as === name);
    if (mark !== undefined) return idIn(mark.term);
    return name === 'main' && main !== undefined ? main : idIn(name);
  };
  return { lent: Object.fromEntries(Object.keys(part.terms).map((name) => [name, idFor(name)])) };
}

async function calleeOf(
  { elementId, calledElement: processId, binding }: EffectOf<'call'>['wait'],
  { context }: Scene,
) {
  const { procedure, calls } = context;
  const part = procedure.parts?.[processId];
  if (part !== undefined) return part;
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
function resultOf({ variables }: CalledProcess, { interface: part }: Procedure): Variables {
  const kept = [...settingNames, 'parameters'];
  const given = Object.entries(variables).filter(([name]) => !kept.includes(name));
  if (part === undefined) return Object.fromEntries(given);
  return Object.fromEntries(Object.keys(part.outputs).map((name) => [name, variables[name] ?? null]));
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
  const { procedure } = (await sceneIn(scene, dossier, executionId)).context;
  const failed = ended.error === undefined ? moving.step : recordError(moving.step, ended.error, scene);
  const told = recordCall(failed, { type: 'process.returned', executionId, process, scene });
  const step = forget(told, executionId);
  const { code = '', message = '' } = ended.error ?? {};
  const trigger: Trigger =
    ended.reason === 'error'
      ? { type: 'error', waitId: executionId, code, message }
      : { type: 'complete', waitId: executionId, output: resultOf(process, procedure) };
  const after = await tellCaller({ ...moving, step }, executionId, { ...following, trigger });
  return groundedAnew(after, executionId, { scene, process });
}

// What a part brought back may put a term of the caller under another article.
async function groundedAnew(
  moving: Moving,
  executionId: string,
  { scene, process }: { readonly scene: Scene; readonly process: CalledProcess },
): Promise<Moving> {
  const callerId = executionOf(executionId);
  const here = await sceneIn(scene, moving.step.dossier, callerId);
  const { elementId = '' } = moving.step.dossier.waits.find(({ wait }) => wait.id === executionId)?.wait ?? {};
  const lent = new Set(Object.values(process.lent ?? {}));
  const step = within(moving.step, callerId, (before) => {
    const own = calledAt(moving.step.dossier, callerId)?.lent;
    const names = Object.keys(here.context.procedure.terms).filter((name) =>
      lent.has(termIdOf(name, { executionId: callerId, lent: own })),
    );
    return groundAnew(handOf(before, elementId, here), names).carried;
  });
  return { ...moving, step };
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
