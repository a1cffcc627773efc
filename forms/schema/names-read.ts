import type { FormDocument, Json } from './document.ts';
import { isRecord } from './json.ts';

const known = new WeakMap<FormDocument, ReadonlySet<string>>();

/**
 * The names that the expressions of a form may read: every word of every expression, so at times some more than it
 * reads. Read once for each form.
 */
export function namesRead(form: FormDocument): ReadonlySet<string> {
  const before = known.get(form);
  if (before !== undefined) return before;
  // The border to the document, which is JSON whatever else it holds.
  const names = new Set(
    expressionsIn(form as unknown as Json).flatMap((text) => text.match(/[\p{L}_][\p{L}\p{N}_]*/gu) ?? []),
  );
  known.set(form, names);
  return names;
}

/** Every text that is FEEL: with a leading `=`, or what a computed field is computed by. */
function expressionsIn(value: Json): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((item: Json) => expressionsIn(item));
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([name, member]): readonly string[] => {
    if (typeof member !== 'string') return expressionsIn(member);
    return member.startsWith('=') || name === 'computed' ? [member] : [];
  });
}
