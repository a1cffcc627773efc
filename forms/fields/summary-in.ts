import { inLanguage, type Language } from '../text/language.ts';
import { loadLanguage } from '../text/text.ts';
import type { Answers, FormDocument } from '../schema/document.ts';
import { localise } from '../schema/localise.ts';
import { summarise, type SummaryPage } from '../schema/summary.ts';

/** Answers in readable form; see `summarise`. */
export type Summarise = (form: FormDocument, answers: Answers, context?: Answers) => readonly SummaryPage[];

/** `summarise` for who reads in a language, whatever others read meanwhile. */
export async function summariseIn(spoken: Language): Promise<Summarise> {
  await loadLanguage(spoken);
  return (form, answers, context) => inLanguage(spoken, () => summarise(localise(form, spoken), answers, context));
}
