import { useEffect, useRef } from 'react';
import { useLocation } from 'react-router';
import { t } from '../../text/text.ts';

/**
 * The heading of a page. It names the window too, and takes the focus when the page was reached from within the desk, so
 * that a screen reader starts here; on the first load the browser's own order is left alone.
 */
export function PageTitle({ title }: { readonly title: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const { key, pathname } = useLocation();
  const reached = useRef(key !== 'default');
  useEffect(() => {
    document.title = t('clerk.app.title', { page: title });
  }, [title]);
  useEffect(() => {
    if (reached.current) heading.current?.focus();
  }, [pathname]);
  return (
    <h1 ref={heading} tabIndex={-1} className="desk-title">
      {title}
    </h1>
  );
}
