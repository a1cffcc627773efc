import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import type { PackageDetail } from '../../forms/contract/packages.ts';
import { problemOf } from '../../forms/kit/failure.ts';
import { Loading } from '../../forms/kit/Loading.tsx';
import { PageHeading } from '../../forms/kit/PageHeading.tsx';
import { Problem } from '../../forms/kit/Problem.tsx';
import { formatDateTime } from '../../forms/text/format.ts';
import { t } from '../../forms/text/designer.ts';
import { packageQuery } from '../queries.ts';
import { FileList } from './FileList.tsx';
import { History } from './History.tsx';
import { PackageState } from './PackageState.tsx';
import { Publication } from './Publication.tsx';

/** One package: where it stands, its checks and its publication, its files and their history. */
export function PackagePage() {
  const { packageId = '' } = useParams();
  const { data, error, refetch } = useQuery(packageQuery(packageId));
  return (
    <main id="contenuto" className="fb-home">
      <p>
        <Link to="/">{t('designer.packages.home.back')}</Link>
      </p>
      {data === undefined && error !== null && <Problem problem={problemOf(error)} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Loading />}
      {data !== undefined && <Shown key={data.packageId} detail={data} />}
    </main>
  );
}

function Shown({ detail }: { readonly detail: PackageDetail }) {
  const { title, bodyName, changedAt, changedBy, revision } = detail;
  return (
    <>
      <PageHeading windowTitle={t('designer.packages.page.window', { page: title })}>{title}</PageHeading>
      <PackageState summary={detail} />
      <p className="fb-quiet">
        {bodyName}. {t('designer.packages.page.changed', { at: formatDateTime(changedAt), name: changedBy, revision })}
      </p>
      <Publication detail={detail} />
      <FileList detail={detail} />
      <History detail={detail} />
    </>
  );
}
