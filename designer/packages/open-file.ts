import type { CallOutput } from '../../forms/contract/client.ts';
import type { PackageDetail } from '../../forms/contract/packages.ts';
import type { Notice } from '../forms/form-js/notices.ts';
import { unsavedFiles } from './unsaved-files.ts';
import type { OpenFile } from './use-saving.ts';

/** What the page of a file is given. */
export interface FileProps {
  readonly detail: PackageDetail;
  readonly file: CallOutput<'readPackageFile'>;
  /** What the server has takes the place of what is written here; an import may have something to say of it. */
  readonly onReload: (notices?: readonly Notice[]) => void;
}

/** A file as the server has it, with what the browser keeps of it. */
export function openFile({ packageId, title }: PackageDetail, file: FileProps['file']): OpenFile {
  const { path, text, revision, changedAt, changedBy } = file;
  const opened = { packageId, path, title, saved: { text, revision } };
  const kept = unsavedFiles(window.localStorage).find(packageId, path);
  if (kept === undefined || kept.text === text) return opened;
  const restored = { text: kept.text, keptAt: kept.keptAt };
  if (kept.revision === revision) return { ...opened, restored };
  return { ...opened, restored, conflict: { text, revision, changedAt, author: changedBy } };
}
