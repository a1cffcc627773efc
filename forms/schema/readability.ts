import { isGroup, isList, isText } from './components.ts';
import type { Component, FormDocument } from './document.ts';

/** How easy a text is to read. */
export interface Readability {
  readonly words: number;
  readonly letters: number;
  readonly sentences: number;
  /** The Gulpease index from 0 to 100, rounded; higher is easier. Absent for a text without words. */
  readonly index?: number;
  /** Below 30 words the index says little. */
  readonly isTooShort: boolean;
}

/** The readability of a form as a whole, and of its hardest texts. */
export interface FormReadability extends Readability {
  /** The three hardest texts of at least ten words, the hardest first. */
  readonly hardest: readonly { readonly text: string; readonly index: number }[];
}

interface Counts {
  readonly words: number;
  readonly letters: number;
  readonly sentences: number;
}

const FEWEST_WORDS = 30;

const countOf = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** Letters of any alphabet; words are runs of letters or digits; a sentence ends at `.`, `!` or `?` before a space. */
const countsOf = (text: string): Counts => ({
  letters: countOf(text, /\p{L}/gu),
  words: countOf(text, /[\p{L}\p{N}]+/gu),
  sentences: Math.max(countOf(text, /[.!?]+(?=\s|$)/g), 1),
});

function gulpease({ words, letters, sentences }: Counts): number {
  return Math.min(Math.max(Math.round(89 + (300 * sentences - 10 * letters) / words), 0), 100);
}

const readabilityOf = (counts: Counts): Readability => ({
  ...counts,
  ...(counts.words === 0 ? {} : { index: gulpease(counts) }),
  isTooShort: counts.words < FEWEST_WORDS,
});

/**
 * The Gulpease index of an Italian text: 89 + (300 × sentences − 10 × letters) / words, within 0 and 100 (Lucisano and
 * Piemontese, 1988). Below 80 it is hard for who left school after the primary years, below 60 after the lower
 * secondary, below 40 after the upper secondary.
 */
export const readability = (text: string): Readability => readabilityOf(countsOf(text));

/** A text as it is read: without the marks of Markdown, the addresses of links and what is computed. */
const plain = (text: string): string =>
  text
    .replace(/\{\{.+?\}\}/g, ' ')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^\s*(?:#+|[-*]|\d+\.)\s+/gm, '')
    .replace(/[*_`]/g, '')
    .trim();

/** The texts of a component that a person reads, each a sentence of its own or more. */
function textsOf(component: Component): readonly string[] {
  const own = [component.label, component.description].filter((text) => text !== undefined);
  if (isText(component)) return component.text.startsWith('=') ? own : [...own, ...component.text.split(/\n+/)];
  if (isGroup(component) || isList(component)) return [...own, ...component.components.flatMap(textsOf)];
  return [...own, ...(component.values ?? []).map(({ label }) => label)];
}

const FEWEST_TO_JUDGE = 10;
const MOST_SHOWN = 3;

/** The readability of all that a form says: labels, hints, texts and choices. What is hidden at first counts too. */
export function formReadability(form: FormDocument): FormReadability {
  const texts = form.components
    .flatMap(textsOf)
    .map(plain)
    .filter((text) => /\p{L}/u.test(text));
  const counts = texts.map(countsOf);
  const sum = (member: keyof Counts): number => counts.reduce((total, each) => total + each[member], 0);
  const hardest = texts
    .map((text) => ({ text, ...countsOf(text) }))
    .filter(({ words }) => words >= FEWEST_TO_JUDGE)
    .map((each) => ({ text: each.text, index: gulpease(each) }))
    .sort((one, other) => one.index - other.index)
    .slice(0, MOST_SHOWN);
  return {
    ...readabilityOf({ words: sum('words'), letters: sum('letters'), sentences: sum('sentences') }),
    hardest,
  };
}
