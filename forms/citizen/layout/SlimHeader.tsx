import { useLocation } from 'react-router';
import { Icon } from '../../kit/Icon.tsx';
import { t } from '../../text/text.ts';
import { useSession } from '../queries.ts';
import { signInHref } from '../sign-in.ts';
import { LanguageSwitch } from '../../kit/LanguageSwitch.tsx';
import { UserMenu } from './UserMenu.tsx';

/** The thin bar on top: whose site this is, and who is signed in. */
export function SlimHeader() {
  const { data: session } = useSession();
  const location = useLocation();
  const returnTo = location.pathname === '/' ? '/pratiche' : location.pathname + location.search;
  return (
    <div className="it-header-slim-wrapper">
      <div className="container">
        <div className="it-header-slim-wrapper-content">
          <span className="navbar-brand d-block text-truncate">{t('citizen.site.owner')}</span>
          <div className="it-header-slim-right-zone">
            <LanguageSwitch />
            {session?.person ? (
              <UserMenu person={session.person} signOutUrl={session.signOutUrl} />
            ) : (
              <a
                className="btn btn-primary btn-icon btn-full"
                href={signInHref(returnTo)}
                data-element="personal-area-login"
              >
                <span className="rounded-icon">
                  <Icon name="it-user" className="icon-primary" />
                </span>
                <span className="d-none d-sm-block">{t('citizen.layout.signIn')}</span>
                <span className="d-sm-none">{t('citizen.layout.signInShort')}</span>
              </a>
            )}
          </div>
        </div>
      </div>
    </div>
  );
}
