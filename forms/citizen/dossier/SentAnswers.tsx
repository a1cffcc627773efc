import { addressOf } from '../../contract/client.ts';
import type { SubmissionView } from '../../contract/submissions.ts';
import { Submissions } from '../../kit/Submissions.tsx';
import { t } from '../../text/text.ts';
import { wordsOf, type inItalian } from '../../kit/own-language.ts';
import { Said } from '../../kit/Said.tsx';
import { Section } from './Section.tsx';

interface SentAnswersProps {
  readonly dossierId: string;
  readonly submissions: readonly SubmissionView[];
  /** The language of the form, where it is not that of the page. */
  readonly inLanguage: ReturnType<typeof inItalian>;
}

/** What the reader has sent, folded away until asked for. */
export function SentAnswers({ dossierId, submissions, inLanguage }: SentAnswersProps) {
  if (submissions.length === 0) return null;
  return (
    <Section id="dati-inviati" title={t('citizen.dossier.answersHeading')}>
      <Submissions
        submissions={submissions}
        reader="applicant"
        documentHref={(documentId) =>
          addressOf('readDocument', { params: { dossierId, documentId }, query: { audience: 'citizen' } })
        }
        named={({ name, nameInEnglish }) => <Said words={wordsOf(name, nameInEnglish)} />}
        inLanguage={inLanguage}
        closed
      />
    </Section>
  );
}
