import { useEffect, useMemo, useState, type MutableRefObject } from 'react';
import { CallProblem } from '../../contract/client.ts';
import type { ProblemBody } from '../../contract/problem.ts';
import type { OfficeDossier, TaskDetail } from '../../contract/tasks.ts';
import { Callout } from '../../kit/Callout.tsx';
import { Form } from '../../kit/Form.tsx';
import { KeptNote } from '../../kit/KeptNote.tsx';
import { inItalian } from '../../kit/own-language.ts';
import { Problem } from '../../kit/Problem.tsx';
import { useKeptAnswers } from '../../kit/use-kept-answers.ts';
import type { Answers, Issue } from '../../schema/document.ts';
import { readForm } from '../../schema/read.ts';
import { t } from '../../text/clerk.ts';
import { today } from '../clock.ts';
import { host } from '../host.ts';
import { isRefusal, problemOf } from '../../kit/failure.ts';
import { OwnDossier } from '../dossier/OwnDossier.tsx';
import { useDesk } from '../session/session.ts';
import { ConfirmCompletion } from './ConfirmCompletion.tsx';
import { NoForm } from './NoForm.tsx';
import { useSaveTask } from './use-save-task.ts';
import { useCompletion } from './use-task-acts.ts';

/**
 * The form of a claimed task: answers keep themselves, completing asks first, what the server refuses is shown in
 * place.
 */
export function TaskForm({ detail, unsavedRef, onDone }: Props) {
  const { task, toFill } = detail;
  const read = useMemo(() => (toFill.form === undefined ? undefined : readForm(toFill.form)), [toFill.form]);
  const { personId } = useDesk().person;
  const save = useSaveTask(task.taskId);
  const kept = useKeptAnswers({ subject: task.taskId, personId, initial: toFill.answers, save });
  useLending(unsavedRef, kept.flush);
  const [toConfirm, setToConfirm] = useState<Answers>();
  const completion = useCompletion(task.taskId, (dossier) => {
    kept.forget();
    onDone(dossier);
  });
  const confirm = (): void => {
    if (toConfirm === undefined) return;
    kept.stop();
    completion.mutate(toConfirm, { onError: () => setToConfirm(undefined) });
  };
  // Who has named themselves as a party has completed the task, and reads no further.
  if (isRefusal(completion.error, 'dossier.own')) return <OwnDossier dossierId={task.dossierId} />;
  const issues = issuesOf(completion.error);
  const refused = completion.error === null || issues !== undefined ? undefined : problemOf(completion.error);
  if (read !== undefined && read.form === undefined) {
    return <Problem problem={{ title: t('clerk.task.unreadableForm') }} />;
  }
  return (
    <>
      <Above intro={toFill.intro} isRestored={kept.isRestored} refused={refused} />
      {read?.form === undefined ? (
        <NoForm onComplete={() => setToConfirm({})} />
      ) : (
        <Form
          form={read.form}
          answers={kept.answers}
          context={toFill.context}
          today={dayOf(toFill.context)}
          host={host}
          locked={toFill.lockedKeys}
          held={toFill.held}
          submitLabel={t('clerk.task.complete')}
          serverIssues={issues}
          busy={completion.isPending}
          onChange={kept.change}
          onSubmit={setToConfirm}
          secondary={<KeptNote state={kept.state} />}
        />
      )}
      {toConfirm === undefined ? null : (
        <ConfirmCompletion
          form={read?.form}
          answers={toConfirm}
          context={{ ...toFill.context, today: dayOf(toFill.context) }}
          host={host}
          busy={completion.isPending}
          onConfirm={confirm}
          onCancel={() => setToConfirm(undefined)}
        />
      )}
    </>
  );
}

/** Lends the way to save to whoever is about to take the form away. */
function useLending(lentRef: Props['unsavedRef'], flush: () => Promise<boolean>): void {
  useEffect(() => {
    lentRef.current = flush;
    return () => {
      lentRef.current = undefined;
    };
  }, [lentRef, flush]);
}

/** What is said before the form. */
function Above({ intro, isRestored, refused }: AboveProps) {
  return (
    <>
      {intro === undefined ? null : <p {...inItalian()}>{intro}</p>}
      {isRestored ? <Callout tone="info">{t('clerk.task.restored')}</Callout> : null}
      {refused === undefined ? null : <Problem problem={refused} />}
    </>
  );
}

interface AboveProps {
  readonly intro: string | undefined;
  readonly isRestored: boolean;
  readonly refused: ProblemBody | undefined;
}

interface Props {
  readonly detail: TaskDetail;
  /** Filled with the way to save what was typed last, for whoever is about to take the form away. */
  readonly unsavedRef: MutableRefObject<(() => Promise<boolean>) | undefined>;
  readonly onDone: (dossier: OfficeDossier) => void;
}

function issuesOf(error: unknown): readonly Issue[] | undefined {
  const issues = error instanceof CallProblem ? error.problem.issues : undefined;
  return issues === undefined || issues.length === 0 ? undefined : issues;
}

/** The day the server reckons with, so that both sides judge the same answers alike. */
function dayOf(context: Answers): string {
  return typeof context.today === 'string' ? context.today : today();
}
