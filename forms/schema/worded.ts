import { isGroup, isList, isText } from './components.ts';
import type { Answers, Component, FormDocument, Json } from './document.ts';
import { inPlainWords } from './feel.ts';

/**
 * A value with every `{{ expression }}` in its texts replaced, however deep they stand. What holds none is given back
 * as it is.
 */
export function filledIn<Value>(value: Value, context: Answers): Value {
  if (value === undefined || !JSON.stringify(value).includes('{{')) return value;
  // Members keep their names and kinds: only texts become other texts.
  return filledJson(value as Json, context) as Value;
}

function filledJson(value: Json, context: Answers): Json {
  if (typeof value === 'string') return value.startsWith('=') ? value : inPlainWords(value, context);
  if (Array.isArray(value)) return (value as readonly Json[]).map((each) => filledJson(each, context));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries<Json>(value).map(([name, member]) => [name, filledJson(member, context)]));
}

/**
 * A form with the placeholders of its labels, hints, choices and messages replaced. Its texts keep theirs: they may
 * name answers, and are written out while somebody answers.
 */
export function worded(form: FormDocument, context: Answers): FormDocument {
  if (!JSON.stringify(form).includes('{{')) return form;
  return { ...form, components: form.components.map((component) => componentIn(component, context)) };
}

function componentIn(component: Component, context: Answers): Component {
  if (isText(component)) return component;
  if (!isGroup(component) && !isList(component)) return filledIn(component, context);
  const { components, ...own } = component;
  const inner = components.map((each) => componentIn(each, context));
  // The members of a group or a list, which of the two the compiler no longer knows.
  return { ...filledIn(own, context), components: inner } as Component;
}
