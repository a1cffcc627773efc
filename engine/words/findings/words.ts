import type { Language } from '../../core/language.ts';
import type { Finding, FindingParams, FindingRule } from '../../findings/finding.ts';
import { englishFindings } from './en/findings.ts';
import type { At, FindingWords } from './finding-words.ts';
import { italianFindings } from './it/findings.ts';

const findingWords: Readonly<Record<Language, FindingWords>> = { it: italianFindings, en: englishFindings };

/** A finding as a sentence: the value, the place, what was expected. */
export function findingInWords(finding: Finding, language: Language): string {
  const { rule, params, elementId = '', file = '', attribute = '' } = finding;
  return sentenceFor(rule, language)({ ...params, elementId, file, attribute });
}

// The compiler cannot see that a rule and the parameters of the same finding belong together.
const sentenceFor = (rule: FindingRule, language: Language) =>
  findingWords[language][rule] as (params: FindingParams[FindingRule] & At) => string;
