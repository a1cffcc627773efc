import type { Finding } from '../../engine/findings/finding.ts';
import { findingInWords } from '../../engine/words/findings/words.ts';

/** Findings as Italian sentences, in their order. */
export const inItalian = (findings: readonly Finding[]): readonly string[] =>
  findings.map((finding) => findingInWords(finding, 'it'));

/** Findings as English sentences, in their order. */
export const inEnglish = (findings: readonly Finding[]): readonly string[] =>
  findings.map((finding) => findingInWords(finding, 'en'));

/** Findings as rules and Italian sentences, for what a test throws. */
export const complaintsIn = (findings: readonly Finding[]): string =>
  findings.map((finding) => `${finding.rule}: ${findingInWords(finding, 'it')}`).join('\n');
