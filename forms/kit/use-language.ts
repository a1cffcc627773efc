import { useSyncExternalStore } from 'react';
import { language, onLanguage, type Language } from '../text/language.ts';

/** The language of the page; whoever asks is drawn again when it changes, and everything below with it. */
export const useLanguage = (): Language => useSyncExternalStore(onLanguage, language);
