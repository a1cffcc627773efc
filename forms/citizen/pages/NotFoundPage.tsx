import { Link } from 'react-router';
import { t } from '../../text/text.ts';
import { PageTitle } from '../layout/PageTitle.tsx';

/** For an address that leads nowhere. */
export function NotFoundPage() {
  return (
    <div className="container page-narrow page-block">
      <PageTitle title={t('citizen.errors.notFoundTitle')} />
      <p className="lead">{t('citizen.errors.notFoundText')}</p>
      <Link className="btn btn-primary" to="/">
        {t('citizen.errors.goHome')}
      </Link>
    </div>
  );
}
