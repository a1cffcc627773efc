import type { ReactNode } from 'react';
import { Icon } from '../../kit/Icon.tsx';

/** What stands where a list has no rows: why, and what can be done. */
export function Empty({ title, text, children }: Props) {
  return (
    <div className="desk-empty">
      <Icon name="it-inbox" size="lg" />
      <p className="desk-empty-title">{title}</p>
      <p className="mb-0">{text}</p>
      {children}
    </div>
  );
}

interface Props {
  readonly title: string;
  readonly text: string;
  readonly children?: ReactNode;
}
