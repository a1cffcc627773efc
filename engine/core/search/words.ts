import { plainText } from '../../../forms/schema/names.ts';

/** A word of a text. */
export interface Word {
  /** In lower case, accents kept, as a stemmer and its list of stop words need it. */
  readonly written: string;
  /** Without accents: how words are compared. */
  readonly plain: string;
}

/** What of a query has to be found: all of these words, or else the one that they make together. */
export interface Wanted {
  readonly words: readonly Word[];
  /** `d'angelo` is also written `dangelo`. */
  readonly joined?: string;
}

/** Longer ones are no words that anybody types. */
const longestWord = 60;
/** A query of 200 characters seldom has more. */
const mostWanted = 16;

const apostrophe = `['’‘ʼ\`´]`;
const letters = String.raw`[\p{L}\p{M}\p{N}]+`;
const compound = new RegExp(`${letters}(?:${apostrophe}${letters})*`, 'gu');
const apostrophes = new RegExp(apostrophe, 'u');

/** A fiscal code as people space it: `RSS MRA 80A01 H501U`. */
const spacedCode =
  /(?<![\p{L}\p{N}])([a-z]{3})[ .-]?([a-z]{3})[ .-]?([0-9lmnp-v]{2})[ .-]?([a-ehlmprst])[ .-]?([0-9lmnp-v]{2})[ .-]?([a-z])[ .-]?([0-9lmnp-v]{3})[ .-]?([a-z])(?![\p{L}\p{N}])/gu;

/** Letters that no accent is taken from, and how they are typed without them. */
const otherLetters: Readonly<Record<string, string>> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ł: 'l', ı: 'i' };

/** A word without capitals, accents and other signs on its letters. */
function plainWord(word: string): string {
  return plainText(word).replace(/[ßæœøđłı]/g, (letter) => otherLetters[letter] ?? letter);
}

/**
 * The words of a text, each once, as an index keeps them: numbers also without their zeros in front, what an apostrophe
 * divides also in one. Whatever is neither letter nor digit divides words, so that no locale has a say in it.
 */
export function wordsOf(text: string): readonly Word[] {
  const words = new Map<string, Word>();
  for (const parts of compoundsIn(text)) {
    for (const word of [...parts, ...joinedWord(parts), ...parts.flatMap(withoutZeros)]) words.set(word.written, word);
  }
  return [...words.values()];
}

/** What a reader looks for, in the order in which it was typed. */
export function wantedIn(query: string): readonly Wanted[] {
  const wanted = compoundsIn(query).map((words) => {
    const [joined] = joinedWord(words);
    return joined === undefined ? { words } : { words, joined: joined.plain };
  });
  return wanted.slice(0, mostWanted);
}

/** A number without the zeros before it; null for anything else. */
export function shortNumber(word: string): string | null {
  return /^0+[1-9]\d*$/.test(word) ? word.replace(/^0+/, '') : null;
}

function compoundsIn(text: string): readonly (readonly Word[])[] {
  const lower = text.normalize('NFKC').toLowerCase().replace(spacedCode, '$1$2$3$4$5$6$7$8');
  const compounds = lower.match(compound) ?? [];
  return compounds.map((one) => one.split(apostrophes).filter(isShort).map(wordFor));
}

const isShort = (word: string): boolean => word.length <= longestWord;
const wordFor = (written: string): Word => ({ written, plain: plainWord(written) });

function joinedWord(parts: readonly Word[]): readonly Word[] {
  const joined = parts.map(({ written }) => written).join('');
  return parts.length > 1 && isShort(joined) ? [wordFor(joined)] : [];
}

function withoutZeros({ plain }: Word): readonly Word[] {
  const short = plain.startsWith('0') ? shortNumber(plain) : null;
  return short === null ? [] : [wordFor(short)];
}
