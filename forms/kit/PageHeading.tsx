import { useEffect, useRef, type ReactNode } from 'react';
import { useLocation } from 'react-router';

/** Settings of a page's heading. */
export interface PageHeadingProps {
  /** The name of the window: page and site. */
  readonly windowTitle: string;
  readonly children: ReactNode;
  readonly className?: string;
  /** The `data-element` by which the service model finds the title. */
  readonly element?: string;
}

/** React Router's key of the entry with which the site was opened. */
const FIRST_ENTRY = 'default';

/** Names the document in the browser's tab and history. */
export function useDocumentTitle(title: string): void {
  useEffect(() => {
    document.title = title;
  }, [title]);
}

/**
 * The heading of a page. It names the document and, when the person came here from another page of the site, takes the
 * focus, so that keyboard and screen reader go on from the new page; at the first load the browser's own order stays.
 */
export function PageHeading({ windowTitle, children, className, element }: PageHeadingProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const { key, pathname } = useLocation();
  const isFirstPage = useRef(key === FIRST_ENTRY);
  useDocumentTitle(windowTitle);
  useEffect(() => {
    if (isFirstPage.current) return;
    window.scrollTo(0, 0);
    heading.current?.focus({ preventScroll: true });
  }, [pathname]);
  return (
    <h1 ref={heading} tabIndex={-1} className={className} data-element={element}>
      {children}
    </h1>
  );
}
