import { useQuery } from '@tanstack/react-query';
import type { CallOutput } from '../../contract/client.ts';
import { fewestRatings } from '../../contract/ratings.ts';
import { Loading } from '../../kit/Loading.tsx';
import { Problem } from '../../kit/Problem.tsx';
import { problemOf } from '../../kit/failure.ts';
import { formatNumber } from '../../text/format.ts';
import { t } from '../../text/clerk.ts';
import { CardTable, Cell, Row } from '../layout/CardTable.tsx';
import { Empty } from '../layout/Empty.tsx';
import { PageTitle } from '../layout/PageTitle.tsx';
import { ratingsQuery } from '../queries.ts';

const columns = ['service', 'count', 'average'] as const;

/** How the services of the offices that one manages are rated, a row each: never by whom. */
export function Ratings() {
  const { data, error, isPending, refetch } = useQuery(ratingsQuery);
  return (
    <>
      <PageTitle title={t('clerk.ratings.title')} />
      <p className="lead">{t('clerk.ratings.intro', { fewest: fewestRatings })}</p>
      {isPending ? <Loading /> : null}
      {error === null ? null : <Problem problem={problemOf(error)} onRetry={() => void refetch()} />}
      {data === undefined ? null : <Services items={data.items} />}
    </>
  );
}

function Services({ items }: CallOutput<'listRatings'>) {
  if (items.length === 0) return <Empty title={t('clerk.ratings.empty')} text={t('clerk.ratings.emptyText')} />;
  return (
    <CardTable caption={t('clerk.ratings.title')} columns={columns.map((column) => t(`clerk.ratings.${column}`))}>
      {items.map(({ procedureId, title, count, average }) => (
        <Row key={procedureId}>
          <Cell>{title}</Cell>
          <Cell>{t('clerk.ratings.given', { count })}</Cell>
          <Cell>
            {average === undefined ? (
              <span className="desk-quiet">{t('clerk.ratings.tooFew')}</span>
            ) : (
              t('clerk.ratings.outOfFive', { average: formatNumber(average) })
            )}
          </Cell>
        </Row>
      ))}
    </CardTable>
  );
}
