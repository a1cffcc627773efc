import i18next from 'i18next';
import { it } from './it.ts';
import type { Mirror } from './mirror.ts';
import { language, speak, type Language } from './language.ts';

/** Keys of the sentences in a nested object, joined by dots; `_one` and `_other` are left off, the count picks them. */
export type KeysOf<Texts> = Texts extends string
  ? never
  : {
      [Key in keyof Texts & string]: Texts[Key] extends string ? WithoutPlural<Key> : `${Key}.${KeysOf<Texts[Key]>}`;
    }[keyof Texts & string];

type WithoutPlural<Key extends string> = Key extends `${infer Stem}_one` | `${infer Stem}_other` ? Stem : Key;

/** The name of a sentence, such as `kit.form.continue`. */
export type TextKey = KeysOf<typeof it>;

/** What a sentence may need; `count` picks singular or plural. */
export type TextParams = Readonly<Record<string, string | number>>;

const texts = i18next.createInstance({
  lng: 'it',
  fallbackLng: 'it',
  resources: { it: { translation: it } },
  // React and the PDF writer escape on their own; here `'` would become `&#39;`.
  interpolation: { escapeValue: false },
  initAsync: false,
  showSupportNotice: false,
});
void texts.init();

/** Fetches English sentences. */
type Fetching = () => Promise<object>;

/** What English there is to fetch: that of the portal and of forms, and what an app adds. */
const english = new Set<Fetching>([() => import('./en.ts').then(({ en }) => en)]);

/**
 * Changes the language of every sentence, date and number. The English ones are fetched when somebody first asks for
 * them; a sentence that has none stays Italian.
 */
export async function setLanguage(next: Language): Promise<void> {
  await loadLanguage(next);
  speak(next);
}

/** Fetches the sentences of a language, where they are not there yet. */
export async function loadLanguage(spoken: Language): Promise<void> {
  if (spoken === 'it') return;
  for (const fetching of english) {
    texts.addResourceBundle('en', 'translation', await fetching(), true);
    english.delete(fetching);
  }
}

const say = (key: string, params: TextParams): string => texts.t(key, { ...params, lng: language() });

/** The sentence with its parameters filled in. */
export const t = (key: TextKey, params: TextParams = {}): string => say(key, params);

/**
 * Adds the sentences of one app, by area, to those of the portal and of forms, and gives the `t` that knows both. Their
 * English is fetched with that of the portal; an app that has none stays Italian in every language. Called while a
 * module is read, before a language is chosen.
 */
export function withTexts<Own extends object>(
  own: Own,
  fetchEnglish?: () => Promise<Mirror<Own>>,
): (key: TextKey | KeysOf<Own>, params?: TextParams) => string {
  texts.addResourceBundle('it', 'translation', own, true);
  if (fetchEnglish !== undefined) english.add(fetchEnglish);
  return (key, params = {}) => say(key, params);
}

/** The sentence under a key that is known only at run time; undefined when there is none. */
export const textIfAny = (key: string, params: TextParams = {}): string | undefined =>
  texts.exists(key, { lng: language() }) ? say(key, params) : undefined;
