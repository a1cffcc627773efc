import type { TermView } from '../../contract/dossiers.ts';
import { formatDate, formatTheDate } from '../../text/format.ts';
import { t } from '../../text/text.ts';
import { TermSteps } from '../../kit/TermSteps.tsx';
import { inItalian, wordsOf } from '../../kit/own-language.ts';
import { Said } from '../../kit/Said.tsx';
import { Section } from './Section.tsx';
import { daysLeftText, termSentence } from './term-sentence.ts';

/**
 * The legal terms of a dossier, the one that runs first, which is that of the answer or of a review: its last day, what
 * is left, and why it stands still if it does. The
 * times for remedies stand with the remedies.
 */
export function TermBox({ terms }: { readonly terms: readonly TermView[] }) {
  const clocks = terms.filter(({ remedy }) => remedy === undefined);
  const main =
    clocks.find(({ main, state }) => main && state !== 'ended') ??
    clocks.find(({ state }) => state !== 'ended') ??
    clocks[0];
  const others = clocks.filter((term) => term !== main);
  return (
    <Section id="tempi" title={t('citizen.term.heading')} className="term-box">
      {main ? <MainTerm term={main} /> : <p>{t('citizen.term.noTerm')}</p>}
      {others.length > 0 ? (
        <>
          <h3 className="h6 mt-4">{t('citizen.term.others')}</h3>
          <ul className="plain-list">
            {others.map((term) => (
              <li key={term.termId}>
                <strong className="d-block">
                  <Said words={wordsOf(term.label, term.labelInEnglish)} />
                </strong>
                {termSentence(term)}
                <span className="term-ground" {...inItalian()}>
                  {term.ground}
                </span>
                <TermSteps label={<Said words={wordsOf(term.label, term.labelInEnglish)} />} steps={term.steps} />
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </Section>
  );
}

function MainTerm({ term }: { readonly term: TermView }) {
  const isRunning = term.state === 'running' && term.deadlineOn !== undefined;
  return (
    <>
      {isRunning && term.deadlineOn !== undefined ? (
        <>
          <p className="term-label">{t('citizen.term.answerBy')}</p>
          <p className="term-date">{formatDate(term.deadlineOn)}</p>
          {term.daysLeft === undefined ? null : <p className="term-left">{daysLeftText(term.daysLeft)}</p>}
        </>
      ) : (
        <p className="term-state">{termSentence(term)}</p>
      )}
      {term.stopReason ? (
        <p className="term-reason">
          <strong>{t('citizen.term.reason')}:</strong> <span {...inItalian()}>{term.stopReason}</span>
        </p>
      ) : null}
      <p className="term-ground">
        <Said words={wordsOf(term.label, term.labelInEnglish)} />:{' '}
        {t(`kit.term.length.${term.unit ?? 'days'}`, { count: term.days })}. {t('citizen.term.ground')}:{' '}
        <span {...inItalian()}>{term.ground}</span>.{' '}
        {t('citizen.term.started', { date: formatTheDate(term.startedOn) })}.
      </p>
      <TermSteps label={<Said words={wordsOf(term.label, term.labelInEnglish)} />} steps={term.steps} />
    </>
  );
}
