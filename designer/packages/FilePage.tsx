import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import type { CallOutput } from '../../forms/contract/client.ts';
import type { PackageDetail } from '../../forms/contract/packages.ts';
import { isRefusal, problemOf } from '../../forms/kit/failure.ts';
import { Loading } from '../../forms/kit/Loading.tsx';
import { PageHeading } from '../../forms/kit/PageHeading.tsx';
import { Problem } from '../../forms/kit/Problem.tsx';
import { t } from '../../forms/text/designer.ts';
import { packageFileQuery, packageQuery } from '../queries.ts';
import { DiagramFile } from './DiagramFile.tsx';
import { kindOf } from './file-kinds.ts';
import { FileTools } from './FileTools.tsx';
import { TextFile } from './TextFile.tsx';
import { unsavedFiles } from './unsaved-files.ts';
import type { OpenFile } from './use-saving.ts';

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

function Back({ packageId, title }: { readonly packageId: string; readonly title: string | undefined }) {
  return (
    <p>
      {title === undefined ? (
        <Link to="/">{t('designer.packages.home.back')}</Link>
      ) : (
        <Link to={`/procedimenti/${packageId}`}>{t('designer.packages.file.backTo', { title })}</Link>
      )}
    </p>
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

type ServerFile = CallOutput<'readPackageFile'>;

interface OpenedProps {
  readonly detail: PackageDetail;
  readonly file: ServerFile;
}

function Opened({ detail, file }: OpenedProps) {
  const { packageId, title } = detail;
  const { path } = file;
  const client = useQueryClient();
  const [round, setRound] = useState(0);
  /** Takes what the server has now, in place of what is written here. */
  const reload = async (): Promise<void> => {
    unsavedFiles(window.localStorage).forget(packageId, path);
    await client.refetchQueries({ queryKey: packageFileQuery(packageId, path).queryKey });
    setRound((before) => before + 1);
  };
  return (
    <main id="contenuto" className="fb-home fb-file">
      <Back packageId={packageId} title={title} />
      <PageHeading windowTitle={t('designer.packages.page.window', { page: path })}>{path}</PageHeading>
      <FileTools key={`tools ${round}`} detail={detail} file={file} onReplaced={() => void reload()} />
      <Content key={round} detail={detail} file={file} onReload={() => void reload()} />
    </main>
  );
}

function Content({ detail, file, onReload }: OpenedProps & { readonly onReload: () => void }) {
  const kind = kindOf(file.path);
  if (kind === 'diagram') return <DiagramFile text={file.text} />;
  return (
    <>
      {kind === 'decision' && <p>{t('designer.packages.file.decision')}</p>}
      <TextFile file={openFile(detail, file)} isReadOnly={kind === 'decision'} onReload={onReload} />
    </>
  );
}

/** A file as the server has it, with what the browser keeps of it. */
export function openFile({ packageId, title }: PackageDetail, file: ServerFile): OpenFile {
  const { path, text, revision, changedAt, changedBy } = file;
  const opened = { packageId, path, title, saved: { text, revision } };
  const kept = unsavedFiles(window.localStorage).find(packageId, path);
  if (kept === undefined || kept.text === text) return opened;
  const restored = { text: kept.text, keptAt: kept.keptAt };
  if (kept.revision === revision) return { ...opened, restored };
  return { ...opened, restored, conflict: { text, revision, changedAt, author: changedBy } };
}
