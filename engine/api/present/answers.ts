import type { AnswerSection } from '../../../forms/contract/dossiers.ts';
import type { Answers, FormDocument } from '../../../forms/schema/document.ts';
import { summarise } from '../../../forms/schema/summary.ts';

/** What was answered in a form, page by page, in words; pages and rows without an answer are left out. */
export function presentAnswers(form: FormDocument | undefined, answers: Answers, context: Answers): AnswerSection[] {
  if (form === undefined) return [];
  return summarise(form, answers, context)
    .map(({ title, rows }) => ({
      title,
      rows: rows.filter(({ text }) => text !== '').map(({ key, label, text }) => ({ key, label, text })),
    }))
    .filter(({ rows }) => rows.length > 0);
}
