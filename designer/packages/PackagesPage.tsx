import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { PackageSummary } from '../../forms/contract/packages.ts';
import { problemOf } from '../../forms/kit/failure.ts';
import { Loading } from '../../forms/kit/Loading.tsx';
import { PageHeading } from '../../forms/kit/PageHeading.tsx';
import { Problem } from '../../forms/kit/Problem.tsx';
import { formatDateTime } from '../../forms/text/format.ts';
import { t } from '../../forms/text/designer.ts';
import { packagesQuery } from '../queries.ts';
import { LeftForms } from './LeftForms.tsx';
import { PackageState } from './PackageState.tsx';

/** The procedures that the analyst's bodies draw, the way to begin one, and the forms left in the browser. */
export function PackagesPage() {
  const { data, error, refetch } = useQuery(packagesQuery);
  const title = t('designer.packages.home.title');
  return (
    <main id="contenuto" className="fb-home">
      <PageHeading windowTitle={t('designer.packages.page.window', { page: title })}>{title}</PageHeading>
      <p className="lead">{t('designer.packages.home.lead')}</p>
      <p className="fb-home-begin">
        <Link to="/comincia" className="btn btn-primary">
          {t('designer.packages.home.begin')}
        </Link>
      </p>
      {error !== null && <Problem problem={problemOf(error)} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Loading />}
      {data?.items.length === 0 && <p className="fb-card">{t('designer.packages.home.none')}</p>}
      {data !== undefined && data.items.length > 0 && (
        <ul className="fb-packages">
          {data.items.map((each) => (
            <PackageCard key={each.packageId} summary={each} />
          ))}
        </ul>
      )}
      {data !== undefined && <LeftForms packages={data.items} />}
    </main>
  );
}

function PackageCard({ summary }: { readonly summary: PackageSummary }) {
  const { packageId, title, bodyName, changedAt, changedBy } = summary;
  return (
    <li className="fb-card">
      <h2 className="h4">
        <Link to={`/procedimenti/${packageId}`}>{title}</Link>
      </h2>
      <PackageState summary={summary} />
      <p className="fb-quiet mb-0">
        {bodyName}. {t('designer.packages.home.changed', { at: formatDateTime(changedAt), name: changedBy })}.
      </p>
    </li>
  );
}
