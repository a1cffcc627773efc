import type { Ending } from '../../kernel/types.ts';
import type { Step } from '../effects.ts';
import { concluded } from '../status.ts';
import { change, record } from './progress.ts';
import type { Scene } from './progress.ts';

/** The step with an error in the record that nothing inside of a process has caught. */
export function recordError(step: Step, { code, message }: NonNullable<Ending['error']>, scene: Scene): Step {
  return record(step, scene, { type: 'error.raised', data: { code, message } });
}

/** The step with the dossier closed, because its own execution has ended. */
export function close(step: Step, { reason, endEventId, error }: Ending, scene: Scene): Step {
  const failed = error === undefined ? step : recordError(step, error, scene);
  const answered = failed.dossier.milestone === concluded ? failed : conclude(failed, scene);
  const closed = change(answered, { closedAt: scene.context.now });
  return record(closed, scene, { type: 'dossier.closed', data: { reason, endEventId: endEventId ?? null } });
}

function conclude(step: Step, scene: Scene): Step {
  const data = { code: concluded };
  return record(change(step, { milestone: concluded }), scene, { type: 'milestone.reached', data });
}
