import type { PartyRole } from '../../core/dossier.ts';
import type { EventType } from '../../core/event.ts';
import type { Json } from '../../kernel/types.ts';
import type { RecordNames } from './names.ts';

/** For whom a sentence is: a party of the dossier, or its office. */
export type Reader = PartyRole | 'office';

/** An event in words. */
export interface Sentence {
  readonly title: string;
  readonly text?: string;
  /**
   * What the procedure, the office or a person calls what it is about, where the sentence itself is in another
   * language.
   */
  readonly name?: string;
  /** The same in English, where the procedure says it. */
  readonly nameInEnglish?: string;
  /** The article of law behind it. */
  readonly ground?: string;
}

/** What an event keeps, by key. */
export type Facts = { readonly [key: string]: Json };

/** How an event reads; undefined where it is none of the reader's business. */
export type Wording = (facts: Facts, reader: Reader, names: RecordNames) => Sentence | undefined;

/** Every event in the words of one language; one that is missing does not compile. */
export type EventSentences = Readonly<Record<EventType, Wording>>;

/** A fact as it stands, when it is a text or a number; else nothing. */
export const word = (facts: Facts, key: string): string => {
  const value = facts[key];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
};

/** The fact that somebody else than the reader did it, who may be a party in the same role. */
export const anothers = 'anothers';

/** Whether the reader did what an event tells: a party in the role that a fact names, and no other of that role. */
export const isReaders = (facts: Facts, key: string, reader: Reader): boolean =>
  facts[key] === reader && facts[anothers] !== true;

/** For the office: which of several tasks of one name an event is about, ` (Marco Verdi)`. */
export const whichOf = (facts: Facts): string => {
  const about = word(facts, 'about');
  return about === '' ? '' : ` (${about})`;
};

/** The texts of a list that an event keeps. */
export const wordsIn = (facts: Facts, key: string): readonly string[] => {
  const value: Json | undefined = facts[key];
  return Array.isArray(value) ? value.map(String) : [];
};

/** The titles of the documents of an event, each once. */
export const titlesIn = (facts: Facts): readonly string[] => {
  return [...new Set(wordsIn(facts, 'titles'))];
};

/** For the office alone. */
export const internal =
  (
    title: (facts: Facts, names: RecordNames) => string,
    text: (facts: Facts) => string | undefined = () => undefined,
  ): Wording =>
  (facts, reader, names) => {
    const more = text(facts);
    return reader === 'office' ? { title: title(facts, names), ...(more !== undefined && { text: more }) } : undefined;
  };
