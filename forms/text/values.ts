import { values as en } from './en/values.ts';
import { values as it } from './it/values.ts';
import { language, type Language } from './language.ts';

type ValueWords = {
  readonly [Key in keyof typeof it]: (typeof it)[Key] extends string ? string : Record<keyof (typeof it)[Key], string>;
};

const words: Readonly<Record<Language, ValueWords>> = { it, en };

/** The words in which a value is printed, in the language of the moment. */
export const valueWords = (): ValueWords => words[language()];
