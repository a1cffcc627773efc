import type { Language } from '../../core/language.ts';
import type { AttributeFault, AttributeFaults } from '../../findings/language.ts';
import type { Sentences } from '../sentences.ts';
import { englishAttribute } from './en/attribute.ts';
import { italianAttribute } from './it/attribute.ts';

const attributeWords: Readonly<Record<Language, Sentences<AttributeFaults>>> = {
  it: italianAttribute,
  en: englishAttribute,
};

/** What is wrong with the value of an attribute, as a sentence beside its field. */
export function attributeFaultInWords({ rule, params }: AttributeFault, language: Language): string {
  // The compiler cannot see that a rule and the parameters of the same fault belong together.
  const sentence = attributeWords[language][rule] as (told: AttributeFaults[keyof AttributeFaults]) => string;
  const said = sentence(params);
  return said.charAt(0).toUpperCase() + said.slice(1);
}
