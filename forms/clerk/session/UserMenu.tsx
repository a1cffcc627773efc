import { fullName } from '../../schema/full-name.ts';
import { useEffect, useRef, useState, type RefObject } from 'react';
import { Link } from 'react-router';
import type { Session, SessionPerson } from '../../contract/session.ts';
import { Icon } from '../../kit/Icon.tsx';
import { forgetAllUnsaved } from '../../kit/unsaved.ts';
import { t } from '../../text/clerk.ts';

/**
 * The name of who works here; opened, their offices and roles, and the way out. Escape, or a click elsewhere, closes
 * it.
 */
export function UserMenu({ person, session }: { readonly person: SessionPerson; readonly session: Session }) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const name = fullName(person);
  const box = useRef<HTMLDivElement>(null);
  useClosing(open, box, (byKeyboard) => {
    setOpen(false);
    if (byKeyboard) button.current?.focus();
  });
  return (
    <div ref={box} className="desk-user">
      <button
        ref={button}
        type="button"
        className="desk-user-button"
        aria-expanded={open}
        aria-controls="desk-user-panel"
        aria-label={t('clerk.session.menu', { name })}
        onClick={() => setOpen(!open)}
      >
        <Icon name="it-user" size="sm" />
        <span className="desk-user-name">{name}</span>
        <Icon name={open ? 'it-collapse' : 'it-expand'} size="sm" />
      </button>
      <div id="desk-user-panel" className="desk-user-panel" hidden={!open}>
        <p className="desk-user-heading">{t('clerk.session.offices')}</p>
        <ul>
          {person.memberships.map((membership) => (
            <li key={`${membership.bodyId} ${membership.officeCode} ${membership.role}`}>
              {membership.officeName}, {t(`clerk.session.role.${membership.role}`)}
              <span className="desk-quiet">{membership.bodyName}</span>
            </li>
          ))}
        </ul>
        <p>
          <Link to="/accessi" onClick={() => setOpen(false)}>
            {t('clerk.session.sessions')}
          </Link>
        </p>
        <form method="post" action={session.signOutUrl} onSubmit={() => forgetAllUnsaved()}>
          <button type="submit" className="btn btn-outline-primary btn-sm w-100">
            {t('clerk.session.signOut')}
          </button>
        </form>
      </div>
    </div>
  );
}

/** Calls `close` on Escape and on a press outside the box, while the box is open. */
function useClosing(isOpen: boolean, box: RefObject<HTMLElement>, close: (byKeyboard: boolean) => void): void {
  useEffect(() => {
    if (!isOpen) return undefined;
    const onKey = ({ key }: KeyboardEvent): void => {
      if (key === 'Escape') close(true);
    };
    const onPress = ({ target }: PointerEvent): void => {
      if (target instanceof Node && box.current?.contains(target) === false) close(false);
    };
    document.addEventListener('keydown', onKey);
    document.addEventListener('pointerdown', onPress);
    return () => {
      document.removeEventListener('keydown', onKey);
      document.removeEventListener('pointerdown', onPress);
    };
  }, [isOpen, box, close]);
}
