import { addressOf } from '../../contract/client.ts';
import type { DocumentView } from '../../contract/dossiers.ts';
import { Icon } from '../../kit/Icon.tsx';
import { formatDate, formatSize } from '../../text/format.ts';
import { t } from '../../text/text.ts';
import { inItalian } from '../language.ts';
import { Section } from './Section.tsx';

interface DocumentsProps {
  readonly dossierId: string;
  readonly documents: readonly DocumentView[];
  readonly hasReceipt: boolean;
}

const kinds = {
  application: 'citizen.dossier.kindApplication',
  attachment: 'citizen.dossier.kindAttachment',
  'final-act': 'citizen.dossier.kindFinalAct',
  letter: 'citizen.dossier.kindLetter',
} as const;

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
          <Document key={document.documentId} dossierId={dossierId} document={document} />
        ))}
      </ul>
    </Section>
  );
}

function Document({ dossierId, document }: { readonly dossierId: string; readonly document: DocumentView }) {
  const { documentId, kind, title, fileName, size, addedAt, registration } = document;
  const href = addressOf('readDocument', { params: { dossierId, documentId }, query: { audience: 'citizen' } });
  return (
    <li>
      <Icon name="it-file" size="md" className="icon-primary" />
      <div>
        <a href={href} download>
          <span className="visually-hidden">{t('citizen.dossier.download')}: </span>
          <span {...inItalian()}>{title}</span>
        </a>
        <p className="card-row-meta">
          {t('citizen.dossier.documentMeta', {
            fileName,
            kind: t(kinds[kind]),
            size: formatSize(size),
            date: formatDate(addedAt),
          })}
          {registration ? ` · ${t('citizen.dossier.registration')} ${registration}` : ''}
        </p>
      </div>
    </li>
  );
}
