import type { AnswerSection } from '../../contract/dossiers.ts';
import { AnswerOrigin } from '../../kit/AnswerOrigin.tsx';
import { t } from '../../text/clerk.ts';

/** What was applied for, section by section, as the server put it into words. */
export function AnswerSections({ sections }: { readonly sections: readonly AnswerSection[] }) {
  if (sections.length === 0) return <p className="mb-0">{t('clerk.dossier.noAnswers')}</p>;
  return sections.map((section, index) => (
    <section key={`${index} ${section.title}`} className="desk-answers">
      <h3>{section.title}</h3>
      <dl>
        {section.rows.map((row) => (
          <div key={row.key}>
            <dt>{row.label}</dt>
            <dd className="desk-text">
              {row.text === '' ? '—' : row.text}
              <AnswerOrigin row={row} reader="office" />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  ));
}
