import { Link } from 'react-router';
import type { TaskSummary } from '../../contract/tasks.ts';
import { t } from '../../text/clerk.ts';
import { inItalian } from '../../kit/own-language.ts';
import { today } from '../clock.ts';
import { taskDue, termDue } from '../due.ts';
import { DueMark } from '../layout/DueMark.tsx';
import { withAbout } from '../task-name.ts';
import { PageTitle } from '../layout/PageTitle.tsx';

/** What the task is about, at a glance: dossier, whose task, when it and the procedure have to be done. */
export function TaskHead({ task }: { readonly task: TaskSummary }) {
  const day = today();
  const due = termDue({ deadlineOn: task.deadlineOn, state: task.termState }, day);
  return (
    <header className="desk-head">
      <PageTitle title={withAbout(task)} />
      <p className="desk-head-subject">
        <strong>{task.subject === '' ? t('clerk.dossier.noSubject') : task.subject}</strong> · {task.applicantName}
      </p>
      <p>
        <Link to={`/pratiche/${task.dossierId}`}>{task.registration}</Link> ·{' '}
        <span {...inItalian()}>{task.procedureTitle}</span>
      </p>
      <p className="desk-head-facts">
        <span>{t('clerk.task.position', { office: task.officeName, role: t(`clerk.session.role.${task.role}`) })}</span>
        {task.dueOn === undefined ? null : (
          <DueMark label={t('clerk.due.task')} day={task.dueOn} due={taskDue(task.dueOn, day)} />
        )}
        {due === undefined ? null : <DueMark label={t('clerk.due.term')} day={task.deadlineOn} due={due} />}
      </p>
    </header>
  );
}
