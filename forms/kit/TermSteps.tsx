import type { ReactNode } from 'react';
import type { TermStepView } from '../contract/dossiers.ts';
import { formatDate } from '../text/format.ts';
import { language } from '../text/language.ts';
import { t } from '../text/text.ts';

/** Settings of the steps of a term. */
export interface TermStepsProps {
  /** The name of the term, for who hears one of several. */
  readonly label: ReactNode;
  readonly steps: readonly TermStepView[] | undefined;
}

/** How the last day of a term comes about, folded away: each step with the last day so far and its article. */
export const TermSteps = ({ label, steps = [] }: TermStepsProps) =>
  steps.length === 0 ? null : (
    <details className="iter-term-steps">
      <summary>
        {t('kit.term.how')}
        <span className="visually-hidden"> ({label})</span>
      </summary>
      <ol>
        {steps.map(({ text, ground, endOn }, index) => (
          <li key={index}>
            <p>{text}</p>
            {endOn === undefined ? null : (
              <p className="iter-term-end">{t('kit.term.soFar', { date: formatDate(endOn) })}</p>
            )}
            {ground === undefined ? null : (
              <p className="iter-term-ground" {...(language() === 'it' ? {} : { lang: 'it' })}>
                {ground}
              </p>
            )}
          </li>
        ))}
      </ol>
    </details>
  );
