import { Link } from 'react-router';
import { t } from '../../text/text.ts';

/** The end of every page, with the links that the law wants everywhere. */
export function Footer() {
  return (
    <footer className="it-footer" id="fine-pagina" tabIndex={-1}>
      <div className="it-footer-main">
        <div className="container site-footer">
          <div>
            <p className="site-footer-name">{t('citizen.site.title')}</p>
            <p>{t('citizen.site.owner')}</p>
          </div>
          <nav aria-label={t('citizen.layout.footerLinks')}>
            <ul className="site-footer-links">
              <li>
                <Link to="/privacy" data-element="privacy-policy-link">
                  {t('citizen.layout.privacy')}
                </Link>
              </li>
              <li>
                <Link to="/accessibilita" data-element="accessibility-link">
                  {t('citizen.layout.accessibility')}
                </Link>
              </li>
              <li>
                <Link to="/giorni">{t('citizen.closedDays.title')}</Link>
              </li>
            </ul>
          </nav>
          <p className="site-footer-note">{t('citizen.layout.source')}</p>
        </div>
      </div>
    </footer>
  );
}
