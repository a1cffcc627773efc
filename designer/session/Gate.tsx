import { fullName } from '../../forms/schema/full-name.ts';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Session, SessionPerson } from '../../forms/contract/session.ts';
import { problemOf } from '../../forms/kit/failure.ts';
import { Loading } from '../../forms/kit/Loading.tsx';
import { useDocumentTitle } from '../../forms/kit/PageHeading.tsx';
import { Problem } from '../../forms/kit/Problem.tsx';
import { t } from '../../forms/text/designer.ts';
import { sessionQuery } from '../queries.ts';
import { signInUrl } from './sign-in.ts';

const isAnalyst = ({ memberships }: SessionPerson): boolean => memberships.some(({ role }) => role === 'analyst');

/**
 * Lets analysts through. Whoever is not signed in is shown the way in, whoever is no analyst is told so; when the
 * session ends while working the page stays: the work is in the browser and needs no session.
 */
export function Gate({ children }: { readonly children: ReactNode }) {
  const { data: session, error, refetch } = useQuery(sessionQuery);
  if (session === undefined) {
    return (
      <main className="container py-5">
        {error === null ? <Loading /> : <Problem problem={problemOf(error)} isPage onRetry={() => void refetch()} />}
      </main>
    );
  }
  const { person } = session;
  if (person === undefined) return <SignIn />;
  return (
    <>
      <a className="fb-skip" href="#contenuto">
        {t('designer.builder.app.skip')}
      </a>
      <Header person={person} session={session} />
      {isAnalyst(person) ? children : <Refused person={person} />}
    </>
  );
}

function SignIn() {
  useDocumentTitle(t('designer.builder.app.window', { page: t('designer.builder.session.signIn') }));
  const { pathname, search } = window.location;
  return (
    <main className="fb-sign-in">
      <p className="fb-brand-place">{t('designer.builder.app.region')}</p>
      <h1>{t('designer.builder.session.title')}</h1>
      <p className="lead">{t('designer.builder.session.intro')}</p>
      <a className="btn btn-primary btn-lg" href={signInUrl(pathname + search)}>
        {t('designer.builder.session.signIn')}
      </a>
    </main>
  );
}

function Refused({ person }: { readonly person: SessionPerson }) {
  useDocumentTitle(t('designer.builder.app.window', { page: t('designer.builder.session.refusedTitle') }));
  return (
    <main id="contenuto" className="container py-5">
      <h1>{t('designer.builder.session.refusedTitle')}</h1>
      <p className="lead">{t('designer.builder.session.refusedText', { name: fullName(person) })}</p>
    </main>
  );
}

function Header({ person, session }: { readonly person: SessionPerson; readonly session: Session }) {
  return (
    <header className="fb-header">
      <Link to="/" className="fb-brand">
        Iter <span>{t('designer.builder.app.name')}</span>
      </Link>
      <span className="fb-person">{fullName(person)}</span>
      <form method="post" action={session.signOutUrl}>
        <button type="submit" className="fb-header-button">
          {t('designer.builder.app.signOut')}
        </button>
      </form>
    </header>
  );
}
