import { Link, NavLink } from 'react-router';
import { Icon } from '../../kit/Icon.tsx';
import { t } from '../../text/text.ts';

/** The name of the site and its two places: the services, and the reader's own dossiers. */
export function MainHeader() {
  return (
    <div className="it-nav-wrapper">
      <div className="it-header-center-wrapper main-header">
        <div className="container">
          <div className="it-header-center-content-wrapper">
            <div className="it-brand-wrapper">
              <Link to="/">
                <Icon name="it-pa" className="icon-white" />
                <div className="it-brand-text">
                  <div className="it-brand-title">{t('citizen.site.name')}</div>
                  <div className="it-brand-tagline">{t('citizen.site.tagline')}</div>
                </div>
              </Link>
            </div>
          </div>
        </div>
      </div>
      <nav className="main-nav" aria-label={t('citizen.layout.mainNavigation')}>
        <ul className="container main-nav-list">
          <li>
            <NavLink to="/" end className="main-nav-link" data-element="all-services">
              {t('citizen.layout.services')}
            </NavLink>
          </li>
          <li>
            <NavLink to="/pratiche" className="main-nav-link">
              {t('citizen.layout.myDossiers')}
            </NavLink>
          </li>
        </ul>
      </nav>
    </div>
  );
}
