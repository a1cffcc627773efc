import { Button } from '../../kit/Button.tsx';
import { Problem } from '../../kit/Problem.tsx';
import { t } from '../../text/text.ts';
import { Dialog } from '../../kit/Dialog.tsx';
import { problemOf } from '../../kit/failure.ts';

interface ConfirmFillProps {
  /** Why the last attempt failed; null when it did not. */
  readonly error: unknown;
  readonly busy: boolean;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}

/** Asks once more before something enters the dossier for good. */
export const ConfirmFill = ({ error, busy, onConfirm, onCancel }: ConfirmFillProps) => (
  <Dialog
    title={t('citizen.fill.confirmTitle')}
    onClose={busy ? undefined : onCancel}
    actions={
      <>
        <Button color="primary" busy={busy} onClick={onConfirm}>
          {t(busy ? 'citizen.fill.submitting' : 'citizen.fill.confirm')}
        </Button>
        <Button color="primary" outline disabled={busy} onClick={onCancel}>
          {t('citizen.fill.back')}
        </Button>
      </>
    }
  >
    <p>{t('citizen.fill.confirmText')}</p>
    {error === null ? null : <Problem problem={problemOf(error)} />}
  </Dialog>
);
