import type { Json } from '../../../forms/schema/document.ts';
import { isObject, memberAt, type Part } from './draft.ts';
import { freeName } from './keys.ts';

/** One choice of a list, with whatever else the file has in it. */
export interface ChoiceRow {
  readonly value: string;
  readonly label: string;
  readonly [member: string]: Json;
}

/** The choices of a part; none when they come from elsewhere. */
export function choicesOf(part: Part): readonly ChoiceRow[] {
  const values: unknown = part['values'];
  const list: readonly unknown[] = Array.isArray(values) ? values : [];
  // Members of a JSON document, with the two that every choice has as texts.
  return list
    .filter(isObject)
    .map((row) => ({ ...row, value: String(row['value'] ?? ''), label: String(row['label'] ?? '') }));
}

/** A value made of words: `Sì, sempre` gives `si-sempre`. */
export function valueFrom(label: string, taken: ReadonlySet<string>): string {
  const plain = label.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const value = plain.replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '');
  return freeName(value === '' ? 'voce' : value.slice(0, 60), taken);
}

/**
 * The choices in a pasted text, one a line, `value; label` where the value is to be decided; values are kept unique.
 */
export function pastedChoices(text: string, before: readonly ChoiceRow[]): readonly ChoiceRow[] {
  const taken = new Set(before.map(({ value }) => value));
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const [, own = '', rest = ''] = /^([^;\t]+)[;\t](.+)$/.exec(line) ?? [];
      const label = rest === '' ? line : rest.trim();
      const value = rest === '' ? valueFrom(label, taken) : freeName(own.trim(), taken);
      taken.add(value);
      return { value, label };
    });
}

/** The words of a choice in English; empty texts where there are none. */
export interface EnglishWords {
  readonly label: string;
  readonly description: string;
}

/** Where a part keeps the English words of its choices. */
export const ENGLISH_CHOICES = 'translations.en.values';

const allEnglish = (part: Part): Readonly<Record<string, Json>> => {
  const all = memberAt(part, ENGLISH_CHOICES);
  // Members of a JSON document.
  return isObject(all) ? (all as Readonly<Record<string, Json>>) : {};
};

/** The English words of one choice of a part; a text alone is its label. */
export function englishOf(part: Part, value: string): EnglishWords {
  const words: unknown = allEnglish(part)[value];
  if (!isObject(words)) return { label: typeof words === 'string' ? words : '', description: '' };
  return { label: String(words['label'] ?? ''), description: String(words['description'] ?? '') };
}

/** The English words of all choices with those of one changed; undefined when none is left. */
export function withEnglish(part: Part, value: string, { label, description }: EnglishWords): Json | undefined {
  const { [value]: _before, ...others } = allEnglish(part);
  const words = description === '' ? label : { ...(label === '' ? {} : { label }), description };
  const next = words === '' ? others : { ...others, [value]: words };
  return Object.keys(next).length === 0 ? undefined : next;
}
