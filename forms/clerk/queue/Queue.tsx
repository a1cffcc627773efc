import { useInfiniteQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { Loading } from '../../kit/Loading.tsx';
import { Problem } from '../../kit/Problem.tsx';
import type { CallOutput } from '../../contract/client.ts';
import { t } from '../../text/clerk.ts';
import { formatCount } from '../../text/format.ts';
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
  const first = list.data?.pages[0];
  useChangedCount(list.isPlaceholderData ? undefined : first?.total, JSON.stringify(filters));
  return (
    <>
      <PageTitle title={t('clerk.queue.title')} />
      <ShowChoice address={address} show={filters.show} totals={first?.totals} />
      <QueueFilters query={filters} address={address} onChange={setAddress} />
      {acts.error === null ? null : <Problem problem={problemOf(acts.error)} />}
      {tasks === undefined && list.error !== null ? (
        <Problem problem={problemOf(list.error)} onRetry={() => void list.refetch()} />
      ) : null}
      {tasks === undefined && list.error === null ? <Loading /> : null}
      {tasks === undefined ? null : (
        <>
          <Freshness total={first?.total} at={list.dataUpdatedAt} stale={list.isError} />
          {first?.alike === true && tasks.length > 0 ? (
            <p className="desk-quiet">{t('clerk.queue.alike', { q: filters.q ?? '' })}</p>
          ) : null}
          {tasks.length === 0 ? <EmptyQueue query={filters} /> : <QueueTable tasks={tasks} acts={acts} />}
          <More list={list} />
        </>
      )}
    </>
  );
}

interface FreshnessProps {
  readonly total: CallOutput<'listTasks'>['total'];
  readonly at: number;
  readonly stale: boolean;
}

function Freshness({ total, at, stale }: FreshnessProps) {
  const time = timeOf(at);
  return (
    <p className="desk-freshness">
      {total === undefined ? null : (
        <strong className="desk-length">{t('clerk.queue.count', { figure: formatCount(total) })}</strong>
      )}{' '}
      {stale ? (
        <span className="desk-stale">{t('clerk.queue.refreshFailed', { time })}</span>
      ) : (
        <span className="desk-quiet">{t('clerk.queue.updated', { time })}</span>
      )}
    </p>
  );
}
