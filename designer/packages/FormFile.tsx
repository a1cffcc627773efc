import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { PageHeading } from '../../forms/kit/PageHeading.tsx';
import { t } from '../../forms/text/designer.ts';
import { Builder } from '../forms/Builder.tsx';
import { exportFormJs } from '../forms/form-js.ts';
import { keyOf, type Draft } from '../forms/model/draft.ts';
import { settledDraft } from '../forms/model/following.ts';
import { partsOf } from '../forms/model/tree.ts';
import type { FormSource } from '../forms/use-uses.ts';
import { formText } from '../forms/work/open-form.ts';
import { useWorkbench, type Workbench } from '../forms/work/use-workbench.ts';
import { packageTextsQuery } from '../queries.ts';
import { Back } from './Back.tsx';
import { CheckedView, hasFound, useFileCheck } from './FileCheck.tsx';
import { folderOf, saveAs } from './file-kinds.ts';
import { FileTools, type Download } from './FileTools.tsx';
import type { FileProps } from './open-file.ts';
import type { OpenedForm } from './opened-form.ts';
import { SaveButton, savingSentence, SavingTrouble } from './SavingView.tsx';
import { Discard, Restored } from './TextFile.tsx';
import { useSaving, type Saving } from './use-saving.ts';

interface Props extends FileProps {
  readonly opened: OpenedForm;
}

/**
 * A form of a package in the builder. It is saved over the revision that was read, and checked whenever it is saved.
 */
export function FormFile({ detail, file, opened, onReload }: Props) {
  const { packageId, path, restored } = opened.file;
  const bench = useWorkbench(opened.draft);
  const { draft, change } = bench;
  const text = useMemo(() => (draft === opened.draft ? opened.text : formText(draft)), [draft, opened]);
  const saving = useSaving(opened.file, text);
  const { checked, check } = useFileCheck(opened.file);
  const told = useRef<HTMLDivElement>(null);
  const isTroubled = saving.conflict !== undefined || saving.refusal !== undefined || hasFound(checked);
  // Whoever saves may be far down in the form: what is told comes into sight.
  useEffect(() => {
    if (isTroubled) told.current?.scrollIntoView({ block: 'start' });
  }, [isTroubled]);
  const isUntouched = saving.savedAt === undefined && saving.conflict === undefined;
  const settled = settledDraft(draft);
  const mine = settled === draft ? text : formText(settled);
  const keep = (write: Saving['save']): void => {
    change({ type: 'settle' });
    void write(mine).then(check);
  };
  return (
    <Builder
      bench={bench}
      source={useFormSource(packageId, path, opened.draft)}
      imported={opened.notices}
      place={<Place detail={detail} file={file} saving={saving} onReload={onReload} />}
      acts={
        <>
          <SaveButton saving={saving} onSave={() => keep(saving.save)} />
          <FileMenu detail={detail} file={file} bench={bench} onReload={onReload}>
            {saving.isDirty && <Discard onDiscard={() => onReload()} />}
          </FileMenu>
        </>
      }
      told={
        <div ref={told} className="fb-told">
          {restored !== undefined && isUntouched && saving.isDirty && <Restored at={restored.keptAt} />}
          <SavingTrouble
            file={opened.file}
            saving={saving}
            text={mine}
            onRetry={() => keep(saving.save)}
            onOverwrite={() => keep(saving.overwrite)}
            onTake={() => onReload()}
          />
          {checked !== undefined && saving.conflict === undefined && (
            <CheckedView packageId={packageId} checked={checked} />
          )}
        </div>
      }
    />
  );
}

interface PlaceProps extends FileProps {
  readonly saving: Saving;
}

const Place = ({ detail, file: { path }, saving }: PlaceProps) => (
  <>
    <Back packageId={detail.packageId} title={detail.title} />
    <PageHeading windowTitle={t('designer.packages.page.window', { page: path })} className="fb-bar-title">
      {path}
    </PageHeading>
    <p className="fb-quiet mb-0" role="status">
      {savingSentence(saving)}
    </p>
  </>
);

interface FileMenuProps extends FileProps {
  readonly bench: Workbench;
  readonly children: ReactNode;
}

/** What is done with the whole file. */
const FileMenu = ({ detail, file, bench, onReload, children }: FileMenuProps) => (
  <details className="fb-menu">
    <summary className="btn btn-outline-primary btn-sm">{t('designer.packages.file.menu')}</summary>
    <div className="fb-menu-list">
      <FileTools detail={detail} file={file} onReplaced={onReload} downloads={downloadsOf(bench)}>
        {children}
      </FileTools>
    </div>
  </details>
);

/**
 * The form as it stands on the screen; whoever gets it may use its answers by their keys, which are settled thereby.
 */
function downloadsOf({ draft, change }: Workbench): readonly Download[] {
  const give = (name: string, form: unknown): void => {
    saveAs(name, formText(form));
    change({ type: 'settle' });
  };
  return [
    { label: t('designer.builder.bar.downloadIter'), give: () => give(`${draft.id}.json`, settledDraft(draft)) },
    { label: t('designer.builder.bar.downloadCamunda'), give: () => give(`${draft.id}.form`, exportFormJs(draft)) },
  ];
}

/** What stands around a form: the other files of its package, or of the part that it belongs to. */
function useFormSource(packageId: string, path: string, start: Draft): FormSource {
  const { data, error } = useQuery(packageTextsQuery(packageId));
  const [keys] = useState(() => partsOf(start).flatMap((part) => keyOf(part) ?? []));
  const files = useMemo(() => {
    const folder = folderOf(path);
    const inside = Object.entries(data?.files ?? {}).filter(
      ([each]) => each.startsWith(folder) && (folder !== '' || !each.startsWith('_parts/')),
    );
    return data === undefined
      ? undefined
      : Object.fromEntries(inside.map(([each, text]) => [each.slice(folder.length), text]));
  }, [data, path]);
  return { formId: start.id, keys, files, hasFailed: error !== null };
}
