import { t } from '../../text/clerk.ts';
import { timeOf } from '../clock.ts';
import type { KeptState } from './keeper.ts';

/** Says whether what was written is safe. */
export function KeptNote({ state }: { readonly state: KeptState }) {
  return (
    <span className={`desk-kept ${state.type === 'failed' ? 'desk-stale' : 'desk-quiet'}`} role="status">
      {words(state)}
    </span>
  );
}

function words(state: KeptState): string {
  switch (state.type) {
    case 'idle':
      return t('clerk.task.saveHint');
    case 'saving':
      return t('clerk.task.saving');
    case 'saved':
      return t('clerk.task.savedAt', { time: timeOf(state.at) });
    case 'failed':
      return t('clerk.task.saveFailed');
  }
}
