import type { ReactNode } from 'react';

interface SectionProps {
  /** The anchor. */
  readonly id: string;
  readonly title: string;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A part of a page with its heading. */
export const Section = ({ id, title, className = '', children }: SectionProps) => (
  <section id={id} aria-labelledby={`${id}-title`} className={`page-section ${className}`}>
    <h2 id={`${id}-title`} className="h4">
      {title}
    </h2>
    {children}
  </section>
);
