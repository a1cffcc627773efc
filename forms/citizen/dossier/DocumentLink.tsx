import { addressOf } from '../../contract/client.ts';
import type { DocumentView } from '../../contract/dossiers.ts';
import { Icon } from '../../kit/Icon.tsx';
import { formatDate, formatSize } from '../../text/format.ts';
import { t } from '../../text/text.ts';
import { wordsOf } from '../../kit/own-language.ts';
import { Said } from '../../kit/Said.tsx';

const kinds = {
  application: 'citizen.dossier.kindApplication',
  attachment: 'citizen.dossier.kindAttachment',
  receipt: 'citizen.dossier.receipt',
  'final-act': 'citizen.dossier.kindFinalAct',
  letter: 'citizen.dossier.kindLetter',
} as const;

/** A document of a dossier, to download: a file that somebody gave is called by its name, an act by its title. */
export function DocumentLink({ dossierId, document }: { readonly dossierId: string; readonly document: DocumentView }) {
  const { documentId, kind, title, titleInEnglish, fileName, size, addedAt, registration } = document;
  const [titled, called] = [wordsOf(title, titleInEnglish), { text: fileName }];
  const [name, meta] = kind === 'attachment' ? [called, titled] : [titled, called];
  const href = addressOf('readDocument', { params: { dossierId, documentId }, query: { audience: 'citizen' } });
  return (
    <li>
      <Icon name="it-file" size="md" className="icon-primary" />
      <div>
        <a href={href} download>
          <span className="visually-hidden">{t('citizen.dossier.download')}: </span>
          <Said words={name} />
        </a>
        <p className="card-row-meta">
          <Said words={meta} /> ·{' '}
          {t('citizen.dossier.documentMeta', {
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
