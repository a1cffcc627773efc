/**
 * What a reader typed, as a text search query: every word has to begin a word of the subject, the applicant's name or
 * the registration number. Null when there is no word in it.
 */
export function wordQuery(q: string | undefined): string | null {
  const words = (q ?? '').toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.length === 0 ? null : words.map((word) => `${word}:*`).join(' & ');
}
