import type { AnswerSection } from '../../contract/dossiers.ts';
import { AnswerOrigin } from '../../kit/AnswerOrigin.tsx';
import { t } from '../../text/text.ts';
import type { inItalian } from '../language.ts';
import { AnswerText } from './AnswerText.tsx';
import { Section } from './Section.tsx';

interface SentAnswersProps {
  readonly dossierId: string;
  readonly sections: readonly AnswerSection[];
  /** The language of the form, where it is not that of the page. */
  readonly inLanguage: ReturnType<typeof inItalian>;
}

/** What was sent with the application, folded away until asked for. */
export function SentAnswers({ dossierId, sections, inLanguage }: SentAnswersProps) {
  if (sections.length === 0) return null;
  return (
    <Section id="dati-inviati" title={t('citizen.dossier.answersHeading')}>
      <details className="message">
        <summary>
          <span className="message-subject">{t('citizen.dossier.answersShow')}</span>
        </summary>
        <div className="message-body">
          {sections.map(({ title, rows }) => (
            <div key={title} {...inLanguage}>
              <h3 className="h6">{title}</h3>
              <dl className="iter-answers">
                {rows.map((row) => (
                  <div key={row.key} className="iter-answer">
                    <dt>{row.label}</dt>
                    <dd className="text-lines">
                      <AnswerText dossierId={dossierId} row={row} />
                      <AnswerOrigin row={row} reader="applicant" />
                    </dd>
                  </div>
                ))}
              </dl>
            </div>
          ))}
        </div>
      </details>
    </Section>
  );
}
