import { Link } from 'react-router';
import type { OfficeDossier } from '../../contract/tasks.ts';
import { t } from '../../text/clerk.ts';
import { wordsOf } from '../../kit/own-language.ts';
import { Said } from '../../kit/Said.tsx';
import { today } from '../clock.ts';
import { taskDue } from '../due.ts';
import { DueMark } from '../layout/DueMark.tsx';

/** What is being done now and by whom. The server names the office or the person; a task of an office is a link. */
export function OpenTasks({ tasks }: { readonly tasks: OfficeDossier['openTasks'] }) {
  if (tasks.length === 0) return <p className="mb-0">{t('clerk.dossier.noTasks')}</p>;
  return (
    <ul className="desk-plain">
      {tasks.map((task) => (
        <li key={task.taskId} className="desk-open-task">
          <Link to={`/attivita/${encodeURIComponent(task.taskId)}`}>
            <Said words={wordsOf(task.name, task.nameInEnglish)} />
          </Link>
          {task.about === undefined ? null : <span className="desk-about">{task.about}</span>}
          <span className="desk-quiet">
            {t('clerk.dossier.taskWith', { with: task.with })}
            {task.claimedBy === undefined ? '' : `, ${t('clerk.dossier.taskClaimedBy', { name: task.claimedBy })}`}
          </span>
          {task.dueOn === undefined ? null : (
            <DueMark label={t('clerk.due.by')} day={task.dueOn} due={taskDue(task.dueOn, today())} />
          )}
        </li>
      ))}
    </ul>
  );
}
