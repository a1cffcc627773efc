import { PageTitle } from '../layout/PageTitle.tsx';
import { t } from '../../text/clerk.ts';

/**
 * A dossier to which the reader is a party: it is not opened at the desk, and the portal shows what a party may read.
 */
export function OwnDossier({ dossierId }: { readonly dossierId: string }) {
  return (
    <>
      <PageTitle title={t('clerk.dossier.ownTitle')} />
      <p className="lead">{t('clerk.dossier.ownText')}</p>
      <p className="desk-links">
        <a className="btn btn-primary" href={`/pratiche/${encodeURIComponent(dossierId)}`}>
          {t('clerk.dossier.ownLink')}
        </a>
      </p>
    </>
  );
}
