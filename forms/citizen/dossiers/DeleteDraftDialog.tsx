import { Button } from '../../kit/Button.tsx';
import { Problem } from '../../kit/Problem.tsx';
import { t } from '../../text/text.ts';
import { Dialog } from '../../kit/Dialog.tsx';
import { problemOf } from '../../kit/failure.ts';

interface DeleteDraftDialogProps {
  readonly title: string;
  /** Why the removal failed; null when it did not. */
  readonly error: unknown;
  readonly busy: boolean;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}

/** Asks before a draft is thrown away. */
export const DeleteDraftDialog = ({ title, error, busy, onConfirm, onCancel }: DeleteDraftDialogProps) => (
  <Dialog
    title={t('citizen.dossiers.removeTitle')}
    onClose={onCancel}
    actions={
      <>
        <Button color="danger" busy={busy} onClick={onConfirm}>
          {t('citizen.dossiers.removeConfirm')}
        </Button>
        <Button color="primary" outline onClick={onCancel}>
          {t('citizen.dossiers.removeCancel')}
        </Button>
      </>
    }
  >
    <p>{t('citizen.dossiers.removeText', { title })}</p>
    {error === null ? null : <Problem problem={problemOf(error)} />}
  </Dialog>
);
