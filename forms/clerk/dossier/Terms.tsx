import type { TermView } from '../../contract/dossiers.ts';
import { formatDate } from '../../text/format.ts';
import { t } from '../../text/clerk.ts';
import { TermSteps } from '../../kit/TermSteps.tsx';
import { inItalian, wordsOf } from '../../kit/own-language.ts';
import { Said } from '../../kit/Said.tsx';
import { today } from '../clock.ts';
import { termDue } from '../due.ts';

/** The legal terms of a dossier: how long, until when, why they stand still, by which article. */
export function Terms({ terms }: { readonly terms: readonly TermView[] }) {
  if (terms.length === 0) return <p className="mb-0">{t('clerk.dossier.noTerms')}</p>;
  return (
    <ul className="desk-plain">
      {terms.map((term) => (
        <Term key={term.termId} term={term} />
      ))}
    </ul>
  );
}

function Term({ term }: { readonly term: TermView }) {
  const due = termDue(term, today());
  return (
    <li className={`desk-term desk-due-${due?.tone ?? 'calm'}`}>
      <p className="desk-term-name">
        <Said words={wordsOf(term.label, term.labelInEnglish)} />
        {due === undefined ? null : <strong className="desk-due-text">{due.text}</strong>}
      </p>
      {term.deadlineOn === undefined ? null : (
        <p>{t('clerk.dossier.deadlineOn', { date: formatDate(term.deadlineOn) })}</p>
      )}
      {term.stopReason === undefined ? null : <p {...inItalian()}>{term.stopReason}</p>}
      <p className="desk-quiet">
        {t(`kit.term.length.${term.unit ?? 'days'}`, { count: term.days })} · {term.ground}
      </p>
      <p className="desk-quiet">{t('clerk.dossier.startedOn', { date: formatDate(term.startedOn) })}</p>
      <TermSteps label={term.label} steps={term.steps} />
    </li>
  );
}
