import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from '../../kit/Button.tsx';
import { ClosedDays } from '../../kit/ClosedDays.tsx';
import { t } from '../../text/text.ts';
import { Breadcrumb } from '../layout/Breadcrumb.tsx';
import { PageLoading } from '../layout/PageLoading.tsx';
import { PageTitle } from '../layout/PageTitle.tsx';
import { Refusal } from '../layout/Refusal.tsx';
import { closedDaysQuery } from '../queries.ts';

/** The days that are closed, without login: whoever keeps a fingerprint can hold the record to it. */
export function ClosedDaysPage() {
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(closedDaysQuery);
  if (data === undefined && error !== null) return <Refusal error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <PageLoading />;
  const days = data.pages.flatMap(({ items }) => items);
  return (
    <div className="container">
      <Breadcrumb crumbs={[{ label: t('citizen.closedDays.title') }]} />
      <div className="page-narrow page-block">
        <PageTitle title={t('citizen.closedDays.title')} />
        <p className="lead">{t('citizen.closedDays.lead')}</p>
        <p>{t('citizen.closedDays.how')}</p>
        {days.length === 0 ? <p>{t('citizen.closedDays.none')}</p> : <ClosedDays days={days} />}
        {hasNextPage ? (
          <Button outline color="primary" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('citizen.closedDays.earlier')}
          </Button>
        ) : null}
      </div>
    </div>
  );
}
