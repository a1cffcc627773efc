import { plainText } from '../../../forms/schema/names.ts';
import { keyOf, textAt, type Draft, type Part } from './draft.ts';
import { placedParts, type Placed } from './tree.ts';

/** The type of a part by the name that analysts choose it by: ours when there is one, else the form-js type. */
export const typeNameOf = (part: Part): string => textAt(part, 'properties.type') ?? part.type;

/** What people call a part: its label, else its key, else the beginning of its text, else its type. */
export function nameOf(part: Part): string {
  const words = [part['label'], keyOf(part), part['text']].find(
    (value): value is string => typeof value === 'string' && value.trim() !== '',
  );
  const line = words?.trim().split('\n')[0] ?? typeNameOf(part);
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}

/**
 * The parts whose label, key, hint, text or type (by `typeLabel`, the name that people read) holds every word of the
 * query, in the order of reading; none for an empty query. Capitals and accents do not count.
 */
export function findParts(draft: Draft, query: string, typeLabel: (type: string) => string): readonly Placed[] {
  const words = plainText(query)
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return [];
  return placedParts(draft).filter(({ part }) => {
    const texts = [part['label'], keyOf(part), part['description'], part['text'], typeLabel(typeNameOf(part))];
    const haystack = plainText(texts.filter((text) => typeof text === 'string').join(' '));
    return words.every((word) => haystack.includes(word));
  });
}
