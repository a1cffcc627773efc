import { Button } from '../../kit/Button.tsx';
import { GivenAnswers, type GivenAnswersProps } from '../../kit/GivenAnswers.tsx';
import { Problem } from '../../kit/Problem.tsx';
import { t } from '../../text/text.ts';
import { Dialog } from '../../kit/Dialog.tsx';
import { problemOf } from '../../kit/failure.ts';

interface ConfirmFillProps {
  /** What is about to be sent; absent for a step without a form. */
  readonly given: GivenAnswersProps | undefined;
  /** Why the last attempt failed; null when it did not. */
  readonly error: unknown;
  readonly busy: boolean;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}

/** Asks once more before something enters the dossier for good, and shows it. */
export const ConfirmFill = ({ given, error, busy, onConfirm, onCancel }: ConfirmFillProps) => (
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
    {given === undefined ? null : <GivenAnswers {...given} />}
    {error === null ? null : <Problem problem={problemOf(error)} />}
  </Dialog>
);
