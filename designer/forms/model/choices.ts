import type { Json } from '../../../forms/schema/document.ts';
import { isObject, type Part } from './draft.ts';
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

/** The choices in a pasted text, one a line, `value; label` where the value is to be decided; values are kept unique. */
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
