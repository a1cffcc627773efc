import { Answers as AnswerList } from '../../kit/Answers.tsx';
import type { Host } from '../../kit/host.ts';
import { useBodyNames } from '../../kit/use-body-names.ts';
import { useChoiceLabels } from '../../kit/use-choice-labels.ts';
import type { Answers, FormDocument } from '../../schema/document.ts';
import { summarise } from '../../schema/summary.ts';
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
      {form === undefined ? null : <Given form={form} answers={answers} context={context} host={host} />}
    </ConfirmDialog>
  );
}

function Given({ form, answers, context, host }: Required<Pick<Props, 'form' | 'answers' | 'context' | 'host'>>) {
  const bodyNames = useBodyNames(form, answers, host);
  const choiceLabels = useChoiceLabels(form, host);
  return summarise(form, answers, { bodyNames, choiceLabels, ...context }).map((page) => (
    <section key={page.id}>
      {page.title === '' ? null : <h3 className="h5">{page.title}</h3>}
      <AnswerList rows={page.rows} />
    </section>
  ));
}

interface Props {
  readonly form?: FormDocument;
  readonly answers: Answers;
  readonly context: Answers;
  /** Knows the names of what the answers hold as ids and codes. */
  readonly host: Host;
  readonly busy: boolean;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}
