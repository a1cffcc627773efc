import { isLanguage, language, type Language } from '../text/language.ts';
import { setLanguage, textIfAny } from '../text/text.ts';

const PLACE = 'iter.language';

/** The language chosen in this browser before; Italian when none was, or when nothing can be kept here. */
function remembered(): Language {
  try {
    const kept = localStorage.getItem(PLACE);
    return isLanguage(kept) ? kept : 'it';
  } catch {
    // A browser that keeps nothing refuses the very question.
    return 'it';
  }
}

function remember(chosen: Language): void {
  try {
    localStorage.setItem(PLACE, chosen);
  } catch {
    // The choice then lasts as long as the page.
  }
}

/** Changes the language of the whole page, says so to assistive technology, and remembers it in this browser. */
export async function chooseLanguage(chosen: Language): Promise<void> {
  await setLanguage(chosen);
  document.documentElement.lang = chosen;
  remember(chosen);
}

/**
 * Starts in the language that was chosen before. A portal of an Italian administration is Italian until told otherwise.
 */
export async function startLanguage(): Promise<void> {
  const chosen = remembered();
  if (chosen !== language()) await chooseLanguage(chosen);
}

/** The attributes of an element whose text comes from a procedure or an office, which write Italian. */
export const inItalian = (): { readonly lang?: Language } => (language() === 'it' ? {} : { lang: 'it' });

/** A name given by the engine: in the language of the page when its code is known there, else as the engine has it. */
export function nameOf(
  kind: 'milestones' | 'outcomes',
  { code, label }: { readonly code: string; readonly label: string },
): { readonly text: string; readonly lang?: Language } {
  const known = textIfAny(`names.${kind}.${code}`);
  return known === undefined ? { text: label, ...inItalian() } : { text: known };
}

/** The title of a procedure: in the language of the page when it has one, else in Italian. */
export const titleOf = ({
  title,
  titleInEnglish,
}: {
  readonly title: string;
  readonly titleInEnglish?: string | undefined;
}): { readonly text: string; readonly lang?: Language } =>
  language() === 'en' && titleInEnglish !== undefined ? { text: titleInEnglish } : { text: title, ...inItalian() };
