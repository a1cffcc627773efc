import type { ReactNode } from 'react';
import { Breadcrumb } from '../layout/Breadcrumb.tsx';
import { PageTitle } from '../layout/PageTitle.tsx';

interface TextPageProps {
  readonly title: string;
  readonly lead: string;
  /** Headings with what stands below them. */
  readonly parts: readonly (readonly [heading: string, content: ReactNode])[];
}

/** A page to read. */
export const TextPage = ({ title, lead, parts }: TextPageProps) => (
  <div className="container">
    <Breadcrumb crumbs={[{ label: title }]} />
    <div className="page-narrow page-block">
      <PageTitle title={title} />
      <p className="lead">{lead}</p>
      {parts.map(([heading, content]) => (
        <section key={heading} className="page-section">
          <h2 className="h4">{heading}</h2>
          {content}
        </section>
      ))}
    </div>
  </div>
);
