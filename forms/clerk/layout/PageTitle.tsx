import { PageHeading } from '../../kit/PageHeading.tsx';
import { t } from '../../text/clerk.ts';

/** The heading of a page of the desk. */
export const PageTitle = ({ title }: { readonly title: string }) => (
  <PageHeading windowTitle={t('clerk.app.title', { page: title })} className="desk-title">
    {title}
  </PageHeading>
);
