import { addressOf } from '../../contract/client.ts';
import type { AnswerSection } from '../../contract/dossiers.ts';
import { t } from '../../text/text.ts';

interface AnswerTextProps {
  readonly dossierId: string;
  readonly row: AnswerSection['rows'][number];
}

/** An answer in words; files are called by their names, to open. */
export function AnswerText({ dossierId, row: { text, files } }: AnswerTextProps) {
  if (files === undefined) return text === '' ? t('kit.summary.empty') : text;
  return (
    <ul className="plain-list">
      {files.map(({ documentId, name }) => (
        <li key={documentId}>
          <a
            href={addressOf('readDocument', { params: { dossierId, documentId }, query: { audience: 'citizen' } })}
            download
          >
            {name}
          </a>
        </li>
      ))}
    </ul>
  );
}
