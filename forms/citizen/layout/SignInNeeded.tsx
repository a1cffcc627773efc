import { t } from '../../text/text.ts';
import { signInHref } from '../sign-in.ts';
import { PageTitle } from './PageTitle.tsx';

/** In place of a personal page, for those who have not signed in yet. */
export function SignInNeeded({ returnTo }: { readonly returnTo: string }) {
  return (
    <div className="container page-narrow page-block">
      <PageTitle title={t('citizen.session.neededTitle')} />
      <p className="lead">{t('citizen.session.neededText')}</p>
      <a className="btn btn-primary btn-lg" href={signInHref(returnTo)} data-element="personal-area-login">
        {t('citizen.session.enter')}
      </a>
    </div>
  );
}
