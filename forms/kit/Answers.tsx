import { readAttachments } from '../fields/filepicker/schema.ts';
import type { SummaryRow } from '../schema/summary.ts';
import { formatSize } from '../text/format.ts';
import { t } from '../text/text.ts';
import { FileName } from './FileName.tsx';
import { Icon } from './Icon.tsx';

/** Settings of a list of answers. */
export interface AnswersProps {
  readonly rows: readonly SummaryRow[];
  /** The address of a stored file; without it attachments are named only. */
  readonly attachmentHref?: (uploadId: string) => string;
}

type ValueProps = Omit<AnswersProps, 'rows'> & { readonly row: SummaryRow };

function Value({ row, attachmentHref }: ValueProps) {
  const attachments = row.type === 'filepicker' ? (readAttachments(row.value) ?? []) : [];
  if (attachments.length > 0) {
    return attachments.map(({ uploadId, name, size, signedBy }) => (
      <span key={uploadId} className="iter-answer-line iter-answer-file">
        <Icon name="it-clip" size="sm" />
        <FileName name={name} href={attachmentHref?.(uploadId)} /> <small>({formatSize(size)})</small>
        {signedBy && (
          <small className="d-block">{t('kit.attachment.signedBy', { signers: signedBy.join(', ') })}</small>
        )}
      </span>
    ));
  }
  if (row.text === '') return <span className="iter-answer-empty">{t('kit.summary.empty')}</span>;
  return row.text.split('\n').map((line, index) => (
    <span key={index} className="iter-answer-line">
      {line}
    </span>
  ));
}

/** Answers to read, label by label. */
export const Answers = ({ rows, attachmentHref }: AnswersProps) => (
  <dl className="iter-answers">
    {rows.map((row) => (
      <div key={row.key} className="iter-answer">
        <dt>{row.label}</dt>
        <dd>
          <Value row={row} attachmentHref={attachmentHref} />
        </dd>
      </div>
    ))}
  </dl>
);
