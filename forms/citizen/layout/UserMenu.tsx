import { Link } from 'react-router';
import type { SessionPerson } from '../../contract/session.ts';
import { Icon } from '../../kit/Icon.tsx';
import { t } from '../../text/text.ts';
import { forgetAllUnsaved } from '../../kit/unsaved.ts';

interface UserMenuProps {
  readonly person: SessionPerson;
  readonly signOutUrl: string;
}

/**
 * Who is signed in, which leads to where they are, and the way out. Signing out changes something, so it is a form that
 * posts.
 */
export function UserMenu({ person, signOutUrl }: UserMenuProps) {
  return (
    <div className="user-menu">
      <Link className="user-menu-name" to="/accessi">
        <Icon name="it-user" className="icon-white" />
        <span className="visually-hidden">{t('citizen.sessions.link')} </span>
        <span className="text-truncate">
          {person.givenName || person.familyName}
          <span className="d-none d-sm-inline"> {person.familyName}</span>
        </span>
      </Link>
      <form method="post" action={signOutUrl} onSubmit={() => forgetAllUnsaved()}>
        <button type="submit" className="btn btn-link user-menu-out">
          {t('citizen.layout.signOut')}
        </button>
      </form>
    </div>
  );
}
