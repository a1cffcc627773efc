import { useEffect, useRef, type ReactNode } from 'react';
import { useLocation } from 'react-router';
import { t } from '../../text/text.ts';

interface PageTitleProps {
  /** The name of the page, for the browser's tab and history. */
  readonly title: string;
  /** What is read on the page when it is not the same. */
  readonly children?: ReactNode;
  /** The `data-element` by which the service model finds the title. */
  readonly element?: string;
}

/** React Router's key of the entry with which the site was opened. */
const FIRST_ENTRY = 'default';

/** Names the document in the browser's tab and history. */
export function useDocumentTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} — ${t('citizen.site.name')}`;
  }, [title]);
}

/**
 * The heading of a page. It names the document and, when the person came here from another page of the site, takes
 * the focus, so that keyboard and screen reader go on from the new page.
 */
export function PageTitle({ title, children, element }: PageTitleProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const { key } = useLocation();
  const isFirstPage = useRef(key === FIRST_ENTRY);
  useDocumentTitle(title);
  useEffect(() => {
    if (isFirstPage.current) return;
    window.scrollTo(0, 0);
    heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <h1 ref={heading} tabIndex={-1} data-element={element}>
      {children ?? title}
    </h1>
  );
}
