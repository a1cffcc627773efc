import { fullName } from '../../schema/full-name.ts';
import type { SessionPerson } from '../../contract/session.ts';
import { t } from '../../text/clerk.ts';
import { PageTitle } from '../layout/PageTitle.tsx';

/** What somebody without any office sees: there is nothing they may read. */
export function NoOffice({ person }: { readonly person: SessionPerson }) {
  return (
    <>
      <PageTitle title={t('clerk.session.noOfficeTitle')} />
      <p className="lead">{t('clerk.session.noOfficeText', { name: fullName(person) })}</p>
    </>
  );
}
