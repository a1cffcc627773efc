import type { Ending } from '../../kernel/types.ts';
import type { Step } from '../effects.ts';
import { milestoneLabel } from '../status.ts';
import { change, record } from './progress.ts';
import type { Scene } from './progress.ts';

/** The step with an error in the record that nothing inside of a process has caught. */
export function recordError(step: Step, { code, message }: NonNullable<Ending['error']>, scene: Scene): Step {
  return record(step, scene, { type: 'error.raised', data: { code, message } });
}

/** The step with the dossier closed, because its own execution has ended. */
export function close(step: Step, { reason, endEventId, error }: Ending, scene: Scene): Step {
  const failed = error === undefined ? step : recordError(step, error, scene);
  const concluded = failed.dossier.milestone === 'conclusa' ? failed : conclude(failed, scene);
  const closed = change(concluded, { closedAt: scene.context.now });
  return record(closed, scene, { type: 'dossier.closed', data: { reason, endEventId: endEventId ?? null } });
}

function conclude(step: Step, scene: Scene): Step {
  const data = { code: 'conclusa', label: milestoneLabel('conclusa') };
  return record(change(step, { milestone: 'conclusa' }), scene, { type: 'milestone.reached', data });
}
