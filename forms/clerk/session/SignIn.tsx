import { useEffect } from 'react';
import { LanguageSwitch } from '../../kit/LanguageSwitch.tsx';
import { inItalian } from '../../kit/own-language.ts';
import { t } from '../../text/clerk.ts';
import { signInUrl } from './sign-in-url.ts';

/**
 * What whoever is not signed in sees: what this place is, and the way in. Comes back to the page that was asked for.
 */
export function SignIn() {
  useEffect(() => {
    document.title = t('clerk.app.title', { page: t('clerk.session.signIn') });
  }, []);
  const { pathname, search } = window.location;
  return (
    <div className="desk-sign-in">
      <div className="desk-band">
        <div className="container-xxl desk-band-row">
          <LanguageSwitch />
          <span {...inItalian()}>{t('clerk.app.region')}</span>
        </div>
      </div>
      <main className="desk-sign-in-card">
        <p className="desk-sign-in-name">{t('clerk.app.name')}</p>
        <h1 className="desk-title">{t('clerk.session.title')}</h1>
        <p className="lead">{t('clerk.session.intro')}</p>
        <a className="btn btn-primary btn-lg" href={signInUrl(pathname + search)}>
          {t('clerk.session.signIn')}
        </a>
        <p className="desk-sign-in-hint">{t('clerk.session.signInHint')}</p>
        <p className="mb-0">
          <a href="/">{t('clerk.session.toPortal')}</a>
        </p>
      </main>
    </div>
  );
}
