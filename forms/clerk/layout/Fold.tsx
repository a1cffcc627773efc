import type { ReactNode } from 'react';

/** A titled part that can be folded away; the browser's own disclosure, open at first unless told otherwise. */
export function Fold({ title, count, closed = false, children }: Props) {
  return (
    <details className="desk-fold" open={!closed}>
      <summary>
        <h2>{title}</h2>
        {count === undefined ? null : <span className="desk-count">{count}</span>}
      </summary>
      <div className="desk-fold-body">{children}</div>
    </details>
  );
}

interface Props {
  readonly title: string;
  /** How many things are inside. */
  readonly count?: number;
  readonly closed?: boolean;
  readonly children: ReactNode;
}
