import { GivenAnswers, type GivenAnswersProps } from '../../kit/GivenAnswers.tsx';
import type { FormDocument } from '../../schema/document.ts';
import { t } from '../../text/clerk.ts';
import { ConfirmDialog } from '../layout/ConfirmDialog.tsx';

/** The last look before a task is completed: what was answered, and that it cannot be taken back. */
export function ConfirmCompletion({ form, answers, context, host, busy, onConfirm, onCancel }: Props) {
  return (
    <ConfirmDialog
      title={t('clerk.task.confirmTitle')}
      confirm={t('clerk.task.confirm')}
      cancel={t('clerk.task.back')}
      busy={busy}
      onConfirm={onConfirm}
      onCancel={onCancel}
    >
      <p>{t('clerk.task.confirmText')}</p>
      {form === undefined ? null : <GivenAnswers form={form} answers={answers} context={context} host={host} />}
    </ConfirmDialog>
  );
}

interface Props extends Omit<GivenAnswersProps, 'form'> {
  readonly form?: FormDocument;
  readonly busy: boolean;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}
