import { formatTime } from '../text/format.ts';
import { t } from '../text/text.ts';
import type { KeptState } from './keeper.ts';

/** Says whether what was written is safe. */
export function KeptNote({ state }: { readonly state: KeptState }) {
  return (
    <span className={`iter-kept ${state.type === 'failed' ? 'iter-kept-failed' : ''}`} role="status">
      {words(state)}
    </span>
  );
}

function words(state: KeptState): string {
  switch (state.type) {
    case 'idle':
      return t('kit.kept.hint');
    case 'saving':
      return t('kit.kept.saving');
    case 'saved':
      return t('kit.kept.at', { time: formatTime(state.at) });
    case 'failed':
      return t('kit.kept.failed');
  }
}
