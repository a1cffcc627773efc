import { fieldsOf } from '../../forms/schema/pages.ts';
import type { Answers, FormDocument } from '../../forms/schema/document.ts';

/**
 * The variables that a form refers to in its expressions and texts, and no others: what an office wrote about a dossier
 * must not reach a citizen's browser because a form of theirs is computed there. A name that only looks like one of the
 * variables lets too much through by one value at the most; none that is needed is missing.
 */
export function contextFor(form: FormDocument, variables: Answers): Answers {
  const named = new Set(expressionsIn(form.components).flatMap((text) => text.match(/[\p{L}_][\p{L}\p{N}_]*/gu) ?? []));
  return Object.fromEntries(Object.entries(variables).filter(([name]) => named.has(name)));
}

/** The values that the dossier already holds for the fields of a form; a task done again starts from them. */
export function answersHeld(form: FormDocument, variables: Answers): Answers {
  const keys = new Set(fieldsOf(form).map(({ path }) => path));
  return Object.fromEntries(Object.entries(variables).filter(([name, value]) => keys.has(name) && value !== null));
}

function expressionsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return value.startsWith('=') || value.includes('{{') ? [value] : [];
  if (Array.isArray(value)) return value.flatMap(expressionsIn);
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(expressionsIn) : [];
}
