import { useId, useState } from 'react';
import type { Consequences, RegisterName } from '../../contract/administration.ts';
import { Callout } from '../../kit/Callout.tsx';
import { Loading } from '../../kit/Loading.tsx';
import { t } from '../../text/administration.ts';
import { dayInFigures } from '../clock.ts';
import { ConfirmDialog } from '../layout/ConfirmDialog.tsx';
import { consequenceWords } from './consequence-words.ts';

/** Asks for the last day of a row, and says before what that does to what runs. */
export function EndDialog({ register, what, figures, against, busy, today, onEnd, onCancel }: Props) {
  const id = useId();
  const [day, setDay] = useState(today);
  return (
    <ConfirmDialog
      title={t('administration.confirm.endTitle')}
      confirm={t('administration.confirm.endYes')}
      cancel={t('administration.confirm.no')}
      busy={busy || figures === undefined}
      onConfirm={() => onEnd(day)}
      onCancel={onCancel}
    >
      <p>
        <strong>{what}</strong>
      </p>
      {figures === undefined ? (
        <Loading />
      ) : (
        consequenceWords({ register, act: 'end', day: dayInFigures(day) }, figures).map((words) => (
          <p key={words}>{words}</p>
        ))
      )}
      <div className="iter-form iter-field">
        <label htmlFor={id}>{t('administration.confirm.endDay')}</label>
        <div className="iter-input iter-input-short">
          <input
            id={id}
            type="date"
            required
            className="form-control"
            value={day}
            // An empty day is none: the last one stays.
            onChange={(event) => setDay(event.target.value === '' ? day : event.target.value)}
          />
        </div>
      </div>
      {against === undefined ? null : (
        <Callout tone="danger" role="alert">
          {against}
        </Callout>
      )}
    </ConfirmDialog>
  );
}

interface Props {
  readonly register: RegisterName;
  /** The row in words. */
  readonly what: string;
  /** What runs; undefined while it is being counted. */
  readonly figures: Consequences | undefined;
  /** Why the server did not end it. */
  readonly against: string | undefined;
  readonly busy: boolean;
  readonly today: string;
  onEnd(lastOn: string): void;
  onCancel(): void;
}
