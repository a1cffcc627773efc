import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'react-router';
import { formatCount } from '../../text/format.ts';
import { t } from '../../text/text.ts';
import { OpenAddresses } from '../layout/OpenAddresses.tsx';
import { PageLoading } from '../layout/PageLoading.tsx';
import { PageTitle } from '../layout/PageTitle.tsx';
import { Refusal } from '../layout/Refusal.tsx';
import { SearchForm } from '../layout/SearchForm.tsx';
import { dossiersQuery, draftsQuery } from '../queries.ts';
import { DossierSection, type DossierPages } from './DossierSection.tsx';
import { DraftList } from './DraftList.tsx';
import { FoundDossiers } from './FoundDossiers.tsx';

/** The personal area: drafts to finish, dossiers under way, dossiers concluded; or what a search finds among them. */
export function DossiersPage() {
  const [params, setParams] = useSearchParams();
  const words = params.get('q') ?? '';
  const drafts = useQuery(draftsQuery);
  const open = useInfiniteQuery(dossiersQuery({ state: 'open' }));
  const closed = useInfiniteQuery(dossiersQuery({ state: 'closed' }));
  const failed = [drafts, open, closed].find((query) => query.isError && query.data === undefined);
  if (failed) return <Refusal error={failed.error} onRetry={() => void failed.refetch()} />;
  if (drafts.data === undefined || open.data === undefined || closed.data === undefined) return <PageLoading />;
  const look = (q: string): void => setParams(q === '' ? {} : { q });
  const none = lengthOf(open).count + lengthOf(closed).count === 0;
  return (
    <div className="container page-block">
      <PageTitle title={t('citizen.dossiers.title')} />
      <p className="lead">{t('citizen.dossiers.intro')}</p>
      <OpenAddresses />
      {none ? null : (
        <SearchForm
          key={words}
          label={t('citizen.dossiers.searchLabel')}
          hint={t('citizen.dossiers.searchHint')}
          words={words}
          onSearch={look}
        />
      )}
      {words === '' || none ? (
        <>
          <DraftList drafts={drafts.data.items} />
          {none ? <NoDossiers /> : <Sections open={open} closed={closed} />}
        </>
      ) : (
        <FoundDossiers words={words} onReset={() => look('')} />
      )}
    </div>
  );
}

const lengthOf = (list: DossierPages) => list.data?.pages[0]?.total ?? { count: 0 };

const Sections = ({ open, closed }: { readonly open: DossierPages; readonly closed: DossierPages }) => (
  <>
    <DossierSection
      heading={t('citizen.dossiers.openHeading', { figure: formatCount(lengthOf(open)) })}
      list={open}
      none={t('citizen.dossiers.noneOpen')}
    />
    {lengthOf(closed).count === 0 ? null : (
      <DossierSection
        heading={t('citizen.dossiers.closedHeading', { figure: formatCount(lengthOf(closed)) })}
        list={closed}
        none=""
      />
    )}
  </>
);

const NoDossiers = () => (
  <div className="empty-box">
    <h2 className="h5">{t('citizen.dossiers.none')}</h2>
    <p>{t('citizen.dossiers.noneText')}</p>
    <Link className="btn btn-primary" to="/">
      {t('citizen.dossiers.toServices')}
    </Link>
  </div>
);
