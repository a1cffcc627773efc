import { t } from '../../text/clerk.ts';
import { Empty } from '../layout/Empty.tsx';
import { isFiltered, type QueueQuery } from './queue-query.ts';

/** Why the queue shows nothing. */
export function EmptyQueue({ query }: { readonly query: QueueQuery }) {
  if (isFiltered(query)) {
    return <Empty title={t('clerk.queue.emptyFilteredTitle')} text={t('clerk.queue.emptyFilteredText')} />;
  }
  const text = t(query.show === 'mine' ? 'clerk.queue.emptyMineText' : 'clerk.queue.emptyText');
  return <Empty title={t('clerk.queue.emptyTitle')} text={text} />;
}
