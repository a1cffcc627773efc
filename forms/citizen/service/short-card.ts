import type { ProcedureSummary, ServiceCard, TranslatedCard } from '../../contract/procedures.ts';
import { language, type Language } from '../../text/language.ts';
import { inItalian } from '../../kit/own-language.ts';

type Card = Pick<ProcedureSummary, 'category' | 'title' | 'shortDescription'> & {
  readonly translations?:
    { readonly en?: Pick<TranslatedCard, 'category' | 'title' | 'shortDescription'> | undefined } | undefined;
};

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

/** Whether everything that a card says after its head can be said in English. */
export function isWhollyEnglish({ translations }: ServiceCard): boolean {
  const members = ['audience', 'howTo', 'needed', 'achieved', 'times', 'costs'] as const;
  return members.every((member) => translations?.en?.[member] !== undefined);
}
