import { Button } from '../../kit/Button.tsx';
import { Icon } from '../../kit/Icon.tsx';
import { problemOf } from '../../kit/failure.ts';
import { formatTime } from '../../text/format.ts';
import { t } from '../../text/text.ts';
import type { SaveState } from './autosave.ts';

interface SaveStatusProps {
  readonly state: SaveState;
  readonly onSave: () => void;
}

function wordsOf(state: SaveState): string {
  switch (state.type) {
    case 'saved':
      return t(state.wasOffline ? 'citizen.apply.savedAgain' : 'citizen.apply.saved', {
        time: formatTime(state.savedAt),
      });
    case 'waiting':
      return t('citizen.apply.unsaved');
    case 'saving':
      return t('citizen.apply.saving');
    case 'offline':
      return t('citizen.apply.offline');
    case 'signed-out':
      return t('citizen.apply.expired');
    case 'refused':
      return t('citizen.apply.refused', { reason: problemOf(state.error).title ?? '' });
  }
}

/** Whether what was written is safe. Passing states are seen but not read out, lest every pause in typing speaks. */
export function SaveStatus({ state, onSave }: SaveStatusProps) {
  const isPassing = state.type === 'waiting' || state.type === 'saving';
  const isTrouble = state.type === 'offline' || state.type === 'refused';
  return (
    <div className={`save-status ${isTrouble ? 'save-status-trouble' : ''}`}>
      {state.type === 'saved' ? <Icon name="it-check-circle" className="icon-success" /> : null}
      {isTrouble ? <Icon name="it-warning-circle" className="icon-warning" /> : null}
      <span aria-hidden="true">{wordsOf(state)}</span>
      <span className="visually-hidden" role="status">
        {isPassing ? '' : wordsOf(state)}
      </span>
      {isTrouble ? (
        <Button outline color="primary" size="xs" onClick={onSave}>
          {t('citizen.apply.saveAgain')}
        </Button>
      ) : null}
    </div>
  );
}
