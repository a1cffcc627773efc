import { useEffect } from 'react';
import type { Language } from '../text/language.ts';
import { chooseLanguage, rememberedLanguage } from './own-language.ts';
import { useLanguage } from './use-language.ts';

/**
 * Keeps the language of the page and of who is signed in the same. A browser in which nobody has chosen yet takes the
 * one that the person chose elsewhere; otherwise `keep` tells the server, which writes to them in it.
 */
export function useOwnLanguage(
  person: { readonly language?: Language | undefined } | undefined,
  keep: (spoken: Language) => void,
): void {
  const spoken = useLanguage();
  useEffect(() => {
    if (person === undefined) return;
    const { language: own = 'it' } = person;
    // What was chosen in another tab of this browser counts here too.
    const chosen = rememberedLanguage() ?? own;
    if (chosen !== spoken) {
      void chooseLanguage(chosen);
      return;
    }
    if (own !== spoken) keep(spoken);
  }, [person, keep, spoken]);
}
