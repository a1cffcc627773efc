import { Button as KitButton } from 'design-react-kit';
import type { ReactNode } from 'react';

/** Settings of a button. */
export interface ButtonProps {
  readonly children: ReactNode;
  readonly type?: 'button' | 'submit';
  readonly color?: 'primary' | 'secondary' | 'danger' | 'link';
  readonly outline?: boolean;
  readonly size?: 'lg' | 'sm' | 'xs';
  readonly disabled?: boolean;
  /** Something is on its way: the button stays focusable, does nothing and says so. */
  readonly busy?: boolean;
  readonly onClick?: () => void;
  readonly className?: string;
  readonly id?: string;
  /** The name for screen readers, when the visible words do not stand alone. */
  readonly label?: string;
  /** Of a button that chooses one of several: whether it is the chosen one. */
  readonly isPressed?: boolean;
}

/** A button of Bootstrap Italia, which does not submit unless it is told to. */
export function Button({ children, type = 'button', busy = false, onClick, label, isPressed, ...look }: ButtonProps) {
  return (
    <KitButton
      {...look}
      type={busy ? 'button' : type}
      aria-disabled={busy || undefined}
      aria-busy={busy || undefined}
      aria-label={label}
      aria-pressed={isPressed}
      onClick={busy ? undefined : onClick}
    >
      {busy && <span className="iter-spinner me-2" aria-hidden="true" />}
      {children}
    </KitButton>
  );
}
