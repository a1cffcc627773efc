import type { RecordRefusalCommand } from '../command.ts';
import type { Dossier } from '../dossier.ts';
import type { Step } from '../effects.ts';
import { demand } from '../policy.ts';
import { openTaskOf } from './complete.ts';
import type { StepInput } from './context.ts';
import { record, sceneOf, unmoved } from './progress.ts';
import { changeTask, taskFacts } from './tasks.ts';

/**
 * Records that a task was refused to somebody who is a party to the dossier. A task that they held goes back into the
 * queue, for a colleague.
 */
export function recordRefusal(dossier: Dossier, { command, actor, context }: StepInput<RecordRefusalCommand>): Step {
  demand(actor, 'run-machinery', { dossier });
  const task = openTaskOf(dossier, command.taskId, { actor, context });
  const scene = sceneOf(actor, context);
  const { personId, name } = command.refused;
  const data = { ...taskFacts(task), reason: 'is-a-party', personId, personName: name };
  const told = record(unmoved(dossier), scene, { type: 'task.refused', data });
  const { claimedBy, ...free } = task;
  if (claimedBy?.personId !== personId) return told;
  return record(changeTask(told, free), scene, {
    type: 'task.released',
    data: { ...taskFacts(task), claimedBy: claimedBy.name },
  });
}
