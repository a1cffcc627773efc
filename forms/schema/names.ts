/** A text as names are compared: without accents and capitals. */
export const plainText = (text: string): string =>
  isAscii(text) ? text.toLowerCase() : text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Such a text has no accents, and to look for them costs ten times as much as to see that. */
const isAscii = (text: string): boolean => /^[ -~\n]*$/.test(text);

/** The words of a text as names are compared. An apostrophe of any kind parts two words, or stands for an accent. */
export const plainWords = (text: string): readonly string[] => plainText(text).match(/[\p{L}\p{N}]+/gu) ?? [];

const PREPOSITIONS = new Set(['di', 'del', 'della', 'dello', 'dei', 'delle', 'd']);

/** The words of what a *Comune* is called: everybody says *Modena* for *Comune di Modena*. */
function ownWords(words: readonly string[]): readonly string[] {
  if (words[0] !== 'comune') return words;
  return words.slice(PREPOSITIONS.has(words[1] ?? '') ? 2 : 1);
}

/**
 * How well a name fits what was typed, the smaller the better: 0 it is the name, 1 it is what everybody calls it, 2 the
 * name begins so, 3 each word begins a word of the name, 4 each stands somewhere in it. Undefined when it does not fit.
 */
function fit(name: readonly string[], typed: readonly string[]): number | undefined {
  const own = ownWords(name);
  const [whole, short, sought] = [name, own, typed].map((words) => words.join(''));
  if (whole === undefined || short === undefined || sought === undefined) return undefined;
  if (whole === sought) return 0;
  if (short === sought) return 1;
  if (whole.startsWith(sought) || short.startsWith(sought)) return 2;
  if (typed.every((word) => name.some((one) => one.startsWith(word)))) return 3;
  return typed.every((word) => whole.includes(word)) ? 4 : undefined;
}

const alphabetical = new Intl.Collator('it').compare;

/**
 * The items whose name fits what was typed, the best first and then by the alphabet; all as they are when nothing was
 * typed. Every list that is searched by name is searched by this.
 */
export function fittingNames<Item>(
  items: readonly Item[],
  typed: string,
  nameOf: (item: Item) => string,
): readonly Item[] {
  const words = plainWords(typed);
  if (words.length === 0) return items;
  return items
    .flatMap((item) => {
      const name = nameOf(item);
      const rank = fit(plainWords(name), words);
      return rank === undefined ? [] : [{ item, name, rank }];
    })
    .sort((one, other) => one.rank - other.rank || alphabetical(one.name, other.name))
    .map(({ item }) => item);
}
