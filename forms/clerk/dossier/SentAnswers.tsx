import { addressOf } from '../../contract/client.ts';
import type { SubmissionView } from '../../contract/submissions.ts';
import { inItalian, wordsOf } from '../../kit/own-language.ts';
import { Said } from '../../kit/Said.tsx';
import { Submissions } from '../../kit/Submissions.tsx';
import { t } from '../../text/clerk.ts';

interface SentAnswersProps {
  readonly dossierId: string;
  readonly submissions: readonly SubmissionView[];
}

/** What was sent, form by form, as the server put it into words. */
export function SentAnswers({ dossierId, submissions }: SentAnswersProps) {
  if (submissions.length === 0) return <p className="mb-0">{t('clerk.dossier.noAnswers')}</p>;
  return (
    <Submissions
      submissions={submissions}
      reader="office"
      named={({ name, nameInEnglish }) => <Said words={wordsOf(name, nameInEnglish)} />}
      inLanguage={inItalian()}
      documentHref={(documentId) =>
        addressOf('readDocument', { params: { dossierId, documentId }, query: { audience: 'office' } })
      }
    />
  );
}
