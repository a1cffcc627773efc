import type { Language } from '../../core/language.ts';
import type { TermStepOf, TermStepParams } from '../../core/term/explanation.ts';
import type { Sentences } from '../sentences.ts';
import { englishTermSteps } from './en.ts';
import { italianTermSteps } from './it.ts';

const sentences: Readonly<Record<Language, Sentences<TermStepParams>>> = { it: italianTermSteps, en: englishTermSteps };

/** A step of how a last day comes about, as a sentence. */
export const termStepInWords = <Code extends keyof TermStepParams>(
  { code, params }: TermStepOf<Code>,
  language: Language,
): string => sentences[language][code](params);
