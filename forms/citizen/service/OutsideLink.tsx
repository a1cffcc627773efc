import type { ReactNode } from 'react';
import { Icon } from '../../kit/Icon.tsx';
import { t } from '../../text/text.ts';

interface OutsideLinkProps {
  readonly href: string;
  readonly children: ReactNode;
}

/** A link to another site, which says so; it opens in the same window, so that "back" works. */
export const OutsideLink = ({ href, children }: OutsideLinkProps) =>
  /^https?:/.test(href) ? (
    <a href={href}>
      {children}
      <Icon name="it-external-link" size="xs" className="icon-primary ms-1" />
      <span className="visually-hidden"> ({t('citizen.service.newWindow')})</span>
    </a>
  ) : (
    <a href={href}>{children}</a>
  );
