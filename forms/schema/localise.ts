import { isGroup, isList, isText } from './components.ts';
import type {
  Choice,
  ChoiceWords,
  Component,
  CrossRule,
  FieldComponent,
  FieldRules,
  FormDocument,
  Translation,
} from './document.ts';

const NOTHING: Translation = {};

/** The words of a choice, which may be written as its label alone. */
export const choiceWords = (words: string | ChoiceWords | undefined): ChoiceWords =>
  typeof words === 'string' ? { label: words } : (words ?? {});

function inLanguage(choice: Choice, values: Translation['values']): Choice {
  const { label = choice.label, description = choice.description } = choiceWords(values?.[choice.value]);
  return { ...choice, label, ...(description === undefined ? {} : { description }) };
}

function ruleIn(rule: CrossRule, language: string): CrossRule {
  const message = rule.messages?.[language];
  return message === undefined ? rule : { ...rule, message };
}

function rulesIn(rules: FieldRules, language: string, { patternErrorMessage }: Translation): FieldRules {
  return {
    ...rules,
    ...(patternErrorMessage === undefined ? {} : { patternErrorMessage }),
    ...(rules.rules ? { rules: rules.rules.map((rule) => ruleIn(rule, language)) } : {}),
  };
}

function fieldIn(field: FieldComponent, language: string, words: Translation): FieldComponent {
  const { properties } = field;
  const isWorded = properties?.['text'] !== undefined && words.text !== undefined;
  return {
    ...field,
    ...(isWorded ? { properties: { ...properties, text: words.text } } : {}),
    original: originalOf(field),
    ...(field.validate ? { validate: rulesIn(field.validate, language, words) } : {}),
    ...(field.values ? { values: field.values.map((choice) => inLanguage(choice, words.values)) } : {}),
  };
}

/** What a person confirms or declares has legal effect in the words of the document. */
function originalOf({ label, properties, values }: FieldComponent): Translation {
  const text = properties?.['text'];
  return {
    ...(label === undefined ? {} : { label }),
    ...(text === undefined ? {} : { text }),
    ...(values ? { values: Object.fromEntries(values.map((choice) => [choice.value, choice.label])) } : {}),
  };
}

function insideIn(component: Component, language: string, words: Translation): Component {
  if (isText(component)) return words.text === undefined ? component : { ...component, text: words.text };
  if (isGroup(component)) return { ...component, components: allIn(component.components, language) };
  if (!isList(component)) return fieldIn(component, language, words);
  const { properties, validate } = component;
  return {
    ...component,
    components: allIn(component.components, language),
    ...(words.itemLabel === undefined ? {} : { properties: { ...properties, itemLabel: words.itemLabel } }),
    ...(validate ? { validate: rulesIn(validate, language, NOTHING) } : {}),
  };
}

function componentIn(component: Component, language: string): Component {
  const words = component.translations?.[language] ?? NOTHING;
  const { label, description } = words;
  return {
    ...insideIn(component, language, words),
    ...(label === undefined ? {} : { label }),
    ...(description === undefined ? {} : { description }),
  };
}

const allIn = (components: readonly Component[], language: string): readonly Component[] =>
  components.map((component) => componentIn(component, language));

/**
 * The form in a language of two letters: labels, hints, texts, choices and the sentences of rules from `translations`
 * and `messages`. What has no translation stays Italian, and the Italian form is the document itself. Keys, values and
 * conditions are the same in every language, so answers are too.
 */
export const localise = (form: FormDocument, language: string): FormDocument =>
  language === 'it' ? form : { ...form, components: allIn(form.components, language) };
