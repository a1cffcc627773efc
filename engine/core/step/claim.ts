import { fullName } from '../../../forms/schema/full-name.ts';
import { romeDay } from '../calendar.ts';
import type { ClaimCommand, ReleaseCommand } from '../command.ts';
import type { Dossier, Task } from '../dossier.ts';
import type { Step } from '../effects.ts';
import { demand } from '../policy.ts';
import { Problem } from '../problem.ts';
import { openTaskOf } from './complete.ts';
import type { StepInput } from './context.ts';
import { record, sceneOf, unmoved } from './progress.ts';
import { audienceName, changeTask, taskFacts } from './tasks.ts';

/** Gives a task to the clerk who asks; asking again for one's own changes nothing. */
export function claim(dossier: Dossier, input: StepInput<ClaimCommand>): Step {
  const { command, actor, context } = input;
  const task = openTaskOf(dossier, command.taskId, input);
  demand(actor, 'claim', { dossier, task, today: romeDay(context.now) });
  if (actor.type !== 'person') throw new Problem('permission.denied');
  if (task.claimedBy) return unmoved(dossier);
  const { personId } = actor;
  const claimed: Task = { ...task, claimedBy: { personId, name: fullName(actor), at: context.now } };
  const scene = sceneOf(actor, context, { role: audienceName(task.audience) });
  return record(changeTask(unmoved(dossier), claimed), scene, { type: 'task.claimed', data: taskFacts(task) });
}

/** Puts a claimed task back into the queue; its clerk or a manager of the office may. */
export function release(dossier: Dossier, input: StepInput<ReleaseCommand>): Step {
  const { command, actor, context } = input;
  const task = openTaskOf(dossier, command.taskId, input);
  demand(actor, 'release', { dossier, task, today: romeDay(context.now) });
  const { claimedBy, ...free } = task;
  const scene = sceneOf(actor, context, { role: audienceName(task.audience) });
  const data = { ...taskFacts(task), claimedBy: claimedBy?.name ?? null };
  return record(changeTask(unmoved(dossier), free), scene, { type: 'task.released', data });
}
