import type { ReactNode } from 'react';
import { NavLink } from 'react-router';
import type { Session, SessionPerson } from '../../contract/session.ts';
import { LanguageSwitch } from '../../kit/LanguageSwitch.tsx';
import { inItalian } from '../../kit/own-language.ts';
import { t } from '../../text/clerk.ts';
import { Expired } from '../session/Expired.tsx';
import { officesOf } from '../session/session.ts';
import { UserMenu } from '../session/UserMenu.tsx';

/** What surrounds every page of the desk: skip link, header with the offices and who is here, navigation. */
export function Frame({ person, session, expired, children }: Props) {
  return (
    <>
      <a className="desk-skip" href="#contenuto">
        {t('clerk.app.skipToContent')}
      </a>
      <header className="desk-header">
        <div className="desk-band">
          <div className="container-xxl desk-band-row">
            <LanguageSwitch />
            <span {...inItalian()}>{bodiesOf(person)}</span>
          </div>
        </div>
        <div className="container-xxl desk-bar">
          <div className="desk-brand">
            <span className="desk-brand-name">{t('clerk.app.name')}</span>
            <span className="desk-brand-place" {...inItalian()}>
              {officesOf(person)
                .map(({ name }) => name)
                .join(' · ')}
            </span>
          </div>
          <nav className="desk-nav" aria-label={t('clerk.app.navigation')}>
            <NavLink to="/" end>
              {t('clerk.app.queue')}
            </NavLink>
            <NavLink to="/pratiche">{t('clerk.app.dossiers')}</NavLink>
            {has(person, 'administrator') ? (
              <NavLink to="/amministrazione">{t('clerk.app.administration')}</NavLink>
            ) : null}
            {has(person, 'manager') ? <NavLink to="/valutazioni">{t('clerk.app.ratings')}</NavLink> : null}
            {session.development ? <NavLink to="/posta">{t('clerk.app.mails')}</NavLink> : null}
          </nav>
          <UserMenu person={person} session={session} />
        </div>
      </header>
      {expired ? <Expired /> : null}
      <main id="contenuto" tabIndex={-1} className="container-xxl desk-main">
        {children}
      </main>
    </>
  );
}

interface Props {
  readonly person: SessionPerson;
  readonly session: Session;
  /** The session has ended while working. */
  readonly expired: boolean;
  readonly children: ReactNode;
}

type Role = SessionPerson['memberships'][number]['role'];

const has = ({ memberships }: SessionPerson, role: Role): boolean => memberships.some((one) => one.role === role);

function bodiesOf(person: SessionPerson): string {
  const names = [...new Set(person.memberships.map(({ bodyName }) => bodyName))];
  return names.length === 0 ? t('clerk.app.region') : names.join(' · ');
}
