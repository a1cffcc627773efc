import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import type { CallOutput } from '../../forms/contract/client.ts';
import type { PackageDetail } from '../../forms/contract/packages.ts';
import { isRefusal, problemOf } from '../../forms/kit/failure.ts';
import { Loading } from '../../forms/kit/Loading.tsx';
import { PageHeading } from '../../forms/kit/PageHeading.tsx';
import { Problem } from '../../forms/kit/Problem.tsx';
import { t } from '../../forms/text/designer.ts';
import type { Notice } from '../forms/form-js/notices.ts';
import { packageFileQuery, packageQuery } from '../queries.ts';
import { Back } from './Back.tsx';
import { fileAddress, kindOf } from './file-kinds.ts';
import { FormPage } from './FormPage.tsx';
import { PlainPage } from './PlainPage.tsx';
import { unsavedFiles } from './unsaved-files.ts';

/** One file of a package, shown as its kind asks for. */
export function FilePage() {
  const { packageId = '', path = '' } = useParams();
  const detail = useQuery(packageQuery(packageId));
  const file = useQuery(packageFileQuery(packageId, path));
  const error = detail.error ?? file.error;
  if (detail.data !== undefined && file.data !== undefined) {
    return <Opened key={path} detail={detail.data} file={file.data} />;
  }
  const retry = (): void => void Promise.all([detail.refetch(), file.refetch()]);
  return (
    <main id="contenuto" className="fb-home">
      <Back packageId={packageId} title={detail.data?.title} />
      {error === null && <Loading />}
      {isRefusal(error, 'package.not-found', 'request.invalid') && <NotThere />}
      {error !== null && !isRefusal(error, 'package.not-found', 'request.invalid') && (
        <Problem problem={problemOf(error)} onRetry={retry} />
      )}
    </main>
  );
}

function NotThere() {
  const title = t('designer.packages.file.notThere');
  return (
    <>
      <PageHeading windowTitle={t('designer.packages.page.window', { page: title })}>{title}</PageHeading>
      <p className="lead">{t('designer.packages.file.notThereText')}</p>
    </>
  );
}

interface OpenedProps {
  readonly detail: PackageDetail;
  readonly file: CallOutput<'readPackageFile'>;
}

function Opened({ detail, file }: OpenedProps) {
  const { packageId } = detail;
  const { path } = file;
  const client = useQueryClient();
  const navigate = useNavigate();
  const [round, setRound] = useState(0);
  /** Takes what the server has now, in place of what is written here. */
  const reload = async (notices: readonly Notice[]): Promise<void> => {
    unsavedFiles(window.localStorage).forget(packageId, path);
    await client.refetchQueries({ queryKey: packageFileQuery(packageId, path).queryKey });
    await navigate(fileAddress(packageId, path), { replace: true, state: { notices } });
    setRound((before) => before + 1);
  };
  const props = { detail, file, onReload: (notices: readonly Notice[] = []) => void reload(notices) };
  return kindOf(path) === 'form' ? <FormPage key={round} {...props} /> : <PlainPage key={round} {...props} />;
}
