import type { TermView } from '../../contract/dossiers.ts';
import { formatTheDate } from '../../text/format.ts';
import { t } from '../../text/text.ts';
import { inItalian, wordsOf } from '../../kit/own-language.ts';
import { Said } from '../../kit/Said.tsx';
import { Section } from './Section.tsx';
import { daysLeftText } from './term-sentence.ts';

/** What to do against the answer, each remedy with its last day; nothing while there is none to use. */
export function Remedies({ terms }: { readonly terms: readonly TermView[] }) {
  const open = terms.filter(({ remedy, state }) => remedy !== undefined && state === 'running');
  if (open.length === 0) return null;
  return (
    <Section id="rimedi" title={t('citizen.remedy.heading')}>
      <p>{t('citizen.remedy.text')}</p>
      <ul className="plain-list remedies">
        {open.map(({ termId, deadlineOn, daysLeft, ground, remedy = '', ...term }) => (
          <li key={termId}>
            <h3 className="h6">
              <Said words={wordsOf(term.label, term.labelInEnglish)} />
            </h3>
            {deadlineOn === undefined ? null : (
              <p className="remedy-until">
                {t('citizen.remedy.until', { date: formatTheDate(deadlineOn) })}
                {daysLeft === undefined ? '' : ` (${daysLeftText(daysLeft)})`}
              </p>
            )}
            <p>
              <Said words={wordsOf(remedy, term.remedyInEnglish)} />
            </p>
            <p className="term-ground" {...inItalian()}>
              {ground}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
