import { useInfiniteQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { Loading } from '../../kit/Loading.tsx';
import { Problem } from '../../kit/Problem.tsx';
import { t } from '../../text/clerk.ts';
import { formatCount } from '../../text/format.ts';
import { Empty } from '../layout/Empty.tsx';
import { More } from '../layout/More.tsx';
import { PageTitle } from '../layout/PageTitle.tsx';
import { Search } from '../layout/Search.tsx';
import { Select } from '../layout/Select.tsx';
import { problemOf } from '../../kit/failure.ts';
import { dossiersQuery, type DossierFilters } from '../queries.ts';
import { DossierTable } from './DossierTable.tsx';

/** The dossiers of one's offices, open and closed; the filters are kept in the address. */
export function DossierList() {
  const [address, setAddress] = useSearchParams();
  const filters = readFilters(address);
  const list = useInfiniteQuery(dossiersQuery(filters));
  const dossiers = list.data?.pages.flatMap((page) => page.items);
  const { total, alike } = list.data?.pages[0] ?? {};
  const set = (key: keyof DossierFilters) => (value: string) => {
    const next = new URLSearchParams(address);
    if (value === '') next.delete(key);
    else next.set(key, value);
    setAddress(next);
  };
  return (
    <>
      <PageTitle title={t('clerk.dossier.listTitle')} />
      <section className="desk-filters" aria-label={t('clerk.queue.filters')}>
        <Search label={t('clerk.dossier.search')} value={filters.q ?? ''} onSearch={set('q')} />
        <Select
          label={t('clerk.dossier.state')}
          value={filters.state ?? ''}
          options={[
            { value: '', label: t('clerk.dossier.anyState') },
            { value: 'open', label: t('clerk.dossier.open') },
            { value: 'closed', label: t('clerk.dossier.closed') },
          ]}
          onChoose={set('state')}
        />
      </section>
      {dossiers === undefined && list.error === null ? <Loading /> : null}
      {list.error === null ? null : <Problem problem={problemOf(list.error)} onRetry={() => void list.refetch()} />}
      {total === undefined || total.count === 0 ? null : (
        <p className="desk-freshness" role="status">
          <strong className="desk-length">
            {t('clerk.dossier.count', { count: total.count, figure: formatCount(total) })}
          </strong>{' '}
          {alike === true ? <span className="desk-quiet">{t('clerk.queue.alike', { q: filters.q ?? '' })}</span> : null}
        </p>
      )}
      {dossiers?.length === 0 ? <NoDossiers filters={filters} /> : null}
      {dossiers === undefined || dossiers.length === 0 ? null : <DossierTable dossiers={dossiers} />}
      <More list={list} />
    </>
  );
}

function NoDossiers({ filters }: { readonly filters: DossierFilters }) {
  const isFiltered = filters.q !== undefined || filters.state !== undefined;
  return (
    <Empty
      title={t('clerk.dossier.empty')}
      text={t(isFiltered ? 'clerk.dossier.emptyFilteredText' : 'clerk.dossier.emptyText')}
    />
  );
}

function readFilters(address: URLSearchParams): DossierFilters {
  const q = address.get('q') ?? '';
  const state = address.get('state');
  return {
    ...(q === '' ? {} : { q }),
    ...(state === 'open' || state === 'closed' ? { state } : {}),
  };
}
