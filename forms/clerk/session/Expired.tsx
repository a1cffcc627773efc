import { t } from '../../text/clerk.ts';
import { signInUrl } from './sign-in-url.ts';

/** Tells that the session has ended, and opens the sign-in beside, so that nothing written on this page is lost. */
export function Expired() {
  return (
    <div className="desk-expired" role="alert">
      <div className="container-xxl">
        <p className="desk-expired-title">{t('clerk.session.expiredTitle')}</p>
        <p>{t('clerk.session.expiredText')}</p>
        <a className="btn btn-primary" href={signInUrl('/ufficio')} target="_blank" rel="noreferrer">
          {t('clerk.session.expiredLink')}
        </a>
      </div>
    </div>
  );
}
