import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams } from 'react-router';
import type { OfficeDossier, TaskDetail } from '../../contract/tasks.ts';
import { Loading } from '../../kit/Loading.tsx';
import { Breadcrumb } from '../../kit/Breadcrumb.tsx';
import { t } from '../../text/clerk.ts';
import { PageRefusal } from '../layout/PageRefusal.tsx';
import { DossierBeside } from '../dossier/DossierBeside.tsx';
import { OwnDossier } from '../dossier/OwnDossier.tsx';
import { DossierTabs } from '../dossier/DossierTabs.tsx';
import { isRefusal } from '../../kit/failure.ts';
import { taskQueryOf } from '../queries.ts';
import { withAbout } from '../task-name.ts';
import { ClosedTask } from './ClosedTask.tsx';
import { Completed } from './Completed.tsx';
import { TaskHead } from './TaskHead.tsx';
import { TaskWork } from './TaskWork.tsx';

/** A task with its dossier beside it. */
export function TaskPage() {
  const { taskId = '' } = useParams();
  return <TaskOf key={taskId} taskId={taskId} />;
}

function TaskOf({ taskId }: { readonly taskId: string }) {
  const [done, setDone] = useState<OfficeDossier>();
  const { data: detail, error, refetch } = useQuery({ ...taskQueryOf(taskId), enabled: done === undefined });
  if (done !== undefined && detail !== undefined) return <Completed task={detail.task} dossier={done} />;
  if (isRefusal(error, 'task.not-found', 'task.already-completed', 'wait.not-open')) {
    return <ClosedTask dossier={detail?.dossier} />;
  }
  if (isRefusal(error, 'dossier.own')) return <OwnDossier dossierId={taskId.split('.')[0] ?? ''} />;
  if (detail !== undefined) return <Task detail={detail} onDone={setDone} />;
  return error === null ? <Loading /> : <PageRefusal error={error} onRetry={() => void refetch()} />;
}

function Task({ detail, onDone }: { readonly detail: TaskDetail; readonly onDone: (dossier: OfficeDossier) => void }) {
  return (
    <>
      <Breadcrumb crumbs={[{ to: '/', label: t('clerk.app.queue') }, { label: withAbout(detail.task) }]} />
      <TaskHead task={detail.task} />
      <div className="desk-columns">
        <TaskWork detail={detail} onDone={onDone} />
        <DossierBeside dossier={detail.dossier} />
        <DossierTabs dossier={detail.dossier} />
      </div>
    </>
  );
}
