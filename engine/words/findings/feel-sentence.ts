import type { FeelFault, FeelFaults } from '../../findings/feel-fault.ts';
import type { Sentences } from '../sentences.ts';

/** A mistake in an expression as a sentence of a list. */
export function sentenceOfFeel({ code, params }: FeelFault, sentences: Sentences<FeelFaults>): string {
  // The compiler cannot see that a code and the parameters of the same fault belong together.
  const sentence = sentences[code] as (told: FeelFaults[keyof FeelFaults]) => string;
  return sentence(params);
}
