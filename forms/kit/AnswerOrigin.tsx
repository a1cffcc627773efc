import type { AnswerSection } from '../contract/submissions.ts';
import { t } from '../text/text.ts';
import { originText } from './known.ts';

interface AnswerOriginProps {
  readonly row: AnswerSection['rows'][number];
  readonly reader: 'applicant' | 'office';
}

/** Under an answer: where it came from, and why the person has put it in the place of what was known. */
export function AnswerOrigin({ row: { origin, originOn, correction }, reader }: AnswerOriginProps) {
  if (correction) {
    const { known, reason } = correction;
    const from = originText(correction.origin, originOn, reader);
    return <span className="iter-answer-origin">{t('kit.origin.corrected', { origin: from, known, reason })}</span>;
  }
  // What a person simply says needs no word.
  if (origin === undefined || origin === 'declared') return null;
  return <span className="iter-answer-origin">{originText(origin, originOn, reader)}</span>;
}
