import { useInfiniteQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { Loading } from '../../kit/Loading.tsx';
import { Problem } from '../../kit/Problem.tsx';
import { t } from '../../text/clerk.ts';
import { timeOf } from '../clock.ts';
import { More } from '../layout/More.tsx';
import { PageTitle } from '../layout/PageTitle.tsx';
import { problemOf } from '../../kit/failure.ts';
import { queueQuery } from '../queries.ts';
import { EmptyQueue } from './EmptyQueue.tsx';
import { readQueueQuery } from './queue-query.ts';
import { QueueFilters } from './QueueFilters.tsx';
import { QueueTable } from './QueueTable.tsx';
import { ShowChoice } from './ShowChoice.tsx';
import { useChangedCount } from './use-changed-count.ts';
import { useQueueActs } from './use-queue-acts.ts';

/** The open tasks of one's offices, most urgent first; refreshed quietly, with the filters kept in the address. */
export function Queue() {
  const [address, setAddress] = useSearchParams();
  const filters = readQueueQuery(address);
  const list = useInfiniteQuery(queueQuery(filters));
  const acts = useQueueActs();
  const tasks = list.data?.pages.flatMap((page) => page.items);
  useChangedCount(list.isPlaceholderData ? undefined : list.data?.pages[0]?.total, JSON.stringify(filters));
  return (
    <>
      <PageTitle title={t('clerk.queue.title')} />
      <ShowChoice address={address} show={filters.show} />
      <QueueFilters query={filters} address={address} onChange={setAddress} />
      {acts.error === null ? null : <Problem problem={problemOf(acts.error)} />}
      {tasks === undefined && list.error !== null ? (
        <Problem problem={problemOf(list.error)} onRetry={() => void list.refetch()} />
      ) : null}
      {tasks === undefined && list.error === null ? <Loading /> : null}
      {tasks === undefined ? null : (
        <>
          <Freshness count={list.data?.pages[0]?.total ?? tasks.length} at={list.dataUpdatedAt} stale={list.isError} />
          {tasks.length === 0 ? <EmptyQueue query={filters} /> : <QueueTable tasks={tasks} acts={acts} />}
          <More list={list} />
        </>
      )}
    </>
  );
}

function Freshness({ count, at, stale }: { readonly count: number; readonly at: number; readonly stale: boolean }) {
  const time = timeOf(at);
  return (
    <p className="desk-freshness">
      <strong>{t('clerk.queue.count', { count })}</strong>{' '}
      {stale ? (
        <span className="desk-stale">{t('clerk.queue.refreshFailed', { time })}</span>
      ) : (
        <span className="desk-quiet">{t('clerk.queue.updated', { time })}</span>
      )}
    </p>
  );
}
