import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import type { OfficeDossier } from '../../contract/tasks.ts';
import { Loading } from '../../kit/Loading.tsx';
import { formatDateTime } from '../../text/format.ts';
import { Breadcrumb } from '../../kit/Breadcrumb.tsx';
import { t } from '../../text/clerk.ts';
import { titleOf } from '../../kit/own-language.ts';
import { Said } from '../../kit/Said.tsx';
import { PageTitle } from '../layout/PageTitle.tsx';
import { PageRefusal } from '../layout/PageRefusal.tsx';
import { isRefusal } from '../../kit/failure.ts';
import { dossierQuery } from '../queries.ts';
import { DossierBeside, DossierPapers } from './DossierBeside.tsx';
import { DossierTabs } from './DossierTabs.tsx';
import { Facts } from './Facts.tsx';
import { isConcluded, standingOf } from './standing.ts';
import { OwnDossier } from './OwnDossier.tsx';
import { OpenTasks } from './OpenTasks.tsx';

/** A dossier to read, open or closed. */
export function DossierPage() {
  const { dossierId = '' } = useParams();
  const { data: dossier, error, refetch } = useQuery(dossierQuery(dossierId));
  if (isRefusal(error, 'dossier.own')) return <OwnDossier dossierId={dossierId} />;
  if (dossier !== undefined) return <Dossier dossier={dossier} />;
  return error === null ? <Loading /> : <PageRefusal error={error} onRetry={() => void refetch()} />;
}

function Dossier({ dossier }: { readonly dossier: OfficeDossier }) {
  return (
    <>
      <Breadcrumb
        crumbs={[
          { to: '/pratiche', label: t('clerk.app.dossiers') },
          { label: t('clerk.dossier.breadcrumb', { registration: dossier.registration }) },
        ]}
      />
      <header className="desk-head">
        <PageTitle title={dossier.subject === '' ? titleOf(dossier).text : dossier.subject} />
        <p className="desk-head-subject">
          {dossier.registration} · <Said words={titleOf(dossier)} />
        </p>
      </header>
      <div className="desk-columns">
        <section className="desk-card desk-work" aria-labelledby="dossier-state">
          <h2 id="dossier-state" className="h4">
            <Said words={standingOf((isConcluded(dossier) ? dossier.outcome : undefined) ?? dossier.milestone)} />
          </h2>
          <Facts
            rows={[
              [t('clerk.dossier.submitted'), formatDateTime(dossier.submittedAt)],
              [
                t('clerk.dossier.closedOn'),
                dossier.closedAt === undefined ? undefined : formatDateTime(dossier.closedAt),
              ],
              [t('clerk.dossier.milestone'), isConcluded(dossier) ? standingOf(dossier.milestone).text : undefined],
              [
                t('clerk.dossier.firstOutcome'),
                isConcluded(dossier) ? undefined : dossier.outcome && standingOf(dossier.outcome).text,
              ],
              [t('clerk.dossier.body'), dossier.bodyName],
              [t('clerk.dossier.office'), dossier.officeName],
              [t('clerk.dossier.version'), String(dossier.procedureVersion)],
            ]}
          />
          <h3 className="h5">{t('clerk.dossier.tasks')}</h3>
          <OpenTasks tasks={dossier.openTasks} />
        </section>
        <DossierBeside dossier={dossier} withoutPapers />
        <DossierPapers dossier={dossier} />
        <DossierTabs dossier={dossier} />
      </div>
    </>
  );
}
