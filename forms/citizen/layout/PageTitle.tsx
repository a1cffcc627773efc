import type { ReactNode } from 'react';
import { PageHeading, useDocumentTitle } from '../../kit/PageHeading.tsx';
import { t } from '../../text/text.ts';

interface PageTitleProps {
  /** The name of the page, for the browser's tab and history. */
  readonly title: string;
  /** What is read on the page when it is not the same. */
  readonly children?: ReactNode;
  /** The `data-element` by which the service model finds the title. */
  readonly element?: string;
}

const windowTitle = (page: string): string => `${page} — ${t('citizen.site.name')}`;

/** Names the window after a step of a page. */
export const useStepTitle = (title: string): void => useDocumentTitle(windowTitle(title));

/** The heading of a page of the portal. */
export const PageTitle = ({ title, children, element }: PageTitleProps) => (
  <PageHeading windowTitle={windowTitle(title)} {...(element === undefined ? {} : { element })}>
    {children ?? title}
  </PageHeading>
);
