import type { Language } from '../../core/language.ts';
import type { Finding, FindingParams, FindingRule } from '../../findings/finding.ts';
import { englishExecutors } from './en/executors.ts';
import { englishPublish } from './en/publish.ts';
import { englishSoundness } from './en/soundness.ts';
import type { At, FindingWords } from './finding-words.ts';
import { italianExecutors } from './it/executors.ts';
import { italianPublish } from './it/publish.ts';
import { italianSoundness } from './it/soundness.ts';

const findingWords: Readonly<Record<Language, FindingWords>> = {
  it: { ...italianExecutors, ...italianPublish, ...italianSoundness },
  en: { ...englishExecutors, ...englishPublish, ...englishSoundness },
};

/** A finding as a sentence: the value, the place, what was expected. */
export function findingInWords(finding: Finding, language: Language): string {
  if (finding.params === undefined) return finding.message;
  const { rule, params, elementId = '', file = '', attribute = '' } = finding;
  return sentenceFor(rule, language)({ ...params, elementId, file, attribute });
}

// The compiler cannot see that a rule and the parameters of the same finding belong together.
const sentenceFor = (rule: FindingRule, language: Language) =>
  findingWords[language][rule] as (params: FindingParams[FindingRule] & At) => string;
