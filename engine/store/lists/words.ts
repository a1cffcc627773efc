/**
 * What a reader typed, as a text search query: every word has to begin a word of the subject, the applicant's name or
 * the registration number. Null when there is no word in it.
 */
export function wordQuery(q: string | undefined): string | null {
  const words = wordsOf(q);
  return words.length === 0 ? null : words.map((word) => `${word}:*`).join(' & ');
}

/**
 * What a reader typed, as a regular expression on a name in lower case: every word has to begin a word of the name. Null
 * when there is no word in it.
 */
export function namePattern(q: string | undefined): string | null {
  const words = wordsOf(q);
  return words.length === 0 ? null : words.map((word) => `(?=.*\\m${word})`).join('');
}

function wordsOf(q: string | undefined): readonly string[] {
  return (q ?? '').toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
