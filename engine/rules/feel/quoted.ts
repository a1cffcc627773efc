/** The beginning of a text, at most 80 characters, for a sentence about it. */
export function quoted(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
