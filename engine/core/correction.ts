import { isGroup, isList, isText } from '../../forms/schema/components.ts';
import type { Answers, Component, FormDocument, Issue, Json } from '../../forms/schema/document.ts';
import { isSame } from '../../forms/schema/json.ts';
import { fieldsOf } from '../../forms/schema/pages.ts';
import { settle } from '../../forms/schema/settle.ts';
import { keyOfAnswer, shownAnswered, type Answered } from '../../forms/schema/shown.ts';
import { variablesOf } from './answering.ts';
import type { FieldToCorrect } from './dossier.ts';
import { Problem } from './problem.ts';

/*
 * A correction is a form that was sent before, with only some of its fields open. Open are the fields that the office
 * asks for; those that were not shown, because an answer that changes may bring them into sight; and one that was left
 * empty, while an answer that has changed makes it compulsory. What the sign-in vouches for stays closed.
 */

/** A form that opens again. */
export interface Correction {
  /** What is closed is read-only, and each field that is asked for has the remark of the office. */
  readonly form: FormDocument;
  /** The keys of what was shown and is not asked for. */
  readonly closed: ReadonlySet<string>;
}

/** What a form is corrected against. */
export interface Correcting {
  readonly fields: readonly FieldToCorrect[];
  /** What is answered there now. */
  readonly before: Answers;
  /** What expressions of the form read beside the answers. */
  readonly context: Answers;
  /** The keys of what can never be corrected, because the dossier lies where it does by them. */
  readonly fixed?: readonly string[];
}

/** A form as it is opened again, for the fields that are asked for. */
export function toCorrect(form: FormDocument, { fields, before, context, fixed = [] }: Correcting): Correction {
  const { isHidden } = settle(form, before, { variables: context });
  const asked = new Map<string, string>();
  for (const { field, remark } of fields) asked.set(field, [asked.get(field), remark].filter(Boolean).join('\n\n'));
  const closed = new Set<string>();
  const open = (component: Component): Component => {
    if (isText(component) || isHidden(component, '')) return component;
    if (isGroup(component)) return { ...component, components: component.components.map(open) };
    const remark = asked.get(keyOfAnswer(component));
    if (remark !== undefined && mayBeCorrected(component, fixed)) return openNow({ ...component, remark }, before);
    closed.add(keyOfAnswer(component));
    return closedNow(component, before);
  };
  return { form: { ...form, components: form.components.map(open) }, closed };
}

/** Whether the office may ask to correct it: what is computed, or known from the sign-in, nobody writes. */
function mayBeCorrected(component: Answered, fixed: readonly string[]): boolean {
  if (fixed.includes(keyOfAnswer(component))) return false;
  if (isList(component)) return true;
  const { locked, computed } = component.properties ?? {};
  return locked !== 'true' && computed === undefined && component.expression === undefined;
}

/** What was left empty and is asked for has to be answered. */
function openNow(component: Answered, before: Answers): Answered {
  if (isList(component) || !isEmpty(before[component.key])) return component;
  return { ...component, validate: { ...component.validate, required: true } };
}

function closedNow(component: Answered, before: Answers): Answered {
  if (isList(component)) {
    const held = before[component.path];
    const count = String(Array.isArray(held) ? held.length : 0);
    return {
      ...component,
      properties: { ...component.properties, minItems: count, maxItems: count },
      components: component.components.map(closedInside),
    };
  }
  const requiredWhen = component.properties?.['requiredWhen'];
  const mayOpen = requiredWhen !== undefined && isEmpty(before[component.key]);
  return { ...component, readonly: mayOpen ? `= not(${requiredWhen.replace(/^\s*=/, '')})` : true };
}

function closedInside(component: Component): Component {
  if (isText(component)) return component;
  if (isGroup(component) || isList(component))
    return { ...component, components: component.components.map(closedInside) };
  return { ...component, readonly: true };
}

const isEmpty = (value: Json | undefined): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

/**
 * Refuses an answer that changes a field that is not open. An answer that is absent changes nothing.
 *
 * @throws Problem `answers.invalid` with an issue `field.closed` for each
 */
export function demandOpen(opened: Correction, sent: Answers, at: Omit<Correcting, 'fields'>) {
  const issues = closedIn(opened, sent, at).flatMap((component): readonly Issue[] => {
    const path = keyOfAnswer(component);
    if (!(path in sent)) return [];
    const answer = sent[path] ?? null;
    const kept = at.before[path] ?? null;
    if (isSame(answer, kept) || (isEmpty(answer) && isEmpty(kept))) return [];
    return [{ path, code: 'field.closed', params: { label: component.label ?? path } }];
  });
  if (issues.length > 0) throw new Problem('answers.invalid', { issues });
}

/** What is closed with these answers, of what they show. */
function closedIn(
  { form, closed }: Correction,
  sent: Answers,
  { before, context }: Omit<Correcting, 'fields'>,
): readonly Answered[] {
  const settled = settle(form, sent, { variables: context, held: before });
  return shownAnswered(form.components, settled).filter(
    (component) =>
      closed.has(keyOfAnswer(component)) && (isList(component) || settled.fieldAt(component, '').readonly === true),
  );
}

/** The answers in hand of the fields that are open; those of closed fields, and of none of the form, are left out. */
export function openAnswers(opened: Correction, sent: Answers, at: Omit<Correcting, 'fields'>): Answers {
  const { form, closed } = opened;
  const settled = settle(form, sent, { variables: at.context, held: at.before });
  const shown = new Set(shownAnswered(form.components, settled).map(keyOfAnswer));
  const shut = new Set(closedIn(opened, sent, at).map(keyOfAnswer));
  const open = keysOf(form.components).filter((key) => !closed.has(key) || (shown.has(key) && !shut.has(key)));
  return writtenIn(open, sent, at.before);
}

/** The answers of some fields; one that is left out, where something was answered, is empty: null. */
export function writtenIn(keys: readonly string[], sent: Answers, before: Answers): Answers {
  const written = keys.filter((key) => key in sent || !isEmpty(before[key]));
  return Object.fromEntries(written.map((key) => [key, sent[key] ?? null]));
}

/** All answers of a corrected form as variables; what is no longer shown is empty, whatever it was before. */
export function correctedVariables(form: FormDocument, values: Answers, context: Answers): Answers {
  return {
    ...Object.fromEntries(keysOf(form.components).map((key) => [key, null])),
    ...variablesOf(form, values, { ...context, ...values }),
  };
}

const keysOf = (components: readonly Component[]): readonly string[] =>
  components.flatMap((component) => {
    if (isText(component)) return [];
    return isGroup(component) ? keysOf(component.components) : [keyOfAnswer(component)];
  });

/** The names whose answers differ, in their order. */
export function changedNames(before: Answers, after: Answers): readonly string[] {
  return Object.keys(after).filter((name) => {
    const [one, other] = [before[name] ?? null, after[name] ?? null];
    return !isSame(one, other) && !(isEmpty(one) && isEmpty(other));
  });
}

/** The fields of an answered form that the office may ask to correct: those that are shown. */
export function correctableFields(
  form: FormDocument,
  { before, context, fixed = [] }: Omit<Correcting, 'fields'>,
): readonly { readonly key: string; readonly label: string }[] {
  return shownAnswered(form.components, settle(form, before, { variables: context }))
    .filter((component) => mayBeCorrected(component, fixed))
    .map((component) => ({ key: keyOfAnswer(component), label: component.label ?? keyOfAnswer(component) }));
}

/** What the fields of a form are called, in the order of their keys. */
export function labelsOf(form: FormDocument, keys: readonly string[]): readonly string[] {
  const labels = new Map(fieldsOf(form).map(({ path, component }) => [path, component.label ?? path]));
  return keys.map((key) => labels.get(key) ?? key);
}
