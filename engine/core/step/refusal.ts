import type { RecordRefusalCommand } from '../command.ts';
import type { Dossier } from '../dossier.ts';
import type { Step } from '../effects.ts';
import { demand } from '../policy.ts';
import { openTaskOf } from './complete.ts';
import type { StepInput } from './context.ts';
import { record, sceneOf, unmoved } from './progress.ts';
import { giveBack, giveBackAll } from './give-back.ts';
import { taskFacts } from './tasks.ts';

/**
 * Records that a task, or the reading of the dossier, was refused to somebody who is a party to it. A task that they
 * held goes back into the queue, for a colleague: the task asked for, or whichever they hold when they asked to read.
 */
export function recordRefusal(dossier: Dossier, { command, actor, context }: StepInput<RecordRefusalCommand>): Step {
  demand(actor, 'run-machinery', { dossier });
  const { taskId, refused } = command;
  const { personId, name } = refused;
  const scene = sceneOf(actor, context);
  const who = { reason: 'is-a-party', personId, personName: name };
  if (taskId === undefined) {
    const told = record(unmoved(dossier), scene, { type: 'reading.refused', data: who });
    return giveBackAll(told, personId, scene);
  }
  const task = openTaskOf(dossier, taskId, { actor, context });
  const told = record(unmoved(dossier), scene, { type: 'task.refused', data: { ...taskFacts(task), ...who } });
  return giveBack(told, { task, personId }, scene);
}
