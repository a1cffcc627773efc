import type { Page } from 'playwright-core';
import { en } from '../../forms/text/en.ts';
import { administration as englishAdministration } from '../../forms/text/en/administration.ts';
import { clerk as englishClerk } from '../../forms/text/en/clerk.ts';
import { administration } from '../../forms/text/it/administration.ts';
import { clerk } from '../../forms/text/it/clerk.ts';
import { it as italian } from '../../forms/text/it.ts';

interface Texts {
  readonly [key: string]: string | Texts;
}

/** Every sentence of a text file under its key. */
export const sentencesOf = (texts: Texts, above = ''): readonly (readonly [string, string])[] =>
  Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${above}${key}`, value] as const] : sentencesOf(value, `${above}${key}.`),
  );

/** A sentence that can be told on a page. */
interface Tellable {
  readonly key: string;
  readonly found: RegExp;
}

/**
 * How the Italian sentences can be told on a page: one word only where it stands alone, as it may be an English one
 * too.
 */
function tellableIn(said: Texts, inEnglish: Texts): readonly Tellable[] {
  const english = new Map(sentencesOf(inEnglish));
  return sentencesOf(said)
    .filter(([key, sentence]) => english.get(key) !== sentence)
    .filter(([, sentence]) => sentence.replace(/\{\{.*?\}\}/g, '').replace(/[^\p{L}]/gu, '').length > 3)
    .map(([key, sentence]) => ({ key, found: matcherOf(sentence) }));
}

/** The sentences of the portal. */
export const tellable = tellableIn(italian, en);

/** The sentences of the desk, with those of the parts that it shares with the portal. */
export const deskTexts = {
  it: { kit: italian.kit, fields: italian.fields, issues: italian.issues, clerk, administration },
  en: { kit: en.kit, fields: en.fields, issues: en.issues, clerk: englishClerk, administration: englishAdministration },
} as const;
const tellableAtDesk = tellableIn(deskTexts.it, deskTexts.en);

function matcherOf(sentence: string): RegExp {
  const literal = sentence.split(/\{\{.*?\}\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const pattern = literal.join('.+');
  const isPhrase = /\p{L}+\P{L}+\p{L}{2,}/u.test(literal.join(' '));
  return isPhrase ? new RegExp(`(?<!\\p{L})${pattern}(?!\\p{L})`, 'u') : new RegExp(`^\\s*${pattern}\\s*$`, 'u');
}

/** Words that stand in nearly every Italian sentence and in no English one. */
const italianWords =
  /(?<!\p{L})(della|delle|dello|degli|dei|del|dalla|nella|nel|alla|alle|agli|sulla|il|lo|gli|che|chi|una|uno|sono|è|non|con|per|entro|hai|puoi|questa|questo|tua|tuo|richiesta|pratica|giorni|ufficio|termine|riesame|documenti|decisione|perché|più|già)(?!\p{L})/iu;

/** A name of a sentence that stands where the sentence should. */
const rawKey = /(?<![\p{L}.@/])(citizen|clerk|administration|kit|fields|issues|names|values)\.[a-zA-Z]+[.\w]*/u;

/** What is Italian, or no language, among what a page says in English. */
export const strangeIn = (said: readonly string[]): readonly string[] => [
  ...said.flatMap((text) => tellable.filter(({ found }) => found.test(text)).map(({ key }) => `${key}: ${text}`)),
  ...said.filter((text) => italianWords.test(text) || rawKey.test(text)),
];

/** Sentences of the desk that are Italian, or no language, among what a page says in English. */
export const strangeAtDesk = (said: readonly string[]): readonly string[] => [
  ...said.flatMap((text) => tellableAtDesk.filter(({ found }) => found.test(text)).map(({ key }) => `${key}: ${text}`)),
  ...said.filter((text) => rawKey.test(text)),
];

/**
 * What a page says in the language of the page: the texts and the names of its elements that are not marked as Italian.
 */
export const saidInEnglish = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const isItalian = (element: Element | null): boolean =>
      element?.closest('[lang]')?.getAttribute('lang') === 'it' || element?.closest('script, style, noscript') !== null;
    const said: string[] = [document.title];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (!isItalian(node.parentElement)) said.push(node.textContent ?? '');
    }
    for (const element of document.querySelectorAll('[aria-label], [title], [placeholder], [alt]')) {
      if (isItalian(element)) continue;
      for (const name of ['aria-label', 'title', 'placeholder', 'alt']) said.push(element.getAttribute(name) ?? '');
    }
    return said.filter((text) => text.trim() !== '');
  });
