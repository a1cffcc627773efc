import { addressOf } from '../../contract/client.ts';
import type { DocumentView } from '../../contract/dossiers.ts';
import { Icon } from '../../kit/Icon.tsx';
import { formatSize } from '../../text/format.ts';
import { t } from '../../text/clerk.ts';
import { wordsOf } from '../../kit/own-language.ts';
import { Said } from '../../kit/Said.tsx';
import { dayInFigures } from '../clock.ts';

/** The documents of a dossier, each with its download. */
export function Documents({ dossierId, documents }: Props) {
  if (documents.length === 0) return <p className="mb-0">{t('clerk.dossier.noDocuments')}</p>;
  return (
    <ul className="desk-plain">
      {documents.map((document) => (
        <li key={document.documentId} className="desk-document">
          <Icon name={document.mediaType === 'application/pdf' ? 'it-file-pdf-ext' : 'it-file'} size="sm" />
          <div>
            <a
              href={addressOf('readDocument', {
                params: { dossierId, documentId: document.documentId },
                query: { audience: 'office' },
              })}
              download={document.fileName}
            >
              {document.kind === 'attachment' ? (
                document.fileName
              ) : (
                <Said words={wordsOf(document.title, document.titleInEnglish)} />
              )}
            </a>
            <span className="desk-quiet">{factsOf(document)}</span>
            {document.registration === undefined ? null : (
              <span className="desk-quiet">
                {t('clerk.dossier.registrationOf', { registration: document.registration })}
              </span>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}

interface Props {
  readonly dossierId: string;
  readonly documents: readonly DocumentView[];
}

function factsOf({ kind, title, titleInEnglish, fileName, size, addedBy, addedAt }: DocumentView): string {
  return t('clerk.dossier.addedBy', {
    fileName: kind === 'attachment' ? wordsOf(title, titleInEnglish).text : fileName,
    kind: t(`clerk.dossier.kind.${kind}`),
    size: formatSize(size),
    name: addedBy,
    date: dayInFigures(addedAt),
  });
}
