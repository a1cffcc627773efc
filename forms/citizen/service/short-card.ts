import type { ProcedureSummary } from '../../contract/procedures.ts';
import { language, type Language } from '../../text/language.ts';
import { inItalian } from '../language.ts';

type Card = Pick<ProcedureSummary, 'category' | 'title' | 'shortDescription' | 'translations'>;

/** The head of a service card as the page shows it. */
export interface ShortCard {
  readonly category: string;
  readonly title: string;
  readonly shortDescription: string;
  /** The attributes of the elements that show it: it may be in another language than the page. */
  readonly attributes: { readonly lang?: Language };
}

/** The head of a card in the language of the page, else in Italian. */
export function shortCard({ category, title, shortDescription, translations }: Card): ShortCard {
  const translated = language() === 'en' ? translations?.en : undefined;
  if (translated) return { ...translated, attributes: {} };
  return { category, title, shortDescription, attributes: inItalian() };
}
