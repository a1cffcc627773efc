import type { Allowed, AttributeFaults } from '../../../findings/language.ts';
import type { Sentences } from '../../sentences.ts';
import { englishFeel } from './feel.ts';
import { sentenceOfFeel } from '../feel-sentence.ts';

const forms: Readonly<Record<Exclude<Allowed, readonly string[]>, string>> = {
  role: 'a code such as front-desk or opinion:environment',
  days: 'a whole number of days, from 1 to 9999',
  'days-or-expression': 'a whole number of days, from 1 to 9999, or an expression',
  addressee: 'applicant, third-parties, role:<role> or office:<code>',
};

/** What is wrong with the value of an attribute, in English: the end of a sentence, or a sentence in the panel. */
export const englishAttribute: Sentences<AttributeFaults> = {
  'feel.syntax': ({ fault }) => sentenceOfFeel(fault, englishFeel),
  'language.attribute-missing': () => 'it is missing, and has to be there.',
  'language.attribute-value': ({ value, allowed }) =>
    `“${value}” is not right; what can be written is ${typeof allowed === 'string' ? forms[allowed] : allowed.join(', ')}.`,
  'language.expression-expected': ({ value }) => `“${value}” has to be an expression that begins with “=”.`,
};
