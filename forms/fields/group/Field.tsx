import { useId, type ReactNode } from 'react';
import type { GroupComponent } from '../../schema/document.ts';

/** Settings of a group. */
export interface GroupProps {
  readonly component: GroupComponent;
  readonly children: ReactNode;
}

/** Fields that belong together inside a page. */
export function Group({ component, children }: GroupProps) {
  const titleId = useId();
  const { label, description } = component;
  return (
    <section className="iter-group" aria-labelledby={label ? titleId : undefined}>
      {label && (
        <h3 id={titleId} className="h5">
          {label}
        </h3>
      )}
      {description && <p className="iter-field-hint">{description}</p>}
      {children}
    </section>
  );
}
