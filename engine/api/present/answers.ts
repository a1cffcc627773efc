import type { AnswerSection } from '../../../forms/contract/submissions.ts';
import type { Answers, FormDocument, Json } from '../../../forms/schema/document.ts';
import { isRecord } from '../../../forms/schema/json.ts';
import { summarise, type SummaryRow } from '../../../forms/schema/summary.ts';
import type { Summarise } from '../../../forms/fields/summary-in.ts';
import type { DossierEvent } from '../../core/event.ts';
import type { Provenance } from '../../core/known.ts';
import { defined } from './defined.ts';

type Row = AnswerSection['rows'][number];

/** What answers are read with; in Italian unless `summarise` is that of another language. */
export interface AnswerReading {
  readonly context: Answers;
  readonly provenance?: Partial<Provenance>;
  readonly summarise?: Summarise;
}

/** What was answered in a form, page by page, in words; pages and rows without an answer are left out. */
export function presentAnswers(
  form: FormDocument | undefined,
  answers: Answers,
  { context, provenance = {}, summarise: summary = summarise }: AnswerReading,
): AnswerSection[] {
  if (form === undefined) return [];
  const printed = (key: string, value: Answers[string]): string =>
    summary(form, { ...answers, [key]: value }, context)
      .flatMap(({ rows }) => rows)
      .filter((row) => topKey(row) === key)
      .map(({ text }) => text)
      .join('\n');
  const rowOf = (row: SummaryRow): Row => ({
    key: row.key,
    label: row.label,
    text: row.text,
    ...filesOf(row),
    ...whence(topKey(row), provenance, printed),
  });
  return summary(form, answers, context)
    .map(({ title, rows }) => ({ title, rows: rows.filter(({ text }) => text !== '').map(rowOf) }))
    .filter(({ rows }) => rows.length > 0);
}

function filesOf({ type, value }: SummaryRow): Pick<Row, 'files'> {
  if (type !== 'filepicker' || !Array.isArray(value)) return {};
  const items: readonly Json[] = value;
  const files = items.flatMap((item) => {
    const { uploadId, name } = isRecord(item) ? item : {};
    return typeof uploadId === 'string' && typeof name === 'string' ? [{ documentId: uploadId, name }] : [];
  });
  return files.length === 0 ? {} : { files };
}

const topKey = ({ key }: SummaryRow): string => key.split(/[.[]/)[0] ?? key;

function whence(
  key: string,
  { origins = {}, originDays = {}, corrections = [] }: Partial<Provenance>,
  printed: (key: string, value: Answers[string]) => string,
): Pick<Row, 'origin' | 'originOn' | 'correction'> {
  const corrected = corrections.find((one) => one.key === key);
  return defined({
    origin: origins[key],
    originOn: originDays[key],
    correction: corrected && {
      origin: corrected.origin,
      known: printed(key, corrected.known),
      reason: corrected.reason,
    },
  });
}

/** Where the answers of the application came from, as its event says; empty for a record that is older than that. */
export function provenanceIn(events: readonly DossierEvent[]): Partial<Provenance> {
  const data = events.find(({ type }) => type === 'application.submitted')?.data ?? {};
  // The border to the record: the step wrote these members, and the chain of hashes vouches for them.
  return data as Partial<Provenance>;
}
