import type { ReactNode } from 'react';
import type { AnswerSection, SubmissionView } from '../contract/submissions.ts';
import { formatDateTime } from '../text/format.ts';
import { t } from '../text/text.ts';
import { AnswerOrigin } from './AnswerOrigin.tsx';
import { FileName } from './FileName.tsx';

/** Settings of the list of what was sent. */
export interface SubmissionsProps {
  readonly submissions: readonly SubmissionView[];
  readonly reader: 'applicant' | 'office';
  /** The address of a file of the dossier. */
  readonly documentHref: (documentId: string) => string;
  /** What a task or an act is called; its own name without it. */
  readonly named?: (submission: SubmissionView) => ReactNode;
  /** The language of the forms, where it is not that of the page. */
  readonly inLanguage?: { readonly lang?: string };
  /** Folded away until asked for; open without it. */
  readonly closed?: boolean;
}

/**
 * What was sent, each form as it was: who sent it and when, and its answers. Where another form has answered the same
 * differently, both answers are shown.
 */
export function Submissions({ submissions, named, closed = false, ...reading }: SubmissionsProps) {
  return submissions.map((submission) => (
    <details key={submission.sequence} className="iter-submission" open={!closed}>
      <summary>
        <span className="iter-submission-name">{headOf(submission, named)}</span>
        {submission.about === undefined ? null : <span className="iter-submission-about">{submission.about}</span>}
        <span className="iter-submission-when">{sentInWords(submission)}</span>
      </summary>
      {submission.carried ? <p className="iter-submission-when">{t('kit.submissions.carried')}</p> : null}
      {submission.kind === 'correction' ? (
        <CorrectedAnswers submission={submission} {...reading} />
      ) : (
        submission.sections.map((section, index) => (
          <Section key={`${index} ${section.title}`} section={section} sequence={submission.sequence} {...reading} />
        ))
      )}
    </details>
  ));
}

function sentInWords({ at, by, onBehalfOf }: SubmissionView): string {
  const sent = t('kit.submissions.sent', { date: formatDateTime(at), by });
  return onBehalfOf === undefined ? sent : `${sent}, ${t('kit.submissions.onBehalfOf', { name: onBehalfOf })}`;
}

const headOf = (submission: SubmissionView, named: SubmissionsProps['named']): ReactNode =>
  submission.kind === 'application' ? t('kit.submissions.application') : (named?.(submission) ?? submission.name);

interface SectionProps extends Pick<SubmissionsProps, 'reader' | 'documentHref' | 'inLanguage'> {
  readonly section: AnswerSection;
  readonly sequence: number;
}

function Section({ section: { title, rows }, sequence, reader, documentHref, inLanguage }: SectionProps) {
  return (
    <section {...inLanguage}>
      {title === '' ? null : <h3 className="h6">{title}</h3>}
      <dl className="iter-answers">
        {rows.map((row) => (
          <div key={row.key} className="iter-answer">
            <dt>{row.label}</dt>
            <dd>
              <RowText row={row} documentHref={documentHref} />
              <AnswerOrigin row={row} reader={reader} />
              <Others row={row} sequence={sequence} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

interface CorrectedProps extends Omit<SectionProps, 'section' | 'sequence' | 'reader'> {
  readonly submission: SubmissionView;
}

/** What a correction has changed: each answer as it was, and as it is now. */
function CorrectedAnswers({ submission: { sections }, documentHref, inLanguage }: CorrectedProps) {
  const rows = sections.flatMap((section) => section.rows).filter(({ before }) => before !== undefined);
  if (rows.length === 0) return <p>{t('kit.submissions.unchanged')}</p>;
  return (
    <dl className="iter-corrected" {...inLanguage}>
      {rows.map((row) => (
        <div key={row.key} className="iter-corrected-answer">
          <dt>{row.label}</dt>
          <dd>
            <span className="iter-corrected-when">{t('kit.submissions.was')}</span>
            <span className="iter-answer-lines">{row.before === '' ? t('kit.submissions.nothing') : row.before}</span>
          </dd>
          <dd>
            <span className="iter-corrected-when">{t('kit.submissions.is')}</span>
            {row.text === '' ? t('kit.submissions.nothing') : <RowText row={row} documentHref={documentHref} />}
          </dd>
        </div>
      ))}
    </dl>
  );
}

type Row = AnswerSection['rows'][number];

/** An answer in words; files are called by their names, to open. */
function RowText({
  row: { text, files },
  documentHref,
}: Pick<SubmissionsProps, 'documentHref'> & { readonly row: Row }) {
  if (files === undefined) return <span className="iter-answer-lines">{text}</span>;
  return files.map(({ documentId, name }) => (
    <span key={documentId} className="iter-answer-line">
      <FileName name={name} href={documentHref(documentId)} />
    </span>
  ));
}

/** What was answered here in other forms, before and after. */
function Others({ row: { others = [] }, sequence }: { readonly row: Row; readonly sequence: number }) {
  return others.map((other) => (
    <span key={other.sequence} className="iter-answer-other">
      {t(other.sequence < sequence ? 'kit.submissions.before' : 'kit.submissions.after', {
        date: formatDateTime(other.at),
        by: other.by,
      })}{' '}
      <span className="iter-answer-lines">{other.text}</span>
    </span>
  ));
}
