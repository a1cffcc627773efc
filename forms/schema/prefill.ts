import { isList } from './components.ts';
import type { Answers, FieldComponent, FormDocument, Json } from './document.ts';
import { fieldsOf } from './pages.ts';
import { isRecord } from './settle.ts';

/** What is already known, by name: `identity`, `profile`, `company` … A field names its source by a dotted path. */
export type Sources = Readonly<Record<string, Json>>;

const topFields = (form: FormDocument): readonly FieldComponent[] =>
  fieldsOf(form).flatMap(({ component, path }) => (!isList(component) && path === component.key ? [component] : []));

function lookUp(sources: Sources, path: string): Json {
  return path
    .split('.')
    .reduce<Json>(
      (value, key) => (isRecord(value) && Object.hasOwn(value, key) ? (value[key] ?? null) : null),
      sources,
    );
}

const hasContent = (value: Json): boolean => value !== null && value !== '';

const sourceValue = (field: FieldComponent, sources: Sources): Json => {
  const path = field.properties?.['prefill'];
  return path === undefined ? null : lookUp(sources, path);
};

const isLocked = (field: FieldComponent, sources: Sources): boolean =>
  field.properties?.['locked'] === 'true' && hasContent(sourceValue(field, sources));

/**
 * The answers that a form starts with: what the sources know (`properties.prefill`, such as `identity.fiscalCode`;
 * L. 241/1990, art. 18: what the administration holds is not asked again), else the default of the document. Fields
 * inside repeating groups are left alone.
 */
export function prefill(form: FormDocument, sources: Sources): Answers {
  const entries = topFields(form).map((field) => {
    const known = sourceValue(field, sources);
    return [field.key, hasContent(known) ? known : (field.defaultValue ?? null)] as const;
  });
  return Object.fromEntries(entries.filter(([, value]) => value !== null));
}

/** The keys that a person may not change: `properties.locked` is `true` and the source has a value. */
export const lockedKeys = (form: FormDocument, sources: Sources): readonly string[] =>
  topFields(form)
    .filter((field) => isLocked(field, sources))
    .map((field) => field.key);

/** The answers with every locked field as the sources have it, whatever the browser sent. */
export function applyLocked(form: FormDocument, answers: Answers, sources: Sources): Answers {
  const locked = topFields(form).filter((field) => isLocked(field, sources));
  return { ...answers, ...Object.fromEntries(locked.map((field) => [field.key, sourceValue(field, sources)])) };
}
