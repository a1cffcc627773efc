import { Callout } from '../../forms/kit/Callout.tsx';
import { t } from '../../forms/text/designer.ts';
import { signInUrl } from '../session/sign-in.ts';

/** The session has ended while somebody worked: the way in leads back to this page. */
export function SignedOut({ text }: { readonly text?: string }) {
  const { pathname, search } = window.location;
  return (
    <Callout tone="warning" role="alert">
      <h2 className="h5">{t('designer.packages.file.signedOut')}</h2>
      {text !== undefined && <p>{text}</p>}
      <a className="btn btn-primary btn-sm" href={signInUrl(pathname + search)}>
        {t('designer.packages.file.signIn')}
      </a>
    </Callout>
  );
}
