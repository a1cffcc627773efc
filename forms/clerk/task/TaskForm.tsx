import { useEffect, useMemo, useState, type MutableRefObject } from 'react';
import { CallProblem } from '../../contract/client.ts';
import type { OfficeDossier, TaskDetail } from '../../contract/tasks.ts';
import { Form } from '../../kit/Form.tsx';
import { Problem } from '../../kit/Problem.tsx';
import type { Answers, Issue } from '../../schema/document.ts';
import { readForm } from '../../schema/read.ts';
import { t } from '../../text/clerk.ts';
import { today } from '../clock.ts';
import { host } from '../host.ts';
import { problemOf } from '../../kit/failure.ts';
import { ConfirmCompletion } from './ConfirmCompletion.tsx';
import { KeptNote } from './KeptNote.tsx';
import { NoForm } from './NoForm.tsx';
import { useKeptAnswers } from './use-kept-answers.ts';
import { useCompletion } from './use-task-acts.ts';

/** The form of a claimed task: answers keep themselves, completing asks first, what the server refuses is shown in place. */
export function TaskForm({ detail, unsavedRef, onDone }: Props) {
  const { task, toFill } = detail;
  const read = useMemo(() => (toFill.form === undefined ? undefined : readForm(toFill.form)), [toFill.form]);
  const kept = useKeptAnswers(task.taskId, toFill.answers);
  const { flush } = kept;
  useEffect(() => {
    unsavedRef.current = flush;
    return () => {
      unsavedRef.current = undefined;
    };
  }, [unsavedRef, flush]);
  const [toConfirm, setToConfirm] = useState<Answers>();
  const completion = useCompletion(task.taskId, onDone);
  const confirm = (): void => {
    if (toConfirm === undefined) return;
    kept.stop();
    completion.mutate(toConfirm, { onError: () => setToConfirm(undefined) });
  };
  const issues = issuesOf(completion.error);
  const refused = completion.error === null || issues !== undefined ? undefined : problemOf(completion.error);
  if (read !== undefined && read.form === undefined) {
    return <Problem problem={{ title: t('clerk.task.unreadableForm') }} />;
  }
  return (
    <>
      {toFill.intro === undefined ? null : <p>{toFill.intro}</p>}
      {refused === undefined ? null : <Problem problem={refused} />}
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
