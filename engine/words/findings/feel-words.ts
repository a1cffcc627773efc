import type { Language } from '../../core/language.ts';
import type { FeelFault, FeelFaults } from '../../findings/feel-fault.ts';
import type { Sentences } from '../sentences.ts';
import { sentenceOfFeel } from './feel-sentence.ts';
import { englishFeel } from './en/feel.ts';
import { italianFeel } from './it/feel.ts';

const feelWords: Readonly<Record<Language, Sentences<FeelFaults>>> = { it: italianFeel, en: englishFeel };

/** A mistake from its code and what it tells, where they have come apart; undefined for an unknown code. */
export function feelFault(code: string, params: Readonly<Record<string, string | number>>): FeelFault | undefined {
  // The border: what was taken apart is put together again.
  return code in italianFeel ? ({ code, params } as unknown as FeelFault) : undefined;
}

/** A mistake in an expression as a sentence. */
export function feelFaultInWords(fault: FeelFault, language: Language): string {
  return sentenceOfFeel(fault, feelWords[language]);
}
