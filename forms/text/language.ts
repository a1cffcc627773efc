/** The languages that the portal speaks. Italian comes first: what has no English is shown in it. */
export const languages = ['it', 'en'] as const;

/** A language of the portal. */
export type Language = (typeof languages)[number];

/** True for the name of a language of the portal. */
export const isLanguage = (text: unknown): text is Language => languages.some((name) => name === text);

/** The language tag by which dates and numbers are written. British English: the day comes before the month. */
const tags: Readonly<Record<Language, string>> = { it: 'it-IT', en: 'en-GB' };

let current: Language = 'it';
const listeners = new Set<() => void>();

/**
 * The language in which sentences, dates and numbers are written now. Always Italian where nobody changes it: on the
 * server.
 */
export const language = (): Language => current;

/** The tag of the language for `Intl`, such as `it-IT`. */
export const languageTag = (): string => tags[current];

/**
 * Writes everything in another language from now on, and tells who listens. `setLanguage` loads its sentences first.
 */
export function speak(next: Language): void {
  current = next;
  for (const listener of listeners) listener();
}

/**
 * What `make` gives while everything is written in another language; for who writes to several people, as the server
 * does. `make` waits for nothing: others would write in that language meanwhile. Sentences of English are there once
 * `setLanguage` or `loadLanguage` has fetched them.
 */
export function inLanguage<Made>(spoken: Language, make: () => Made): Made {
  const before = current;
  current = spoken;
  try {
    return make();
  } finally {
    current = before;
  }
}

/** Is told after every change; gives the way to stop. */
export function onLanguage(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** One thing for each language, made when it is first asked for: a formatter costs more than what it formats. */
export function perLanguage<Thing>(make: (tag: string) => Thing): () => Thing {
  const made = new Map<Language, Thing>();
  return () => {
    const known = made.get(current);
    if (known !== undefined) return known;
    const thing = make(tags[current]);
    made.set(current, thing);
    return thing;
  };
}
