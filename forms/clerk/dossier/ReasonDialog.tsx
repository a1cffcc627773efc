import { useId, useState } from 'react';
import { ErrorLine } from '../../kit/ErrorLine.tsx';
import { Problem, type ProblemProps } from '../../kit/Problem.tsx';
import { t } from '../../text/clerk.ts';
import { ConfirmDialog } from '../layout/ConfirmDialog.tsx';

const SHORTEST_REASON = 3;

/** Asks why before something goes on record. */
export function ReasonDialog({ title, text, label, confirm, busy, problem, onConfirm, onCancel }: Props) {
  const id = useId();
  const [reason, setReason] = useState('');
  const [wasSent, setSent] = useState(false);
  const isMissing = wasSent && reason.trim().length < SHORTEST_REASON;
  const send = (): void => {
    setSent(true);
    if (reason.trim().length >= SHORTEST_REASON) onConfirm(reason.trim());
  };
  return (
    <ConfirmDialog
      title={title}
      confirm={confirm}
      cancel={t('clerk.dossier.conflict.cancel')}
      busy={busy}
      onConfirm={send}
      onCancel={onCancel}
    >
      <p>{text}</p>
      <div className={`iter-form iter-field mt-4${isMissing ? ' is-wrong' : ''}`}>
        <label htmlFor={id}>{label}</label>
        <textarea
          id={id}
          className="form-control"
          rows={3}
          maxLength={1000}
          value={reason}
          aria-invalid={isMissing || undefined}
          aria-describedby={isMissing ? `${id}-error` : undefined}
          onChange={(event) => setReason(event.target.value)}
        />
        <ErrorLine id={id} error={isMissing ? t('clerk.dossier.conflict.reasonMissing') : undefined} />
      </div>
      {problem === undefined ? null : <Problem problem={problem} />}
    </ConfirmDialog>
  );
}

interface Props {
  readonly title: string;
  readonly text: string;
  /** Of what has to be written. */
  readonly label: string;
  readonly confirm: string;
  readonly busy: boolean;
  readonly problem?: ProblemProps['problem'] | undefined;
  onConfirm(reason: string): void;
  onCancel(): void;
}
