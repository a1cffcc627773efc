import type { ReactNode } from 'react';

/** Settings of a callout. */
export interface CalloutProps {
  readonly tone: 'info' | 'warning' | 'success' | 'danger';
  /** `alert` for what has just happened; `note` for what is part of the page. */
  readonly role?: 'alert' | 'status' | 'note';
  readonly children: ReactNode;
}

/**
 * A text set apart by colour and icon, in Bootstrap Italia's look. The kit's own `Alert` is not used: it brings 54 kB
 * of script (gzip, design-react-kit 5.10.0) for a fading that nobody needs.
 */
export const Callout = ({ tone, role = 'note', children }: CalloutProps) => (
  <div className={`alert alert-${tone}`} role={role}>
    {children}
  </div>
);
