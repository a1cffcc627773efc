import { schemaOf } from '../fields/schemas.ts';
import { isGroup, isList, isText } from './components.ts';
import type { Answers, Component, FieldComponent, FormDocument, Json } from './document.ts';
import { isRecord } from './json.ts';
import { fieldsOf } from './pages.ts';
import { settle, type Settled } from './settle.ts';

/** What is already known, by name: `identity`, `dossiers`, `registry` … A field names its sources by dotted paths. */
export type Sources = Readonly<Record<string, Json>>;

/** A field whose answer is known already. */
export interface KnownAnswer {
  readonly key: string;
  /** The path of the source that knows it: `identity.email`. */
  readonly source: string;
  readonly value: Json;
  /** What the person may do about it: nothing, correct it with a reason, or write over it as they like. */
  readonly may: 'read' | 'correct' | 'write';
}

/** The fields outside repeating groups; only these are prefilled. */
export const topFields = (form: FormDocument): readonly FieldComponent[] =>
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

/** The paths that a field names in `properties.prefill`, in the order in which they are asked. */
export const sourcesOf = (field: FieldComponent): readonly string[] =>
  (field.properties?.['prefill'] ?? '')
    .split(',')
    .map((path) => path.trim())
    .filter((path) => path !== '');

const allowance = ({ properties = {} }: FieldComponent): KnownAnswer['may'] =>
  properties['correctable'] === 'true' ? 'correct' : properties['locked'] === 'true' ? 'read' : 'write';

function knownFor(field: FieldComponent, sources: Sources): readonly KnownAnswer[] {
  const found = sourcesOf(field)
    .map((source) => ({ source, value: lookUp(sources, source) }))
    .find(({ value }) => hasContent(value) && !schemaOf(field).isEmpty(value));
  return found ? [{ key: field.key, ...found, may: allowance(field) }] : [];
}

/**
 * What the sources know of a form's answers, each with the first source that has it (`properties.prefill`, such as
 * `identity.email, dossiers.email`). A field that no source knows is a plain declaration of the person, whatever its
 * `locked` and `correctable` say.
 */
export const knownAnswers = (form: FormDocument, sources: Sources): readonly KnownAnswer[] =>
  topFields(form).flatMap((field) => knownFor(field, sources));

/**
 * The answers that a form starts with: what the sources know (L. 241/1990, art. 18: what the administration holds is
 * not asked again), else the default of the document. Fields inside repeating groups are left alone.
 */
export const prefill = (form: FormDocument, sources: Sources): Answers => startOf(form, knownAnswers(form, sources));

/** The same where the sources were asked elsewhere, as in the browser. */
export function startOf(form: FormDocument, known: readonly KnownAnswer[]): Answers {
  const defaults = topFields(form).map(({ key, defaultValue = null }) => [key, defaultValue] as const);
  const answers = known.map(({ key, value }) => [key, value] as const);
  return Object.fromEntries([...defaults.filter(([, value]) => value !== null), ...answers]);
}

/**
 * What is held of a form's answers without asking the person: that stands in fields that are read-only at the moment.
 * What a dossier has from before (`before`) goes before what the form starts with, and locked fields before both.
 */
export function heldAnswers(form: FormDocument, sources: Sources, before: Answers = {}): Answers {
  const keys = new Set(fieldsOf(form).map(({ path }) => path));
  const earlier = Object.entries(before).filter(([key, value]) => keys.has(key) && value !== null);
  return applyLocked(form, { ...prefill(form, sources), ...Object.fromEntries(earlier) }, sources);
}

const locked = (form: FormDocument, sources: Sources): readonly KnownAnswer[] =>
  knownAnswers(form, sources).filter(({ may }) => may === 'read');

/** The keys that a person may not change: `properties.locked` is `true` and a source has a value. */
export const lockedKeys = (form: FormDocument, sources: Sources): readonly string[] =>
  locked(form, sources).map(({ key }) => key);

/** The answers with every locked field as the sources have it, whatever the browser sent. */
export const applyLocked = (form: FormDocument, answers: Answers, sources: Sources): Answers => ({
  ...answers,
  ...Object.fromEntries(locked(form, sources).map(({ key, value }) => [key, value])),
});

/**
 * The keys of the fields outside repeating groups that are not shown, because they or a group around them are hidden.
 */
function hiddenKeys(
  components: readonly Component[],
  isHidden: Settled['isHidden'],
  isInside = false,
): readonly string[] {
  return components.flatMap((component): readonly string[] => {
    if (isText(component) || isList(component)) return [];
    const isOut = isInside || isHidden(component, '');
    if (isGroup(component)) return hiddenKeys(component.components, isHidden, isOut);
    return isOut ? [component.key] : [];
  });
}

/** What a form that is opened again is told besides its answers. */
export interface Opening {
  /** What the form starts with, of all its fields. */
  readonly start: Answers;
  /** The keys that the person does not write themself. */
  readonly fixed: ReadonlySet<string>;
  /** What expressions may refer to besides the answers. */
  readonly variables: Answers;
}

/**
 * The answers with which a form is opened again. What is hidden was dropped from them, and would be empty when it comes
 * into sight: there, and in fields that the person does not write, what the form starts with stands in for what is
 * absent. A visible answer that the person took out stays out.
 */
export function openedAnswers(form: FormDocument, answers: Answers, { start, fixed, variables }: Opening): Answers {
  const { isHidden } = settle(form, answers, { variables });
  const hidden = new Set(hiddenKeys(form.components, isHidden));
  const added = Object.entries(start).filter(
    ([key]) => answers[key] === undefined && (hidden.has(key) || fixed.has(key)),
  );
  return added.length === 0 ? answers : { ...answers, ...Object.fromEntries(added) };
}
