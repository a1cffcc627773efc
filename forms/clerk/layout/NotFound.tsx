import { Link } from 'react-router';
import { t } from '../../text/clerk.ts';
import { PageTitle } from './PageTitle.tsx';

/** What an unknown address shows. */
export function NotFound() {
  return (
    <>
      <PageTitle title={t('clerk.app.notFoundTitle')} />
      <p className="lead">{t('clerk.app.notFoundText')}</p>
      <Link to="/">{t('clerk.task.toQueue')}</Link>
    </>
  );
}
