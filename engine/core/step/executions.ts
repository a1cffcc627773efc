import type { Beginning } from '../../executors/port.ts';
import type { ChildWait, Ending, Move, Trigger, Variables, WaitId } from '../../kernel/types.ts';
import {
  calledAt,
  executionOf,
  innerId,
  outerId,
  ownExecution,
  procedureIn,
  seenAt,
  viewFrom,
  withProcess,
} from '../called.ts';
import type { CalledProcess, Dossier } from '../dossier.ts';
import { namedOutside, termIdOf } from '../lent-terms.ts';
import type { LentTermRule } from '../../language/term-rule.ts';
import type { Step } from '../effects.ts';
import { Problem } from '../problem.ts';
import type { Procedure } from '../procedure.ts';
import type { StepContext } from './context.ts';
import { change } from './progress.ts';
import type { Scene } from './progress.ts';

/** A step under way, and what still follows from it, in order. */
export interface Moving {
  readonly step: Step;
  readonly effects: readonly Effect[];
}

/** Something that follows when one of the executions of a dossier has moved. */
export type Effect =
  /** `executionId` is the one that threw it; without one it came from outside. */
  | { readonly type: 'signal'; readonly executionId?: string; readonly signal: string; readonly payload: Variables }
  | ({ readonly executionId: string } & (
      | { readonly type: 'abandon' }
      | { readonly type: 'call'; readonly wait: ChildWait }
      | { readonly type: 'escalate'; readonly code: string; readonly payload: Variables }
      | { readonly type: 'return'; readonly ended: Ending }
      | { readonly type: 'close'; readonly ended: Ending }
    ));

/** The effect of a kind. */
export type EffectOf<Type extends Effect['type']> = Extract<Effect, { readonly type: Type }>;

/** What came from outside, and the wait that it resolves: a task that closes by it is completed, not cancelled. */
export interface Impulse {
  readonly trigger: Trigger;
  /** To which execution it goes when the trigger names no wait; the dossier's own without it. */
  readonly executionId?: string;
  readonly resolves?: WaitId;
  /** Lists of the execution that have grown with it: they are known before the trigger comes. */
  readonly gathered?: Variables | undefined;
  /** What another execution holds that was corrected with it: it is known before the trigger comes, too. */
  readonly corrected?: { readonly executionId: string; readonly variables: Variables } | undefined;
}

/** An execution that is to begin. */
export interface Start {
  readonly executionId: string;
  readonly scene: Scene;
  readonly at?: Beginning | undefined;
}

/** How executions are moved; handed in, because what follows from a move may be another move. */
export interface Following {
  readonly scene: Scene;
  readonly begin: (moving: Moving, start: Start) => Promise<Moving>;
  readonly advance: (moving: Moving, impulse: Impulse, scene: Scene) => Promise<Moving>;
}

/** The scene of one execution: with the procedure that it runs. */
export async function sceneIn(scene: Scene, dossier: Dossier, executionId: string): Promise<Scene> {
  if (executionId === ownExecution) return scene;
  const procedure = await procedureAt(dossier, executionId, scene.context);
  const lentTerms = await lentTermsOf(dossier, executionId, scene.context);
  return { ...scene, context: { ...scene.context, procedure }, lentTerms };
}

/**
 * The rules of the terms that an execution is lent, by its names for them; each with the parameters of its declarer.
 */
async function lentTermsOf(
  dossier: Dossier,
  executionId: string,
  context: StepContext,
): Promise<Readonly<Record<string, LentTermRule>>> {
  const lent = calledAt(dossier, executionId)?.lent;
  if (lent === undefined) return {};
  const callerId = executionOf(executionId);
  const { terms } = await procedureAt(dossier, callerId, context);
  const { parameters = null } = viewFrom(dossier, callerId).variables;
  const caller = { executionId: callerId, lent: calledAt(dossier, callerId)?.lent };
  const own = Object.values(terms).map((rule) => [termIdOf(rule.id, caller), { ...rule, parameters }] as const);
  const passedOn = Object.values(await lentTermsOf(dossier, callerId, context));
  const known = new Map([...passedOn.map((rule) => [termIdOf(rule.id, caller), rule] as const), ...own]);
  return Object.fromEntries(
    Object.entries(lent).flatMap(([name, termId]) => {
      const rule = known.get(termId);
      return rule === undefined ? [] : [[name, { ...rule, id: name }] as const];
    }),
  );
}

/** The procedure of the execution to which a wait belongs, and the variables that are seen at it. */
export async function placeOf(
  dossier: Dossier,
  waitId: WaitId,
  context: StepContext,
): Promise<{ readonly procedure: Procedure; readonly variables: Variables }> {
  const procedure = await procedureAt(dossier, executionOf(waitId), context);
  return { procedure, variables: seenAt(dossier, waitId) };
}

/** The procedure that an execution of a dossier runs. */
export async function procedureAt(dossier: Dossier, executionId: string, context: StepContext): Promise<Procedure> {
  const { procedure: own, calls } = context;
  if (executionId === ownExecution) return own;
  const called = calledAt(dossier, executionId);
  if (called !== undefined && called.procedureId === own.procedureId && called.procedureVersion === own.version)
    return withProcess(own, called.processId);
  if (calls === undefined) throw new Problem('step.failed', { executionId, expected: 'published procedures to call' });
  return procedureIn(dossier, executionId, { own, load: calls.load });
}

/**
 * The step after work in which the dossier has the variables, the state and the names of terms of one of its
 * executions.
 */
export function within(step: Step, executionId: string, work: (step: Step) => Step): Step {
  const called = calledAt(step.dossier, executionId);
  if (called === undefined) return work(step);
  const { state, variables, terms, answered, overwritten } = step.dossier;
  const worked = work({ ...step, dossier: viewFrom(step.dossier, executionId) });
  const { state: inner, variables: own, ...held } = worked.dossier;
  const after: CalledProcess = {
    ...called,
    ...{ state: inner, variables: own, answered: held.answered, overwritten: held.overwritten },
  };
  return change(worked, {
    ...{ state, variables, answered, overwritten },
    terms: namedOutside(terms, worked.dossier.terms, { executionId, lent: called.lent }),
    called: { ...worked.dossier.called, [executionId]: after },
  });
}

/** A move with its waits named as the dossier knows them. */
export function outerMove(executionId: string, move: Move): Move {
  if (executionId === ownExecution) return move;
  const named = (id: WaitId): WaitId => outerId(executionId, id);
  return {
    ...move,
    opened: move.opened.map((wait) => ({ ...wait, id: named(wait.id) })),
    closed: move.closed.map(named),
  };
}

/** A trigger with its wait named as the execution itself knows it. */
export function innerTrigger(trigger: Trigger): Trigger {
  if (!('waitId' in trigger) || trigger.waitId === undefined) return trigger;
  return { ...trigger, waitId: innerId(trigger.waitId) };
}

/** The wait that a trigger is for, when it names one. */
export function waitOf(trigger: Trigger): WaitId | undefined {
  return 'waitId' in trigger ? trigger.waitId : undefined;
}
