import { Link } from 'react-router';
import type { PackageDetail } from '../../forms/contract/packages.ts';
import { formatDateTime, formatSize } from '../../forms/text/format.ts';
import { t } from '../../forms/text/designer.ts';
import { AddFile } from './AddFile.tsx';
import { fileAddress, fileKinds, listedKindOf } from './file-kinds.ts';
import { NewForm } from './NewForm.tsx';

/** The files of a package by kind, each with who changed it last, and the ways to add one. */
export function FileList({ detail }: { readonly detail: PackageDetail }) {
  const { packageId, files } = detail;
  return (
    <section className="fb-card" aria-labelledby="fb-files">
      <h2 id="fb-files" className="h4">
        {t('designer.packages.files.title')}
      </h2>
      {fileKinds.map((kind) => {
        const some = files.filter(({ path }) => listedKindOf(path) === kind);
        if (some.length === 0) return null;
        return (
          <div key={kind}>
            <h3>{t(`designer.packages.files.kinds.${kind}`)}</h3>
            <ul className="fb-files">
              {some.map((file) => (
                <li key={file.path}>
                  <Link to={fileAddress(packageId, file.path)}>{file.path}</Link>
                  <span className="fb-quiet">
                    {t('designer.packages.files.changed', {
                      size: formatSize(file.size),
                      at: formatDateTime(file.changedAt),
                      name: file.changedBy,
                    })}
                  </span>
                </li>
              ))}
            </ul>
          </div>
        );
      })}
      <NewForm detail={detail} />
      <AddFile detail={detail} />
    </section>
  );
}
