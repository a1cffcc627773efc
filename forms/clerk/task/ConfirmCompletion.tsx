import { Answers as AnswerList } from '../../kit/Answers.tsx';
import type { Answers, FormDocument } from '../../schema/document.ts';
import { summarise } from '../../schema/summary.ts';
import { t } from '../../text/text.ts';
import { ConfirmDialog } from '../layout/ConfirmDialog.tsx';

/** The last look before a task is completed: what was answered, and that it cannot be taken back. */
export function ConfirmCompletion({ form, answers, context, busy, onConfirm, onCancel }: Props) {
  const pages = form === undefined ? [] : summarise(form, answers, context);
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
      {pages.map((page) => (
        <section key={page.id}>
          {page.title === '' ? null : <h3 className="h5">{page.title}</h3>}
          <AnswerList rows={page.rows} />
        </section>
      ))}
    </ConfirmDialog>
  );
}

interface Props {
  readonly form?: FormDocument;
  readonly answers: Answers;
  readonly context: Answers;
  readonly busy: boolean;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}
