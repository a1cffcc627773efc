import type { Emission, JobWait, Move, Wait, WaitId } from '../../kernel/types.ts';
import { executionOf, executionsOf, ownExecution } from '../called.ts';
import { holdOn } from '../submitted.ts';
import { connectorKey, connectorNamed } from '../connector.ts';
import { personalAct } from '../../language/personal-act.ts';
import type { Dossier, OpenWait } from '../dossier.ts';
import type { ConnectorJob, Step } from '../effects.ts';
import { recordEmissions } from './emissions.ts';
import { outerMove, within } from './executions.ts';
import type { Effect, Moving } from './executions.ts';
import { applyTrail, beginTerm } from './facts.ts';
import { issueNotices, issuePendingNotices } from './notices.ts';
import { change, record } from './progress.ts';
import type { Scene } from './progress.ts';
import { closeTask, openTask, taskAt, taskFacts } from './tasks.ts';

/** How one execution of the dossier has moved. */
export interface Moved {
  readonly move: Move;
  readonly executionId: string;
  readonly resolves?: WaitId | undefined;
}

/**
 * The step with a move in it: its consequences drawn, waits closed and opened; and what follows for other executions.
 */
export function applyMove(moving: Moving, { move: inner, executionId, resolves }: Moved, scene: Scene): Moving {
  const move = outerMove(executionId, inner);
  const effects = effectsOf(moving.step.dossier, executionId, move);
  const step = within(moving.step, executionId, (before) => {
    const moved = change(before, {
      ...holdOn(before.dossier, move.variables),
      state: move.state,
      variables: move.variables,
    });
    const drawn = beginTerm(applyTrail(moved, move.trail, scene), executionId, scene);
    const told = issueNotices(drawn, move.trail, scene);
    const closed = move.closed.reduce((current, waitId) => closeWait(current, waitId, { scene, resolves }), told);
    const stillOpen = move.opened.filter(({ id }) => !move.closed.includes(id));
    const opened = stillOpen.reduce((current, wait) => openWait(current, wait, scene), closed);
    return recordEmissions(
      issuePendingNotices(opened, move.trail, { scene, pendingIn: executionId }),
      move.emitted ?? [],
      scene,
    );
  });
  return { step, effects: [...moving.effects, ...effects] };
}

function effectsOf(dossier: Dossier, executionId: string, move: Move): readonly Effect[] {
  const isGone = (call: WaitId): boolean => move.ended !== undefined || move.closed.includes(call);
  const children = executionsOf(dossier).filter((id) => id !== ownExecution && executionOf(id) === executionId);
  return [
    ...children.filter(isGone).map((id): Effect => ({ type: 'abandon', executionId: id })),
    ...(move.emitted ?? []).flatMap((emission) => effectOf(executionId, emission)),
    ...move.opened.flatMap((wait): readonly Effect[] =>
      wait.type === 'child' ? [{ type: 'call', executionId, wait }] : [],
    ),
    ...ending(executionId, move),
  ];
}

function effectOf(executionId: string, emission: Emission): readonly Effect[] {
  switch (emission.type) {
    case 'signal':
      return [{ type: 'signal', executionId, signal: emission.signal, payload: emission.payload }];
    case 'escalation':
      return executionId === ownExecution ? [] : [{ ...emission, type: 'escalate', executionId }];
    case 'message':
      return [];
  }
}

function ending(executionId: string, { ended }: Move): readonly Effect[] {
  if (ended === undefined) return [];
  return [{ type: executionId === ownExecution ? 'close' : 'return', executionId, ended }];
}

function closeWait(
  step: Step,
  waitId: WaitId,
  how: { readonly scene: Scene; readonly resolves: WaitId | undefined },
): Step {
  const task = taskAt(step.dossier, waitId);
  if (!task) return change(step, { waits: step.dossier.waits.filter(({ wait }) => wait.id !== waitId) });
  if (waitId === how.resolves) return closeTask(step, task, 'completed');
  return record(closeTask(step, task, 'cancelled'), how.scene, { type: 'task.cancelled', data: taskFacts(task) });
}

function openWait(step: Step, wait: Wait, scene: Scene): Step {
  if (wait.type === 'task') return openTask(step, wait, scene);
  const offer = wait.type === 'message' ? personalAct.of(scene.context.procedure.facts[wait.elementId]) : undefined;
  const dueAt = wait.type === 'timer' ? wait.dueAt : null;
  const open: OpenWait = {
    wait,
    dueAt,
    ...(offer && { personalAct: offer }),
    ...(hearsOthers(wait, scene) && { hearsOthers: true }),
  };
  const waiting = change(step, { waits: [...step.dossier.waits, open] });
  return wait.type === 'job' ? requestJob(waiting, wait, scene) : waiting;
}

const hearsOthers = (wait: Wait, { context: { procedure } }: Scene): boolean =>
  wait.type === 'message' && (procedure.service.messagesFromOtherBodies?.includes(wait.message) ?? false);

function requestJob(step: Step, wait: JobWait, scene: Scene): Step {
  const { id: waitId, elementId, jobType } = wait;
  const { waits, attempts } = connectorNamed(scene.context.procedure, jobType, elementId);
  if (!waits) return step;
  const { dossierId } = step.dossier;
  const place = { waitId };
  const key = connectorKey(jobType, dossierId, place);
  const job: ConnectorJob = {
    type: 'call-connector',
    ...{ key, dossierId, connector: jobType, elementId, place, attempts },
  };
  const requested: Step = { ...step, jobs: [...step.jobs, job] };
  return record(requested, scene, { type: 'job.requested', data: { jobType, elementId, name: wait.name, waitId } });
}
