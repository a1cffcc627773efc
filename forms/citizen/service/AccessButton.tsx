import { Link } from 'react-router';
import { t } from '../../text/text.ts';
import { useSession } from '../queries.ts';
import { signInHref } from '../sign-in.ts';

/**
 * One action from the card into the form (criterion C.SE.1.1): who is signed in goes there at once, who is not signs in
 * on the way.
 */
export function AccessButton({ procedureId }: { readonly procedureId: string }) {
  const { data: session } = useSession();
  const start = `/servizi/${encodeURIComponent(procedureId)}/avvia`;
  const look = { className: 'btn btn-primary btn-lg', 'data-element': 'service-online-access' };
  return session?.person ? (
    <Link {...look} to={start}>
      {t('citizen.service.access')}
    </Link>
  ) : (
    <a {...look} href={signInHref(start)}>
      {t('citizen.service.access')}
    </a>
  );
}
