import { useEffect, useRef } from 'react';
import { Link } from 'react-router';
import type { OfficeDossier, TaskSummary } from '../../contract/tasks.ts';
import { Icon } from '../../kit/Icon.tsx';
import { t } from '../../text/clerk.ts';
import { OpenTasks } from '../dossier/OpenTasks.tsx';
import { standingOf } from '../dossier/standing.ts';
import { withAbout } from '../task-name.ts';

/** What follows a completed task: where the dossier stands now, who goes on, and the ways from here. */
export function Completed({ task, dossier }: { readonly task: TaskSummary; readonly dossier: OfficeDossier }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = t('clerk.app.title', { page: t('clerk.task.doneTitle') });
    heading.current?.focus();
  }, []);
  const name = withAbout(task);
  return (
    <div className="desk-card desk-done">
      <h1 ref={heading} tabIndex={-1} className="desk-title">
        <Icon name="it-check-circle" size="md" className="icon-success" /> {t('clerk.task.doneTitle')}
      </h1>
      <p className="lead">
        {dossier.outcome === undefined
          ? t('clerk.task.doneText', { name, milestone: standingOf(dossier.milestone).text })
          : t('clerk.task.doneClosed', { name, outcome: standingOf(dossier.outcome).text })}
      </p>
      <h2 className="h5">{t('clerk.task.doneNext')}</h2>
      {dossier.openTasks.length === 0 ? <p>{t('clerk.task.doneNothing')}</p> : <OpenTasks tasks={dossier.openTasks} />}
      <p className="desk-links">
        <Link className="btn btn-primary" to="/">
          {t('clerk.task.toQueue')}
        </Link>
        <Link className="btn btn-outline-primary" to={`/pratiche/${dossier.dossierId}`}>
          {t('clerk.task.toDossier')}
        </Link>
      </p>
    </div>
  );
}
