import { Link } from 'react-router';
import type { TaskSummary } from '../../contract/tasks.ts';
import { t } from '../../text/clerk.ts';
import { inItalian } from '../../kit/own-language.ts';
import { dayInFigures, today } from '../clock.ts';
import { taskDue, termDue } from '../due.ts';
import { withAbout } from '../task-name.ts';
import { Cell, Row } from '../layout/CardTable.tsx';
import { DueMark } from '../layout/DueMark.tsx';
import type { QueueActs } from './use-queue-acts.ts';

/** One task of the queue. The button stays the same element when its meaning turns, so that the focus stays on it. */
export function QueueRow({ task, acts }: { readonly task: TaskSummary; readonly acts: QueueActs }) {
  return (
    <Row>
      <Cell>
        <Link className="desk-row-link" to={`/attivita/${encodeURIComponent(task.taskId)}`}>
          <span {...inItalian()}>{task.name}</span>
        </Link>
        {task.about === undefined ? null : <span className="desk-about">{task.about}</span>}
        <span className="desk-quiet">{t('clerk.queue.openedOn', { date: dayInFigures(task.openedAt) })}</span>
      </Cell>
      <Cell>
        <span className="desk-row-subject">{subjectOf(task)}</span>
        <span className="desk-quiet">
          {task.applicantName === '' ? task.registration : `${task.applicantName} · ${task.registration}`}
        </span>
        <span className="desk-quiet" {...inItalian()}>
          {task.procedureTitle}
        </span>
      </Cell>
      <Cell>
        <span {...inItalian()}>{task.officeName}</span>
        <span className="desk-quiet" {...inItalian()}>
          {task.bodyName}
        </span>
      </Cell>
      <Cell>
        <Dues task={task} />
      </Cell>
      <Cell className="desk-row-claim">
        <Claim task={task} acts={acts} />
      </Cell>
    </Row>
  );
}

function subjectOf({ ownDossier, subject }: TaskSummary): string {
  if (ownDossier) return t('clerk.dossier.own');
  return subject === '' ? t('clerk.dossier.noSubject') : subject;
}

function Dues({ task }: { readonly task: TaskSummary }) {
  const day = today();
  const term = termDue({ deadlineOn: task.deadlineOn, state: task.termState }, day);
  const own = task.dueOn === undefined ? undefined : taskDue(task.dueOn, day);
  if (own === undefined && term === undefined) return <span className="desk-quiet">{t('clerk.due.none')}</span>;
  return (
    <>
      {own === undefined ? null : <DueMark label={t('clerk.due.task')} day={task.dueOn} due={own} />}
      {term === undefined ? null : <DueMark label={t('clerk.due.term')} day={task.deadlineOn} due={term} />}
    </>
  );
}

function Claim({ task, acts }: { readonly task: TaskSummary; readonly acts: QueueActs }) {
  const named = { name: withAbout(task), registration: task.registration };
  const busy = acts.busyTaskId === task.taskId;
  const byOther =
    (task.claimedBy !== undefined && !task.mine) || ((task.ownDossier || task.declaredConflict) && !task.mine);
  return (
    <>
      <span>
        <span className="desk-card-label">{t('clerk.queue.claimColumn')} </span>
        <span className={task.mine ? 'desk-mine' : undefined}>
          {task.mine ? t('clerk.queue.you') : (task.claimedBy?.name ?? t('clerk.queue.nobody'))}
        </span>
      </span>
      {task.ownDossier ? <span className="desk-quiet">{t('clerk.queue.ownDossier')}</span> : null}
      {task.declaredConflict ? <span className="desk-quiet">{t('clerk.queue.declaredConflict')}</span> : null}
      {byOther ? null : (
        <button
          type="button"
          className="btn btn-outline-primary btn-xs"
          aria-disabled={busy}
          aria-label={t(task.mine ? 'clerk.queue.releaseNamed' : 'clerk.queue.claimNamed', named)}
          onClick={() => !busy && (task.mine ? acts.release(task) : acts.claim(task))}
        >
          {t(task.mine ? 'clerk.queue.release' : 'clerk.queue.claim')}
        </button>
      )}
    </>
  );
}
