import { addressOf } from '../../contract/client.ts';
import type { DocumentView } from '../../contract/dossiers.ts';
import { Icon } from '../../kit/Icon.tsx';
import { formatDate, formatSize } from '../../text/format.ts';
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
  const others = documents.filter(({ kind }) => kind !== 'receipt');
  return (
    <Section id="documenti" title={t('citizen.dossier.documentsHeading')}>
      {others.length === 0 && !hasReceipt ? <p>{t('citizen.dossier.documentsNone')}</p> : null}
      <ul className="documents">
        {hasReceipt ? (
          <ReceiptLink dossierId={dossierId} issued={documents.find(({ kind }) => kind === 'receipt')} />
        ) : null}
        {others.map((document) => (
          <DocumentLink key={document.documentId} dossierId={dossierId} document={document} />
        ))}
      </ul>
    </Section>
  );
}

/** The receipt, with what is known of it once it has been issued; asked for before, it is issued by asking. */
function ReceiptLink({ dossierId, issued }: { readonly dossierId: string; readonly issued: DocumentView | undefined }) {
  return (
    <li>
      <Icon name="it-file-pdf" size="md" className="icon-primary" />
      <div>
        <a href={addressOf('readReceipt', { params: { dossierId } })} download>
          {t('citizen.dossier.receipt')}
        </a>
        {issued === undefined ? null : (
          <p className="card-row-meta">
            {formatSize(issued.size)}, {formatDate(issued.addedAt)}
            {issued.registration ? ` · ${t('citizen.dossier.registration')} ${issued.registration}` : ''}
          </p>
        )}
      </div>
    </li>
  );
}
