import { useState } from 'react';
import type { Finding } from '../../forms/contract/packages.ts';
import { Loading } from '../../forms/kit/Loading.tsx';
import { t } from '../../forms/text/designer.ts';
import { call } from '../queries.ts';
import { FindingList } from './FindingList.tsx';
import type { OpenFile } from './use-saving.ts';

/** What the check after saving found in a file. */
type Checked = 'checking' | 'failed' | readonly Finding[];

/** Whether a check has ended and found something. */
export const hasFound = (checked: Checked | undefined): boolean => typeof checked === 'object' && checked.length > 0;

interface FileCheck {
  /** Absent until the file was saved on this page. */
  readonly checked: Checked | undefined;
  /** Checks the package when the file is on the server. */
  readonly check: (isSaved: boolean) => Promise<void>;
}

/** The check of one file, which follows its saving. */
export function useFileCheck({ packageId, path }: OpenFile): FileCheck {
  const [checked, setChecked] = useState<Checked>();
  const check = async (isSaved: boolean): Promise<void> => {
    if (!isSaved) return;
    setChecked('checking');
    try {
      const { findings } = await call('checkPackage', { params: { packageId } });
      setChecked(findings.filter((finding) => finding.file === path));
    } catch {
      // The file is safe; that it could not be checked is said, and the page of the package checks again.
      setChecked('failed');
    }
  };
  return { checked, check };
}

/** What the check of a file has found. */
export function CheckedView({ packageId, checked }: { readonly packageId: string; readonly checked: Checked }) {
  return (
    <section aria-labelledby="fb-file-check" aria-live="polite">
      <h2 id="fb-file-check" className="h5">
        {t('designer.packages.file.checks')}
      </h2>
      {checked === 'checking' && <Loading />}
      {checked === 'failed' && <p>{t('designer.packages.file.checkFailed')}</p>}
      {typeof checked === 'object' && checked.length === 0 && <p>{t('designer.packages.file.checkSound')}</p>}
      {typeof checked === 'object' && <FindingList packageId={packageId} findings={checked} />}
    </section>
  );
}
