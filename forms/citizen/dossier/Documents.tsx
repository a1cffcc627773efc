import { addressOf } from '../../contract/client.ts';
import type { DocumentView } from '../../contract/dossiers.ts';
import { Icon } from '../../kit/Icon.tsx';
import { t } from '../../text/text.ts';
import { DocumentLink } from './DocumentLink.tsx';
import { Section } from './Section.tsx';

interface DocumentsProps {
  readonly dossierId: string;
  readonly documents: readonly DocumentView[];
  readonly hasReceipt: boolean;
}

/** The documents of a dossier, to download; the receipt stands first. */
export function Documents({ dossierId, documents, hasReceipt }: DocumentsProps) {
  return (
    <Section id="documenti" title={t('citizen.dossier.documentsHeading')}>
      {documents.length === 0 && !hasReceipt ? <p>{t('citizen.dossier.documentsNone')}</p> : null}
      <ul className="documents">
        {hasReceipt ? (
          <li>
            <Icon name="it-file-pdf" size="md" className="icon-primary" />
            <a href={addressOf('readReceipt', { params: { dossierId } })} download>
              {t('citizen.dossier.receipt')}
            </a>
          </li>
        ) : null}
        {documents.map((document) => (
          <DocumentLink key={document.documentId} dossierId={dossierId} document={document} />
        ))}
      </ul>
    </Section>
  );
}
