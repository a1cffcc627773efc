/** Shorter words have too many neighbours: a typo in them means another word. */
export const shortestMisspelt = 4;

/**
 * Whether one word may be a misspelling of the other: one slip, or two in words of eight letters and more. Another
 * number is another thing.
 */
export function isNear(word: string, other: string): boolean {
  const shorter = Math.min(word.length, other.length);
  if (shorter < shortestMisspelt || (isNumber(word) && isNumber(other))) return false;
  const slips = shorter < 8 ? 1 : 2;
  return Math.abs(word.length - other.length) <= slips && distance(word, other) <= slips;
}

const isNumber = (word: string): boolean => /^\d+$/.test(word);

/**
 * How many slips lie between two words: a letter too many, missing, wrong, or two changed places (optimal string
 * alignment). The extension `fuzzystrmatch` counts the last one, the most frequent of all, twice.
 */
function distance(word: string, other: string): number {
  let before: readonly number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let row = 1; row <= word.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= other.length; column += 1) {
      current.push(cheapest({ word, other, row, column, current, last, before }));
    }
    [before, last] = [last, current];
  }
  return at(last, other.length);
}

interface Cell {
  readonly word: string;
  readonly other: string;
  readonly row: number;
  readonly column: number;
  readonly current: readonly number[];
  readonly last: readonly number[];
  readonly before: readonly number[];
}

const at = (line: readonly number[], place: number): number => line[place] ?? Infinity;

function cheapest({ word, other, row, column, current, last, before }: Cell): number {
  const wrong = word[row - 1] === other[column - 1] ? 0 : 1;
  const swapped = word[row - 1] === other[column - 2] && word[row - 2] === other[column - 1];
  return Math.min(
    at(last, column) + 1,
    at(current, column - 1) + 1,
    at(last, column - 1) + wrong,
    swapped && row > 1 && column > 1 ? at(before, column - 2) + 1 : Infinity,
  );
}
