import type { AnswerSection } from '../../contract/dossiers.ts';
import { AnswerOrigin } from '../../kit/AnswerOrigin.tsx';
import { addressOf } from '../../contract/client.ts';
import { t } from '../../text/clerk.ts';

interface AnswerSectionsProps {
  readonly dossierId: string;
  readonly sections: readonly AnswerSection[];
}

/** What was applied for, section by section, as the server put it into words. */
export function AnswerSections({ dossierId, sections }: AnswerSectionsProps) {
  if (sections.length === 0) return <p className="mb-0">{t('clerk.dossier.noAnswers')}</p>;
  return sections.map((section, index) => (
    <section key={`${index} ${section.title}`} className="desk-answers">
      <h3>{section.title}</h3>
      <dl>
        {section.rows.map((row) => (
          <div key={row.key}>
            <dt>{row.label}</dt>
            <dd className="desk-text">
              <AnswerText dossierId={dossierId} row={row} />
              <AnswerOrigin row={row} reader="office" />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  ));
}

interface AnswerTextProps {
  readonly dossierId: string;
  readonly row: AnswerSection['rows'][number];
}

/** An answer in words; files are called by their names, to open. */
function AnswerText({ dossierId, row: { text, files } }: AnswerTextProps) {
  if (files === undefined) return text === '' ? '—' : text;
  return files.map(({ documentId, name }) => (
    <a
      key={documentId}
      className="d-block"
      href={addressOf('readDocument', { params: { dossierId, documentId }, query: { audience: 'office' } })}
      download={name}
    >
      {name}
    </a>
  ));
}
