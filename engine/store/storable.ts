/** A NUL, or half of a surrogate pair, as JSON writes them: neither can be kept in the database nor be hashed. */
const unstorable = /(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f][0-9a-f]{2})/i;

/** Whether a text of JSON holds only characters that PostgreSQL can keep. */
export function isStorable(json: string): boolean {
  return !unstorable.test(json);
}
