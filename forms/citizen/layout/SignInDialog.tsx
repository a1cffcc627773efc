import { t } from '../../text/text.ts';
import { signInHref } from '../sign-in.ts';
import { Dialog } from '../../kit/Dialog.tsx';

/** Over a page that was open when the session ended. */
export function SignInDialog({ returnTo }: { readonly returnTo: string }) {
  return (
    <Dialog
      title={t('citizen.session.expiredTitle')}
      actions={
        <a className="btn btn-primary" href={signInHref(returnTo)}>
          {t('citizen.session.enterAgain')}
        </a>
      }
    >
      <p>{t('citizen.session.expiredText')}</p>
    </Dialog>
  );
}
