import type { MandateView } from '../contract/dossiers.ts';
import { formatDate } from '../text/format.ts';
import { t } from '../text/text.ts';
import { FileName } from './FileName.tsx';

/** Settings of a mandate. */
export interface MandateProps {
  readonly mandate: MandateView;
  /** The address of a file of the dossier. */
  readonly documentHref: (documentId: string) => string;
}

/** As what somebody acts for a party: what they may do, until when, and the documents that show it. */
export function Mandate({ mandate: { as, acts, untilOn, documents }, documentHref }: MandateProps) {
  return (
    <span className="iter-mandate">
      <span>{t(`applying.as.${as}`)}</span>
      {acts === undefined ? null : (
        <span>{t('applying.may', { acts: acts.map((act) => t(`applying.may-${act}`)).join(', ') })}</span>
      )}
      {untilOn === undefined ? null : <span>{t('applying.lastDay', { date: formatDate(untilOn) })}</span>}
      {documents.map(({ documentId, fileName }) => (
        <span key={documentId}>
          <FileName name={fileName} href={documentHref(documentId)} />
        </span>
      ))}
    </span>
  );
}
