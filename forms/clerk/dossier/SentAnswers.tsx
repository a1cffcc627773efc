import { addressOf } from '../../contract/client.ts';
import type { SubmissionView } from '../../contract/submissions.ts';
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
      documentHref={(documentId) =>
        addressOf('readDocument', { params: { dossierId, documentId }, query: { audience: 'office' } })
      }
    />
  );
}
