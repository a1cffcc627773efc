import { PageHeading } from '../../forms/kit/PageHeading.tsx';
import { Callout } from '../../forms/kit/Callout.tsx';
import { t } from '../../forms/text/designer.ts';
import { Back } from './Back.tsx';
import { DiagramFile } from './DiagramFile.tsx';
import { kindOf } from './file-kinds.ts';
import { FileTools } from './FileTools.tsx';
import { openFile, type FileProps } from './open-file.ts';
import { TextFile } from './TextFile.tsx';

interface Props extends FileProps {
  /** Why the file is not shown as its kind asks for. */
  readonly refusal?: string;
}

/** A file as a picture or as text, below the way back and what can be done with the whole of it. */
export function PlainPage({ refusal, ...props }: Props) {
  const { detail, file, onReload } = props;
  return (
    <main id="contenuto" className="fb-home fb-file">
      <Back packageId={detail.packageId} title={detail.title} />
      <PageHeading windowTitle={t('designer.packages.page.window', { page: file.path })}>{file.path}</PageHeading>
      <FileTools detail={detail} file={file} onReplaced={onReload} />
      {refusal !== undefined && (
        <Callout tone="danger" role="alert">
          <h2 className="h5">{t('designer.builder.faults.title')}</h2>
          <p className="mb-0">{refusal}</p>
        </Callout>
      )}
      <Content {...props} />
    </main>
  );
}

function Content({ detail, file, onReload }: FileProps) {
  const kind = kindOf(file.path);
  if (kind === 'diagram') return <DiagramFile text={file.text} />;
  return (
    <>
      {kind === 'decision' && <p>{t('designer.packages.file.decision')}</p>}
      <TextFile file={openFile(detail, file)} isReadOnly={kind === 'decision'} onReload={() => onReload()} />
    </>
  );
}
