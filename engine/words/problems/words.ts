import type { Language } from '../../core/language.ts';
import { englishProblems } from './en.ts';
import { italianProblems } from './it.ts';
import type { ProblemWords } from './problem-words.ts';

/** What problems are called, by language. */
export const problemWords: Readonly<Record<Language, ProblemWords>> = { it: italianProblems, en: englishProblems };

/** What more can be said of a problem in words: why the policy refused, until when something could be done. */
export function detailInWords(
  { reason, untilOn }: Readonly<Record<string, unknown>>,
  language: Language,
): string | undefined {
  const { reasons, lastDayWas } = problemWords[language];
  const known = Object.entries(reasons).find(([name]) => name === reason)?.[1];
  if (known !== undefined) return known;
  return typeof untilOn === 'string' ? lastDayWas(untilOn) : undefined;
}
