import { Link } from 'react-router';
import type { OfficeDossier } from '../../contract/tasks.ts';
import { Breadcrumb } from '../../kit/Breadcrumb.tsx';
import { t } from '../../text/clerk.ts';
import { PageTitle } from '../layout/PageTitle.tsx';

/** What a task shows that is no longer open: completed by somebody, or cancelled by the procedure. */
export function ClosedTask({ dossier }: { readonly dossier?: OfficeDossier }) {
  return (
    <>
      <Breadcrumb crumbs={[{ to: '/', label: t('clerk.app.queue') }, { label: t('clerk.task.breadcrumb') }]} />
      <PageTitle title={t('clerk.task.closedTitle')} />
      <p className="lead">{t('clerk.task.closedText')}</p>
      <p className="desk-links">
        <Link className="btn btn-primary" to="/">
          {t('clerk.task.toQueue')}
        </Link>
        {dossier === undefined ? null : (
          <Link className="btn btn-outline-primary" to={`/pratiche/${dossier.dossierId}`}>
            {t('clerk.task.toDossier')}
          </Link>
        )}
      </p>
    </>
  );
}
