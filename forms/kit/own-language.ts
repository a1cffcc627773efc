import { isLanguage, language, type Language } from '../text/language.ts';
import { setLanguage } from '../text/text.ts';

const PLACE = 'iter.language';

/** The language chosen in this browser before; undefined when none was, or when nothing can be kept here. */
export function rememberedLanguage(): Language | undefined {
  try {
    const kept = localStorage.getItem(PLACE);
    return isLanguage(kept) ? kept : undefined;
  } catch {
    // A browser that keeps nothing refuses the very question.
    return undefined;
  }
}

function remember(chosen: Language): void {
  try {
    localStorage.setItem(PLACE, chosen);
  } catch {
    // The choice then lasts as long as the page.
  }
}

/**
 * Changes the language of the whole page, says so to assistive technology, and remembers it in this browser: first,
 * because whoever hears of the change asks what is remembered.
 */
export async function chooseLanguage(chosen: Language): Promise<void> {
  remember(chosen);
  await setLanguage(chosen);
  document.documentElement.lang = chosen;
}

/**
 * Starts in the language that was chosen before. A page of an Italian administration is Italian until told otherwise.
 */
export async function startLanguage(): Promise<void> {
  const chosen = rememberedLanguage() ?? 'it';
  if (chosen === language()) return;
  await chooseLanguage(chosen);
}

/** The attributes of an element whose text comes from a procedure or an office, which write Italian. */
export const inItalian = (): { readonly lang?: Language } => (language() === 'it' ? {} : { lang: 'it' });

/** Words of a procedure, and the language they are in when it is not that of the page. */
export interface Words {
  readonly text: string;
  readonly lang?: Language;
}

/** What a procedure calls something: in the language of the page when it has a name there, else in Italian. */
export const wordsOf = (italian: string, english: string | undefined): Words =>
  language() === 'en' && english !== undefined ? { text: english } : { text: italian, ...inItalian() };

/** The same of a list; an English one stands for the Italian one as a whole. */
export const allWordsOf = (italian: readonly string[], english: readonly string[] | undefined): readonly Words[] =>
  language() === 'en' && english !== undefined
    ? english.map((text) => ({ text }))
    : italian.map((text) => ({ text, ...inItalian() }));

/** The title of a procedure. */
export const titleOf = ({
  title,
  titleInEnglish,
}: {
  readonly title: string;
  readonly titleInEnglish?: string | undefined;
}): Words => wordsOf(title, titleInEnglish);
