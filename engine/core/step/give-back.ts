import type { Task } from '../dossier.ts';
import type { Step } from '../effects.ts';
import { record, type Scene } from './progress.ts';
import { changeTask, taskFacts } from './tasks.ts';

/** The step with every task back in its queue that a person held. */
export const giveBackAll = (step: Step, personId: string, scene: Scene): Step =>
  step.dossier.tasks.reduce((current, task) => giveBack(current, { task, personId }, scene), step);

/** The step with a task back in its queue, when the person held it. */
export function giveBack(
  step: Step,
  { task, personId }: { readonly task: Task; readonly personId: string },
  scene: Scene,
): Step {
  const { claimedBy, ...free } = task;
  if (claimedBy?.personId !== personId) return step;
  return record(changeTask(step, free), scene, {
    type: 'task.released',
    data: { ...taskFacts(task), claimedBy: claimedBy.name },
  });
}
