import type { Allowed, AttributeFaults } from '../../../findings/language.ts';
import type { Sentences } from '../../sentences.ts';
import { italianFeel } from './feel.ts';
import { sentenceOfFeel } from '../feel-sentence.ts';

const forms: Readonly<Record<Exclude<Allowed, readonly string[]>, string>> = {
  role: 'un codice come front-desk o opinion:environment',
  days: 'un numero intero di giorni, da 1 a 9999',
  'days-or-expression': 'un numero intero di giorni, da 1 a 9999, o un’espressione',
  addressee: 'applicant, third-parties, role:<ruolo> o office:<codice>',
};

/** What is wrong with the value of an attribute, in Italian: the end of a sentence, or a sentence in the panel. */
export const italianAttribute: Sentences<AttributeFaults> = {
  'feel.syntax': ({ fault }) => sentenceOfFeel(fault, italianFeel),
  'language.attribute-missing': () => 'manca, ed è obbligatorio.',
  'language.attribute-value': ({ value, allowed }) =>
    `«${value}» non va bene; si può scrivere ${typeof allowed === 'string' ? forms[allowed] : allowed.join(', ')}.`,
  'language.expression-expected': ({ value }) => `«${value}» deve essere un’espressione che comincia con «=».`,
};
