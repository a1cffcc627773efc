import { useEffect, useRef } from 'react';
import { t } from '../text/text.ts';
import { goTo } from './go-to.ts';
import { Icon } from './Icon.tsx';

/** One error with the place to go to. */
export interface ErrorEntry {
  /** The id of the input in the page. */
  readonly id: string;
  readonly text: string;
  /** Opens the place of the error when it is not on this page. */
  readonly onGo?: () => void;
}

/** Settings of an error summary. */
export interface ErrorSummaryProps {
  readonly entries: readonly ErrorEntry[];
  /** Grows with every attempt to go on; each attempt moves the focus here. */
  readonly attempt: number;
}

/** What has to be corrected, on top of a form, with anchors to the fields; takes the focus after every attempt. */
export function ErrorSummary({ entries, attempt }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null);
  const isShown = entries.length > 0;
  useEffect(() => {
    if (attempt > 0) box.current?.focus();
  }, [attempt]);
  if (!isShown) return null;
  return (
    <div ref={box} className="iter-errors" tabIndex={-1} role="group" aria-labelledby="error-summary-title">
      <h2 id="error-summary-title" className="h5">
        <Icon name="it-error" size="md" className="icon-danger me-2" />
        {t('kit.errors.title', { count: entries.length })}
      </h2>
      <p>{t('kit.errors.intro')}</p>
      <ul>
        {entries.map(({ id, text, onGo }) => (
          <li key={id}>
            <a
              href={`#${id}`}
              onClick={(event) => {
                event.preventDefault();
                if (onGo) onGo();
                else goTo(id);
              }}
            >
              {text}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
