import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { Button } from '../../kit/Button.tsx';
import { t } from '../../text/text.ts';
import { isConcluded } from '../dossier/standing.ts';
import { PageLoading } from '../layout/PageLoading.tsx';
import { PageTitle } from '../layout/PageTitle.tsx';
import { Refusal } from '../layout/Refusal.tsx';
import { dossiersQuery, draftsQuery } from '../queries.ts';
import { DossierCard } from './DossierCard.tsx';
import { DraftList } from './DraftList.tsx';

/** The personal area: drafts to finish, dossiers under way, dossiers concluded. */
export function DossiersPage() {
  const drafts = useQuery(draftsQuery);
  const dossiers = useInfiniteQuery(dossiersQuery);
  const failed = [drafts, dossiers].find((query) => query.isError && query.data === undefined);
  if (failed) return <Refusal error={failed.error} onRetry={() => void failed.refetch()} />;
  if (drafts.data === undefined || dossiers.data === undefined) return <PageLoading />;
  const all = dossiers.data.pages.flatMap((page) => page.items);
  const open = all.filter((dossier) => !isConcluded(dossier));
  const closed = all.filter(isConcluded);

  return (
    <div className="container page-block">
      <PageTitle title={t('citizen.dossiers.title')} />
      <p className="lead">{t('citizen.dossiers.intro')}</p>
      <DraftList drafts={drafts.data.items} />
      {all.length === 0 ? (
        <div className="empty-box">
          <h2 className="h5">{t('citizen.dossiers.none')}</h2>
          <p>{t('citizen.dossiers.noneText')}</p>
          <Link className="btn btn-primary" to="/">
            {t('citizen.dossiers.toServices')}
          </Link>
        </div>
      ) : (
        <section className="page-section">
          <h2 className="h4">{t('citizen.dossiers.openHeading')}</h2>
          {open.length === 0 ? <p>{t('citizen.dossiers.noneOpen')}</p> : null}
          <ul className="cards">
            {open.map((dossier) => (
              <DossierCard key={dossier.dossierId} dossier={dossier} />
            ))}
          </ul>
        </section>
      )}
      {closed.length > 0 ? (
        <section className="page-section">
          <h2 className="h4">{t('citizen.dossiers.closedHeading')}</h2>
          <ul className="cards">
            {closed.map((dossier) => (
              <DossierCard key={dossier.dossierId} dossier={dossier} />
            ))}
          </ul>
        </section>
      ) : null}
      {dossiers.hasNextPage ? (
        <Button
          outline
          color="primary"
          busy={dossiers.isFetchingNextPage}
          onClick={() => void dossiers.fetchNextPage()}
        >
          {t('citizen.dossiers.more')}
        </Button>
      ) : null}
    </div>
  );
}
